package nl.onderstroom.engine.disclosure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import nl.onderstroom.engine.summary.Answers;
import nl.onderstroom.engine.summary.Histogram;
import nl.onderstroom.engine.summary.Moments;
import nl.onderstroom.engine.summary.TickCounts;

/**
 * Whether people answered differently enough that a figure about all of them is not a figure about
 * each: at least two differ from the rest.
 *
 * <ul>
 *   <li>Levels: at least two people outside the commonest level.
 *   <li>Words: for every word at least two who did not tick it, and at least two ticks in all. That
 *       few or none ticked a word may be shown: not ticking says little.
 *   <li>Decimals: Σ(x − mean)² of at least a tenth, in the quantity's unit squared: about what two
 *       people make who lie one step of a four-item score from the others. A score's items are
 *       looked at too, since all but one at the top of a scale may spread widely: at least one item
 *       must be varied.
 * </ul>
 *
 * All of these stay true when people are added.
 */
final class Sameness {
  /** One over the least Σ(x − mean)². */
  private static final BigInteger SPREAD = BigInteger.TEN;

  private static final long LEAST_DIFFERENT = 2;
  private static final List<Number> VARIED = List.of(-1L);

  private Sameness() {}

  /**
   * @param said a question's answers, or a score's with those of its items; empty is varied
   */
  static boolean isVaried(List<Answers> said) {
    boolean counted = false;
    boolean varied = false;
    for (Answers answers : said) {
      switch (answers) {
        case Moments moments -> {
          if (!isSpread(moments)) {
            return false;
          }
        }
        case Histogram histogram -> {
          counted = true;
          varied |= isVaried(histogram);
        }
        case TickCounts ticks -> {
          counted = true;
          varied |= isVaried(ticks);
        }
      }
    }
    return varied || !counted;
  }

  /**
   * What of the answers still decides, with any others added, whether they will be varied. Counts
   * beyond the least that matters are all one, and so is everything that is varied.
   *
   * @return equal only for answers that the same additions make varied
   */
  static List<Number> outlook(List<Answers> said) {
    List<Number> decimals = new ArrayList<>();
    List<Number> counts = new ArrayList<>();
    boolean varied = false;
    for (Answers answers : said) {
      switch (answers) {
        case Moments moments -> decimals.addAll(outlook(moments));
        case Histogram histogram -> {
          varied |= isVaried(histogram);
          counts.addAll(outlook(histogram));
        }
        case TickCounts ticks -> {
          varied |= isVaried(ticks);
          counts.addAll(outlook(ticks));
        }
      }
    }
    decimals.addAll(varied ? VARIED : counts);
    return decimals;
  }

  private static List<Number> outlook(Moments moments) {
    return isSpread(moments) ? VARIED : List.of(moments.n(), moments.sum(), moments.squares());
  }

  private static List<Number> outlook(Histogram histogram) {
    List<Number> people = new ArrayList<>();
    for (int level = histogram.min(); level <= histogram.max(); level++) {
      people.add(Math.min(histogram.count(level), LEAST_DIFFERENT));
    }
    return people;
  }

  private static List<Number> outlook(TickCounts ticks) {
    List<Number> people = new ArrayList<>();
    long all = 0;
    for (int option = 0; option < ticks.options(); option++) {
      people.add(Math.min(ticks.n() - ticks.count(option), LEAST_DIFFERENT));
      all += ticks.count(option);
    }
    people.add(Math.min(all, LEAST_DIFFERENT));
    return people;
  }

  /** n·Σx² − (Σx)² is n·Σ(x − mean)²; exact, for else adding somebody might undo it. */
  private static boolean isSpread(Moments moments) {
    BigInteger n = BigInteger.valueOf(moments.n());
    BigInteger deviation = n.multiply(moments.squares()).subtract(moments.sum().pow(2));
    return moments.n() > 0
        && deviation
                .multiply(SPREAD)
                .compareTo(n.multiply(BigInteger.TEN.pow(2 * moments.decimals())))
            >= 0;
  }

  private static boolean isVaried(Histogram histogram) {
    long commonest = 0;
    for (int level = histogram.min(); level <= histogram.max(); level++) {
      commonest = Math.max(commonest, histogram.count(level));
    }
    return histogram.n() - commonest >= LEAST_DIFFERENT;
  }

  private static boolean isVaried(TickCounts ticks) {
    long all = 0;
    for (int option = 0; option < ticks.options(); option++) {
      if (ticks.n() - ticks.count(option) < LEAST_DIFFERENT) {
        return false;
      }
      all += ticks.count(option);
    }
    return all >= LEAST_DIFFERENT;
  }
}
