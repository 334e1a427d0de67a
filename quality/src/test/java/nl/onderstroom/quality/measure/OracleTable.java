package nl.onderstroom.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.onderstroom.engine.measure.Interval;
import nl.onderstroom.quality.SharedData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our numbers beside those of R, which are read here: printed row by row, asserted together. */
final class OracleTable {
  /** What the same formula gives, but for rounding. */
  static final double CLOSED_FORM = 1e-9;

  /** Where lme4 stops searching. */
  static final double COMPONENT = 1e-5;

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

  /** A file of R's numbers, without its extension. */
  static JsonNode oracle(String file) {
    return JsonMapper.shared().readTree(SharedData.file("oracle/" + file + ".json"));
  }

  /** To {@link #CLOSED_FORM}. */
  void closed(String quantity, double ours, JsonNode r) {
    compare(quantity, ours, r, CLOSED_FORM, Tolerance.RELATIVE);
  }

  /** To {@link #CLOSED_FORM}. */
  void closed(String quantity, Interval ours, JsonNode r) {
    interval(quantity, ours, r, CLOSED_FORM);
  }

  /** To {@link #COMPONENT}; a variance of 0 as it is. */
  void component(String quantity, double ours, JsonNode r) {
    Tolerance kind = r.doubleValue() == 0 ? Tolerance.ABSOLUTE : Tolerance.RELATIVE;
    compare(quantity, ours, r, COMPONENT, kind);
  }

  /** Both ends, over the size of R's. */
  void interval(String quantity, Interval ours, JsonNode r, double tolerance) {
    compare(quantity + " low", ours.low(), r.path(0), tolerance, Tolerance.RELATIVE);
    compare(quantity + " high", ours.high(), r.path(1), tolerance, Tolerance.RELATIVE);
  }

  /** All of a list. */
  void closed(String quantity, double[] ours, JsonNode r) {
    assertThat(ours).as(quantity).hasSize(r.size());
    for (int i = 0; i < ours.length; i++) {
      closed(quantity + " " + i, ours[i], r.path(i));
    }
  }

  void compare(String quantity, double ours, JsonNode r, double tolerance, Tolerance kind) {
    assertThat(r.isNumber()).as(title + ": R has " + quantity).isTrue();
    compare(quantity, ours, r.doubleValue(), tolerance, kind);
  }

  /** A NaN is never within any tolerance. */
  void compare(String quantity, double ours, double oracle, double tolerance, Tolerance kind) {
    double off = Math.abs(ours - oracle);
    double over = kind == Tolerance.RELATIVE && off > 0 ? off / Math.abs(oracle) : off;
    rows.add(new Row(quantity, ours, oracle, over, tolerance));
  }

  /** Prints all and fails with every row that is off, or when nothing was compared. */
  void printAndAssert() {
    print();
    assertThat(rows).as(title).isNotEmpty();
    assertThat(rows.stream().filter(row -> !row.within())).as(title).isEmpty();
  }

  /** Under the title one row a quantity: quantity | ours | R | difference. */
  private void print() {
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
}
