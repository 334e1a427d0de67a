package nl.onderstroom.engine.disclosure;

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
 *   <li>Decimals: Σ(x − mean)² of at least {@value #LEAST_SPREAD}, in the quantity's unit squared:
 *       about what two people make who lie one step of a four-item score from the others. A score's
 *       items are looked at too, since all but one at the top of a scale may spread widely: at
 *       least one item must be varied.
 * </ul>
 *
 * All of these stay true when people are added.
 */
final class Sameness {
  private static final double LEAST_SPREAD = 0.1;
  private static final int LEAST_DIFFERENT = 2;

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

  private static boolean isSpread(Moments moments) {
    return moments.variance() * (moments.n() - 1) >= LEAST_SPREAD;
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
