package nl.onderstroom.server.survey;

import java.math.BigInteger;
import nl.onderstroom.engine.summary.Tally;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Question.Measured;
import nl.onderstroom.server.rounds.Question.Scored;
import nl.onderstroom.server.survey.SurveyMap.MappedScale;
import nl.onderstroom.server.tabular.CsvRows.Row;

/** Takes the cells of one scale out of a row. */
final class ScaleCells {
  private final MappedScale scale;
  private final Numbers numbers;
  private final boolean commas;
  private final int[] places;
  private final boolean[] reversed;
  private final boolean[] turned;
  private final long[] items;
  private final boolean keepsItems;
  private final int scoreDecimals;

  /** Hears what is wrong with a cell. */
  @FunctionalInterface
  interface Complaint {
    void about(Row row, int place, String given, String key, Object... arguments);
  }

  ScaleCells(MappedScale scale, Numbers numbers, boolean commas, Question question, Header header) {
    this.scale = scale;
    this.numbers = numbers;
    this.commas = commas;
    this.places = scale.items().stream().mapToInt(header::place).toArray();
    this.keepsItems = !(question instanceof Scored scored) || scored.hasLevels();
    this.scoreDecimals = Measured.mostDecimals(scale.min(), scale.max());
    this.reversed = new boolean[places.length];
    this.turned = new boolean[places.length];
    this.items = new long[places.length];
    // Items that are kept for scoring are turned there.
    boolean turnsHere = !(question instanceof Scored) || !keepsItems;
    for (int i = 0; i < turned.length; i++) {
      reversed[i] = scale.reversed().contains(scale.items().get(i));
      turned[i] = turnsHere && reversed[i];
    }
  }

  /** How many answers it makes of a row. */
  int width() {
    return keepsItems ? places.length : 1;
  }

  /** What the last row that was read says to each item, reversed ones turned round; not a copy. */
  long[] items() {
    return items;
  }

  /** Puts the answers in {@code answers}, beginning at {@code from}. */
  void read(Row row, long[] answers, int from, Complaint complaint) {
    long sum = 0;
    int answered = 0;
    for (int i = 0; i < places.length; i++) {
      long number = number(row, places[i], complaint);
      long other = number == Tally.MISSING ? number : numbers.turned(number);
      items[i] = reversed[i] ? other : number;
      if (turned[i]) {
        number = other;
      }
      if (keepsItems) {
        answers[from + i] = number;
      } else if (number != Tally.MISSING) {
        sum += number;
        answered++;
      }
    }
    if (!keepsItems) {
      answers[from] = score(sum, answered);
    }
  }

  private long number(Row row, int place, Complaint complaint) {
    String cell = SurveyRows.cell(row, place);
    if (cell.isEmpty()) {
      return Tally.MISSING;
    }
    long number = numbers.read(cell, commas);
    if (number == Numbers.NONE) {
      complaint.about(
          row, place, cell, "number", Integer.toString(scale.min()), Integer.toString(scale.max()));
      return Tally.MISSING;
    }
    return number;
  }

  /** The mean of the answered items, when at least half are; as {@code Scale} does for levels. */
  private long score(long sum, int answered) {
    if (answered == 0 || 2 * answered < places.length) {
      return Tally.MISSING;
    }
    BigInteger twice =
        BigInteger.valueOf(2 * sum)
            .multiply(BigInteger.TEN.pow(scoreDecimals - numbers.decimals()))
            .add(BigInteger.valueOf(answered));
    return Math.floorDiv(twice.longValueExact(), 2L * answered);
  }
}
