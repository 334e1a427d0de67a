package nl.onderstroom.engine.landscape;

import static nl.onderstroom.engine.landscape.PackedCholesky.cell;
import static nl.onderstroom.engine.landscape.PackedCholesky.cells;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Opinion groups: normal distributions of places with a centre each and one spread for all.
 *
 * @param shares of each group, adding up to 1
 * @param centres of each group
 * @param spread covariance within a group, packed
 */
record Mixture(double[] shares, double[][] centres, double[] spread) {
  /** Everybody in one group, as the prior has it. */
  static Mixture one(int dimensions) {
    double[] spread = new double[cells(dimensions)];
    for (int d = 0; d < dimensions; d++) {
      spread[cell(d, d)] = 1;
    }
    return new Mixture(new double[] {1}, new double[1][dimensions], spread);
  }

  /**
   * As far beyond {@code this} as {@code factor} times the way from an earlier one. Its spread may
   * not be one; a fit that uses it looks whether it got better.
   */
  Mixture beyond(Mixture earlier, double factor) {
    double[] moved = new double[groups()];
    double[][] middles = new double[groups()][dimensions()];
    double sum = 0;
    for (int group = 0; group < groups(); group++) {
      moved[group] = shares[group] * Math.pow(shares[group] / earlier.shares[group], factor);
      sum += moved[group];
      for (int d = 0; d < dimensions(); d++) {
        double step = centres[group][d] - earlier.centres[group][d];
        middles[group][d] = centres[group][d] + factor * step;
      }
    }
    for (int group = 0; group < groups(); group++) {
      moved[group] /= sum;
    }
    double[] wider = spread.clone();
    for (int at = 0; at < wider.length; at++) {
      wider[at] += factor * (spread[at] - earlier.spread[at]);
    }
    return new Mixture(moved, middles, wider);
  }

  /** The same, the largest group first; of equal ones the one that is first on the map. */
  Mixture largestFirst() {
    int[] order =
        IntStream.range(0, groups())
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer group) -> -shares[group])
                    .thenComparingDouble(group -> centres[group][0]))
            .mapToInt(Integer::intValue)
            .toArray();
    return inOrder(order);
  }

  /** The same with its groups in another order. */
  Mixture inOrder(int[] order) {
    return new Mixture(
        Arrays.stream(order).mapToDouble(group -> shares[group]).toArray(),
        Arrays.stream(order).mapToObj(group -> centres[group]).toArray(double[][]::new),
        spread);
  }

  int groups() {
    return shares.length;
  }

  int dimensions() {
    return centres[0].length;
  }

  /** Free parameters: shares, centres and spread. */
  int parameters() {
    return groups() - 1 + groups() * dimensions() + spread.length;
  }

  /**
   * How deep the valleys between groups are: of the worst separated pair, the lowest density on the
   * line between the centres over the lower of the two tops. For normals of equal spread that line
   * is where all tops and valleys lie (Ray and Lindsay 2005). 0 is a deep valley, 1 none.
   */
  double shallowestValley() {
    double shallowest = 0;
    Density density = new Density();
    for (int one = 0; one < groups(); one++) {
      for (int other = 0; other < one; other++) {
        shallowest = Math.max(shallowest, density.valley(centres[one], centres[other]));
      }
    }
    return shallowest;
  }

  private final class Density {
    private static final int STEPS = 40;
    private final PackedCholesky cholesky = new PackedCholesky(dimensions()).factor(spread);
    private final double[] difference = new double[dimensions()];
    private final double[] solved = new double[dimensions()];
    private final double[] point = new double[dimensions()];

    double valley(double[] one, double[] other) {
      double lowest = Double.MAX_VALUE;
      double first = 0;
      double second = 0;
      for (int step = -STEPS / 8; step <= STEPS + STEPS / 8; step++) {
        double part = (double) step / STEPS;
        for (int d = 0; d < point.length; d++) {
          point[d] = (1 - part) * one[d] + part * other[d];
        }
        double here = at();
        first = step <= STEPS / 4 ? Math.max(first, here) : first;
        second = step >= STEPS - STEPS / 4 ? Math.max(second, here) : second;
        lowest = step > 0 && step < STEPS ? Math.min(lowest, here) : lowest;
      }
      return Math.min(1, lowest / Math.min(first, second));
    }

    /** Up to a constant. */
    private double at() {
      double sum = 0;
      for (int group = 0; group < groups(); group++) {
        for (int d = 0; d < point.length; d++) {
          difference[d] = point[d] - centres[group][d];
        }
        cholesky.solve(difference, solved);
        double distance = 0;
        for (int d = 0; d < point.length; d++) {
          distance += difference[d] * solved[d];
        }
        sum += shares[group] * Math.exp(-distance / 2);
      }
      return sum;
    }
  }
}
