package nl.onderstroom.server.roster;

import java.math.BigDecimal;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;

/**
 * The text of a cell that a workbook keeps as a number: a personnel number, mostly. Only zeros in
 * front are taken from its format, so that 000123 stays what it is.
 */
final class ExcelNumbers {
  private static final int MOST_DIGITS = 40;

  private final @Nullable StylesTable styles;

  ExcelNumbers(@Nullable StylesTable styles) {
    this.styles = styles;
  }

  /** Empty when the cell shows a date: Excel makes one of a text such as 3-1. */
  Optional<String> text(String raw, int style) {
    XSSFCellStyle format = style(style);
    if (format == null) {
      return Optional.of(plain(raw));
    }
    String pattern = String.valueOf(format.getDataFormatString());
    if (DateUtil.isADateFormat(format.getDataFormat(), pattern)) {
      return Optional.empty();
    }
    String plain = plain(raw);
    return Optional.of(
        pattern.matches("0{2,40}")
            ? "0".repeat(Math.max(0, pattern.length() - plain.length())) + plain
            : plain);
  }

  private @Nullable XSSFCellStyle style(int index) {
    return styles == null || index < 0 || index >= styles.getNumCellStyles()
        ? null
        : styles.getStyleAt(index);
  }

  /** 1E3 is written out as 1000, within reason. */
  private static String plain(String raw) {
    try {
      BigDecimal number = new BigDecimal(raw).stripTrailingZeros();
      return number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS
          ? number.toPlainString()
          : raw;
    } catch (NumberFormatException noNumber) {
      return raw;
    }
  }
}
