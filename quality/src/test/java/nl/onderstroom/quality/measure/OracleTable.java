package nl.onderstroom.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Our numbers beside those of R: printed row by row, then asserted together. */
final class OracleTable {
  /** How a difference is measured. */
  enum Tolerance {
    /** Over the size of the oracle's number. */
    RELATIVE,
    /** As it is. */
    ABSOLUTE
  }

  private record Row(String quantity, double ours, double oracle, double off, double tolerance) {
    boolean within() {
      return off <= tolerance;
    }
  }

  private final String title;
  private final List<Row> rows = new ArrayList<>();

  OracleTable(String title) {
    this.title = title;
  }

  /** A NaN is never within any tolerance. */
  void compare(String quantity, double ours, double oracle, double tolerance, Tolerance kind) {
    double off = Math.abs(ours - oracle);
    double over = kind == Tolerance.RELATIVE && off > 0 ? off / Math.abs(oracle) : off;
    rows.add(new Row(quantity, ours, oracle, over, tolerance));
  }

  /** Under the title one row a quantity: quantity | ours | R | difference. */
  void print() {
    StringBuilder text = new StringBuilder("\n" + title + "\n");
    text.append("quantity | ours | R | difference\n");
    for (Row row : rows) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s | %.12g | %.12g | %.1e of %.0e%n",
              row.quantity,
              row.ours,
              row.oracle,
              row.off,
              row.tolerance));
    }
    System.out.print(text);
  }

  /** Fails with every row that is off, or when nothing was compared. */
  void assertWithin() {
    assertThat(rows).as(title).isNotEmpty();
    assertThat(rows.stream().filter(row -> !row.within())).as(title).isEmpty();
  }
}
