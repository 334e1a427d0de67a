package nl.onderstroom.server.survey;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import nl.onderstroom.server.rounds.Question.Measured;
import nl.onderstroom.server.survey.SurveyMap.MappedScale;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one scale as numbers: whole units of the last decimal. Starts with none, and learns
 * from the cells how many decimals there are.
 */
final class Numbers {
  /** In place of a number: the cell holds none, or one outside the scale. */
  static final long NONE = Long.MIN_VALUE;

  private static final int MOST_SHORT_DIGITS = 7;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]{1,12}([.,][0-9]{0,40})?|[.,][0-9]{1,40})([eE][+-]?[0-9]{1,2})?");

  private final int min;
  private final int max;
  // Further ones are rounded away.
  private final int mostDecimals;
  private int decimals;
  private int seenDecimals;
  private long unit = 1;

  Numbers(MappedScale scale) {
    this.min = scale.min();
    this.max = scale.max();
    this.mostDecimals = Measured.mostDecimals(min, max);
  }

  int decimals() {
    return decimals;
  }

  /** Whether cells had more decimals than were read: from now on they are, and all begins again. */
  boolean hasLearnt() {
    boolean learnt = seenDecimals > decimals;
    decimals = Math.max(decimals, seenDecimals);
    unit = 1;
    for (int i = 0; i < decimals; i++) {
      unit *= 10;
    }
    return learnt;
  }

  /**
   * The number in units of the last decimal, or {@link #NONE}.
   *
   * @param commas whether a comma may stand for the decimal point: not where it separates cells
   */
  long read(String cell, boolean commas) {
    long number = readShort(cell);
    if (number != NONE) {
      return number < min || number > max ? NONE : number * unit;
    }
    BigDecimal exact = exact(cell, commas);
    if (exact == null
        || exact.compareTo(BigDecimal.valueOf(min)) < 0
        || exact.compareTo(BigDecimal.valueOf(max)) > 0) {
      return NONE;
    }
    BigDecimal plain = exact.setScale(mostDecimals, RoundingMode.HALF_EVEN).stripTrailingZeros();
    seenDecimals = Math.max(seenDecimals, plain.scale());
    return plain.setScale(decimals, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
  }

  /** The number the other way round: the lowest becomes the highest. */
  long turned(long number) {
    return (min + max) * unit - number;
  }

  /** Any number, of no scale: NaN when the cell holds none. */
  static double any(String cell, boolean commas) {
    BigDecimal exact = exact(cell, commas);
    return exact == null ? Double.NaN : exact.doubleValue();
  }

  private static long readShort(String cell) {
    if (cell.isEmpty() || cell.length() > MOST_SHORT_DIGITS) {
      return NONE;
    }
    long number = 0;
    for (int i = 0; i < cell.length(); i++) {
      char digit = cell.charAt(i);
      if (digit < '0' || digit > '9') {
        return NONE;
      }
      number = 10 * number + (digit - '0');
    }
    return number;
  }

  private static @Nullable BigDecimal exact(String cell, boolean commas) {
    if (!NUMBER.matcher(cell).matches() || (!commas && cell.indexOf(',') >= 0)) {
      return null;
    }
    return new BigDecimal(cell.replace(',', '.'));
  }
}
