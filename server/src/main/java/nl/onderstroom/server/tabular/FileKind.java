package nl.onderstroom.server.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** What a file is, by what is in it and not by its name. */
public enum FileKind {
  /** Text, or anything else that is not one of the others. */
  TEXT,
  /** A zip file, as an Excel workbook (.xlsx) is. */
  WORKBOOK,
  /** Excel's format until 2003 (.xls). */
  OLD_WORKBOOK;

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] COMPOUND = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

  /**
   * @throws IOException when the file can't be read
   */
  public static FileKind of(TextSource source) throws IOException {
    try (InputStream in = source.open()) {
      byte[] start = in.readNBytes(ZIP.length);
      if (Arrays.equals(start, ZIP)) {
        return WORKBOOK;
      }
      return Arrays.equals(start, COMPOUND) ? OLD_WORKBOOK : TEXT;
    }
  }
}
