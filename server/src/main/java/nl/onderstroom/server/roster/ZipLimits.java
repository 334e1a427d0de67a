package nl.onderstroom.server.roster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

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
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_PARTS) {
        throw tooMuch();
      }
      for (ZipEntry part : Collections.list(zip.entries())) {
        long left = Math.min(most(part.getName()), MOST_BYTES - total);
        try (InputStream bytes = zip.getInputStream(part)) {
          for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            total += read;
            left -= read;
            if (left < 0) {
              throw tooMuch();
            }
          }
        }
      }
    }
  }

  private static Unreadable tooMuch() {
    return new Unreadable(RosterProblem.ofFile("", "excel-inflates", MOST_MEBIBYTES));
  }

  private static long most(String part) {
    boolean isLarge =
        part.startsWith("xl/worksheets/")
            || part.startsWith("xl/media/")
            || part.equals("xl/sharedStrings.xml");
    return isLarge ? MOST_BYTES : MOST_BYTES_OF_OTHER_PARTS;
  }
}
