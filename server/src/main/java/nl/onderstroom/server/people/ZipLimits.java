package nl.onderstroom.server.people;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * How much a workbook, which is a zip file, may hold when it is unpacked. Counted while unpacking
 * and throwing away: what the file says about its own size proves nothing.
 */
final class ZipLimits {
  static final long MOST_MEBIBYTES = 256;
  private static final long MOST_BYTES = MOST_MEBIBYTES << 20;

  /** Parts other than sheets, texts and pictures are read as a whole. */
  private static final long MOST_BYTES_OF_OTHER_PARTS = 8 << 20;

  private static final int MOST_PARTS = 2_000;

  private ZipLimits() {}

  /**
   * @throws Unreadable when the file unpacks to more
   */
  static void check(Path file) throws IOException, Unreadable {
    byte[] buffer = new byte[1 << 16];
    long total = 0;
    int parts = 0;
    try (InputStream bytes = Files.newInputStream(file);
        ZipInputStream zip = new ZipInputStream(bytes)) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        long most = isLarge(part.getName()) ? MOST_BYTES : MOST_BYTES_OF_OTHER_PARTS;
        long size = 0;
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
          size += read;
          total += read;
          if (size > most || total > MOST_BYTES) {
            throw new Unreadable(RosterProblem.ofFile("", "excel-inflates", MOST_MEBIBYTES));
          }
        }
        parts++;
        if (parts > MOST_PARTS) {
          throw new Unreadable(RosterProblem.ofFile("", "excel-inflates", MOST_MEBIBYTES));
        }
      }
    }
  }

  private static boolean isLarge(String part) {
    return part.startsWith("xl/worksheets/")
        || part.startsWith("xl/media/")
        || part.equals("xl/sharedStrings.xml");
  }
}
