package nl.onderstroom.engine.landscape;

import static nl.onderstroom.engine.landscape.PackedCholesky.cell;
import static nl.onderstroom.engine.landscape.PackedCholesky.cells;

/**
 * What some people tell about the groups: exact whole-number sums, which merge in any order. Enough
 * to estimate the {@link Mixture}; no person is in it. Multiples of 2⁻²⁴ and below 2¹² a person.
 */
final class MixtureSums {
  private static final double SCALE = 0x1p24;
  private static final double LARGEST = 0x1p36;

  /** Weight of the prior guess of the spread, in people. */
  private static final double PRIOR_PEOPLE = 4;

  /** That guess: small next to the unit spread of all people. */
  private static final double PRIOR_SPREAD = 0.05;

  private final int groups;
  private final int dimensions;
  private final long[] counts;
  private final long[] centres;
  private final long[] squares;
  private long people;
  private long logLikelihood;

  MixtureSums(int groups, int dimensions) {
    this.groups = groups;
    this.dimensions = dimensions;
    counts = new long[groups];
    centres = new long[groups * dimensions];
    squares = new long[cells(dimensions)];
  }

  /** The sums of both together. */
  MixtureSums merge(MixtureSums other) {
    MixtureSums both = new MixtureSums(groups, dimensions);
    both.add(this);
    both.add(other);
    return both;
  }

  private void add(MixtureSums other) {
    addAll(counts, other.counts);
    addAll(centres, other.centres);
    addAll(squares, other.squares);
    people += other.people;
    logLikelihood += other.logLikelihood;
  }

  private static void addAll(long[] into, long[] from) {
    for (int at = 0; at < into.length; at++) {
      into[at] += from[at];
    }
  }

  long people() {
    return people;
  }

  double logLikelihood() {
    return logLikelihood / SCALE;
  }

  double count(int group) {
    return counts[group] / SCALE;
  }

  private double centre(int group, int dimension) {
    return centres[group * dimensions + dimension] / SCALE / Math.max(count(group), 1e-9);
  }

  /** The mixture that these sums tell of. */
  Mixture mixture() {
    double[] shares = new double[groups];
    double[][] middles = new double[groups][dimensions];
    double[] spread = new double[squares.length];
    for (int at = 0; at < spread.length; at++) {
      spread[at] = squares[at] / SCALE;
    }
    for (int group = 0; group < groups; group++) {
      shares[group] = (count(group) + 1) / (people + groups);
      for (int row = 0; row < dimensions; row++) {
        middles[group][row] = centre(group, row);
        for (int column = 0; column <= row; column++) {
          spread[cell(row, column)] -= count(group) * middles[group][row] * middles[group][column];
        }
      }
    }
    for (int row = 0; row < dimensions; row++) {
      spread[cell(row, row)] += PRIOR_PEOPLE * PRIOR_SPREAD;
      for (int column = 0; column <= row; column++) {
        spread[cell(row, column)] /= people + PRIOR_PEOPLE;
      }
    }
    return new Mixture(shares, middles, spread);
  }

  /**
   * Adds people a block at a time: each lane adds whole numbers as doubles, which is exact below
   * 2⁵³, so for 2¹⁷ blocks.
   */
  static final class Adding {
    private final MixtureSums sums;
    private final double[][] counts;
    private final double[][] centres;
    private final double[][] squares;
    private final double[] logLikelihood = new double[Lanes.COUNT];
    private final double[][] weighed;
    private final double[] product = new double[Lanes.COUNT];

    Adding(int groups, int dimensions) {
      sums = new MixtureSums(groups, dimensions);
      counts = Lanes.rows(groups);
      centres = Lanes.rows(groups * dimensions);
      weighed = Lanes.rows(groups * dimensions);
      squares = Lanes.rows(cells(dimensions));
    }

    /** The first {@code lanes} people of the block that {@code belonging} looked at last. */
    void add(Belonging belonging, int lanes) {
      for (int group = 0; group < sums.groups; group++) {
        double[] chance = belonging.chances[group];
        addWhole(chance, counts[group], lanes);
        for (int d = 0; d < sums.dimensions; d++) {
          int at = group * sums.dimensions + d;
          Lanes.product(chance, belonging.places[group][d], weighed[at]);
          addWhole(weighed[at], centres[at], lanes);
        }
      }
      for (int row = 0; row < sums.dimensions; row++) {
        for (int column = 0; column <= row; column++) {
          addSquares(belonging, row, column, lanes);
        }
      }
      addWhole(belonging.logLikelihood, logLikelihood, lanes);
      sums.people += lanes;
    }

    /** E[u uᵀ]. */
    private void addSquares(Belonging belonging, int row, int column, int lanes) {
      int cell = cell(row, column);
      System.arraycopy(belonging.covariance[cell], 0, product, 0, Lanes.COUNT);
      for (int group = 0; group < sums.groups; group++) {
        double[] place = belonging.places[group][column];
        Lanes.addProduct(weighed[group * sums.dimensions + row], place, product);
      }
      addWhole(product, squares[cell], lanes);
    }

    private static void addWhole(double[] from, double[] into, int lanes) {
      for (int lane = 0; lane < lanes; lane++) {
        double value = Math.max(-LARGEST, Math.min(LARGEST, from[lane] * SCALE));
        into[lane] += Math.rint(value);
      }
    }

    MixtureSums sums() {
      flush(counts, sums.counts);
      flush(centres, sums.centres);
      flush(squares, sums.squares);
      for (double whole : logLikelihood) {
        sums.logLikelihood += (long) whole;
      }
      return sums;
    }

    private static void flush(double[][] from, long[] into) {
      for (int row = 0; row < into.length; row++) {
        for (double whole : from[row]) {
          into[row] += (long) whole;
        }
      }
    }
  }
}
