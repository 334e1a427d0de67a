package nl.onderstroom.server.survey;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.onderstroom.engine.measure.stance.NamedStance;
import nl.onderstroom.engine.measure.stance.Stance;
import nl.onderstroom.engine.measure.stance.StanceTable;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;
import nl.onderstroom.server.survey.SurveyMap.StanceScales;
import nl.onderstroom.server.tabular.CsvRows.Row;

/**
 * How many people stand where, wave by wave: over everybody at once, never by team. Keeps no row.
 * Those without both scores are not counted.
 */
public final class StanceAnswers {
  private static final String KEY = "stance";
  private static final SummaryShape SHAPE = SummaryShape.of(StanceTable.quantity(KEY));

  private final StanceScales scales;
  private final int expectancy;
  private final int threat;
  private final double expectancyUnit;
  private final double threatUnit;
  // Of the column with what people named; -1 when there is none.
  private final int column;
  private final Map<String, Tally> waves = new HashMap<>();
  private NamedStance named = NamedStance.NOT_NAMED;

  /**
   * @param shape of the records
   */
  StanceAnswers(StanceScales scales, Header header, SummaryShape shape) {
    this.scales = scales;
    this.expectancy = shape.index(scales.expectancy());
    this.threat = shape.index(scales.threat());
    this.expectancyUnit = unit(shape.quantities().get(expectancy));
    this.threatUnit = unit(shape.quantities().get(threat));
    this.column = scales.named() == null ? -1 : header.place(scales.named());
  }

  private static double unit(Quantity quantity) {
    return quantity instanceof Quantity.Decimal decimal ? Math.pow(10, decimal.decimals()) : 1;
  }

  /** Takes what the person named out of a row. */
  void read(Row row, ScaleCells.Complaint complaint) {
    if (column < 0) {
      return;
    }
    String cell = SurveyRows.cell(row, column);
    Optional<NamedStance> found = cell.isEmpty() ? Optional.of(NamedStance.NOT_NAMED) : find(cell);
    if (found.isEmpty()) {
      complaint.about(row, column, cell, "named-stance", words());
    }
    named = found.orElse(NamedStance.NOT_NAMED);
  }

  private static Optional<NamedStance> find(String cell) {
    return Arrays.stream(NamedStance.values())
        .filter(stance -> stance != NamedStance.NOT_NAMED && word(stance).equalsIgnoreCase(cell))
        .findFirst();
  }

  private static String words() {
    return Arrays.stream(NamedStance.values())
        .filter(stance -> stance != NamedStance.NOT_NAMED)
        .map(StanceAnswers::word)
        .collect(Collectors.joining(", "));
  }

  private static String word(NamedStance stance) {
    return stance.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Counts the row that was read. */
  void keep(String wave, long[] record) {
    if (record[expectancy] != Tally.MISSING && record[threat] != Tally.MISSING) {
      Stance stance = Stance.of(record[expectancy] / expectancyUnit, record[threat] / threatUnit);
      waves
          .computeIfAbsent(wave, name -> new Tally(SHAPE))
          .add(new long[] {StanceTable.level(stance, named)});
    }
  }

  public StanceScales scales() {
    return scales;
  }

  /** Of everybody with both scores at one wave. */
  public StanceTable table(String wave) {
    Tally tally = waves.getOrDefault(wave, new Tally(SHAPE));
    return StanceTable.of(tally.summary().histogram(KEY));
  }
}
