package nl.onderstroom.engine.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import nl.onderstroom.engine.summary.Histogram;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;

/**
 * A tiny firm with a known roster, and a reader who tries every table of whole numbers: how many of
 * each unit gave each of three answers or none, such that everything published comes out.
 */
final class EveryTable {
  static final int LEVELS = 3;
  private static final SummaryShape SHAPE = SummaryShape.of(new Quantity.Levels("q", 1, LEVELS));

  final int[] parents;
  final long[] heads;

  /** Per unit, people directly in it per answer. */
  final long[][] real;

  private final List<long[][]> tables = new ArrayList<>();

  EveryTable(int[] parents, long[] heads, long[][] real) {
    this.parents = parents;
    this.heads = heads;
    this.real = real;
  }

  EveryTable(long seed) {
    Random random = new Random(seed);
    parents = new int[2 + random.nextInt(2)];
    heads = new long[parents.length];
    real = new long[parents.length][LEVELS];
    double agree = random.nextInt(3) * .4;
    for (int unit = 0; unit < parents.length; unit++) {
      parents[unit] = unit == 0 ? -1 : random.nextInt(unit);
      heads[unit] = unit == 0 ? random.nextInt(5) : 4 + random.nextInt(7);
      for (int person = 0; person < heads[unit]; person++) {
        if (random.nextDouble() < .9) {
          real[unit][random.nextDouble() < agree ? 2 : random.nextInt(LEVELS)]++;
        }
      }
    }
  }

  Family family() {
    List<Family.Group> groups = new ArrayList<>();
    for (int unit = 0; unit < parents.length; unit++) {
      Tally tally = new Tally(SHAPE);
      for (int level = 0; level < LEVELS; level++) {
        for (long person = 0; person < real[unit][level]; person++) {
          tally.add(new long[] {level + 1});
        }
      }
      groups.add(
          new Family.Group(
              "unit" + unit,
              unit == 0 ? null : "unit" + parents[unit],
              List.of(tally.summary()),
              OptionalLong.of(heads[unit])));
    }
    return new Family(SHAPE, groups);
  }

  /** Reads a release of this firm; says what can be known for certain, or is empty. */
  String known(Release published, int floor) {
    tables.clear();
    fill(published, 0, new long[parents.length][]);
    for (int bits = 1; bits < 1 << parents.length; bits++) {
      int set = bits;
      long[] truth = counts(real, set);
      long people = Arrays.stream(truth).sum();
      if (people > 0
          && people < floor
          && tables.stream().allMatch(table -> Arrays.equals(counts(table, set), truth))) {
        return "%d people in %s said %s".formatted(people, set, Arrays.toString(truth));
      }
    }
    for (int unit = 0; unit < parents.length; unit++) {
      for (int level = 0; level < LEVELS; level++) {
        int each = unit;
        int said = level;
        if (heads[unit] > 0
            && tables.stream().allMatch(table -> table[each][said] == heads[each])) {
          return "each in unit %d said %d".formatted(unit, level + 1);
        }
      }
    }
    return "";
  }

  int tables() {
    return tables.size();
  }

  private void fill(Release release, int unit, long[][] table) {
    if (unit == parents.length) {
      if (agrees(release, table)) {
        tables.add(Arrays.stream(table).map(long[]::clone).toArray(long[][]::new));
      }
      return;
    }
    long most = heads[unit];
    for (long one = 0; one <= most; one++) {
      for (long two = 0; one + two <= most; two++) {
        for (long three = 0; one + two + three <= most; three++) {
          table[unit] = new long[] {one, two, three};
          fill(release, unit + 1, table);
        }
      }
    }
  }

  private boolean agrees(Release release, long[][] table) {
    for (int unit = 0; unit < parents.length; unit++) {
      if (release.unit("unit" + unit) instanceof UnitRelease.Shown shown) {
        long[] counts = counts(table, below(unit));
        long n = Arrays.stream(counts).sum();
        Histogram histogram = Histogram.of(1, counts);
        boolean fits =
            (shown.respondents().isEmpty() || shown.respondents().getAsLong() == n)
                && switch (shown.figure("q")) {
                  case Figure.Distribution all ->
                      all.counts().equals(Arrays.stream(counts).boxed().toList());
                  case Figure.Mean mean ->
                      mean.n() == n
                          && mean.mean() == histogram.mean()
                          && (!mean.isOwnSd() || mean.sd() == Math.sqrt(histogram.variance()));
                  case Figure.TickShares ticks -> false;
                  case Figure.HiddenFigure hidden -> true;
                };
        if (!fits) {
          return false;
        }
      }
    }
    return true;
  }

  private int below(int unit) {
    int below = 1 << unit;
    for (int other = unit + 1; other < parents.length; other++) {
      below |= (below >> parents[other] & 1) << other;
    }
    return below;
  }

  private static long[] counts(long[][] table, int set) {
    long[] counts = new long[LEVELS];
    IntStream.range(0, table.length)
        .filter(unit -> (set >> unit & 1) == 1)
        .forEach(unit -> Arrays.setAll(counts, level -> counts[level] + table[unit][level]));
    return counts;
  }
}
