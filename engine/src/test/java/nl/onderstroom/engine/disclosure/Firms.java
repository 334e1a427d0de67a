package nl.onderstroom.engine.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import nl.onderstroom.engine.summary.Histogram;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;
import org.jspecify.annotations.Nullable;

/** Firms written out: who is on the roster, and how many gave each of five answers to "q". */
final class Firms {
  private static final SummaryShape SHAPE = SummaryShape.of(new Quantity.Levels("q", 1, 5));

  private Firms() {}

  static Family of(Family.Group... units) {
    return new Family(SHAPE, List.of(units));
  }

  static Family.Group unit(String id, @Nullable String parent, long people, long... counts) {
    Tally tally = new Tally(SHAPE);
    for (int level = 0; level < counts.length; level++) {
      for (long person = 0; person < counts[level]; person++) {
        tally.add(new long[] {level + 1});
      }
    }
    return new Family.Group(id, parent, List.of(tally.summary()), OptionalLong.of(people));
  }

  /**
   * Every way in which so many people can have that mean.
   *
   * @param sd NaN when it is not known
   */
  static List<long[]> histograms(int n, double mean, double sd) {
    List<long[]> found = new ArrayList<>();
    fill(n, 0, new long[5], found);
    found.removeIf(counts -> {
      Histogram histogram = Histogram.of(1, counts);
      return histogram.mean() != mean
          || (!Double.isNaN(sd) && Math.sqrt(histogram.variance()) != sd);
    });
    return found;
  }

  private static void fill(int left, int level, long[] counts, List<long[]> found) {
    if (level == counts.length - 1) {
      counts[level] = left;
      found.add(counts.clone());
      return;
    }
    for (int here = 0; here <= left; here++) {
      counts[level] = here;
      fill(left - here, level + 1, counts, found);
    }
  }
}
