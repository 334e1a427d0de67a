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
  private final long[] scatter;
  private long people;
  private long logLikelihood;

  MixtureSums(int groups, int dimensions) {
    this.groups = groups;
    this.dimensions = dimensions;
    counts = new long[groups];
    centres = new long[groups * dimensions];
    squares = new long[cells(dimensions)];
    scatter = new long[groups * cells(dimensions)];
  }

  private static long whole(double value) {
    return Math.round(Math.max(-LARGEST, Math.min(LARGEST, value * SCALE)));
  }

  /** Adds the person whom {@code belonging} looked at last. */
  void add(Belonging belonging, double personLogLikelihood) {
    for (int group = 0; group < groups; group++) {
      double chance = belonging.chances[group];
      counts[group] += whole(chance);
      for (int row = 0; row < dimensions; row++) {
        double place = belonging.places[group][row];
        centres[group * dimensions + row] += whole(chance * place);
        for (int column = 0; column <= row; column++) {
          long product = whole(chance * place * belonging.places[group][column]);
          int at = cell(row, column);
          squares[at] += product;
          scatter[group * squares.length + at] += product;
        }
      }
    }
    for (int at = 0; at < squares.length; at++) {
      squares[at] += whole(belonging.covariance[at]);
    }
    people++;
    logLikelihood += whole(personLogLikelihood);
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
    addAll(scatter, other.scatter);
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
          spread[cell(row, column)] -=
              count(group) * middles[group][row] * middles[group][column];
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

  /** The main direction in which the people of a group stand apart, and how far: its length. */
  double[] mainDirection(int group) {
    double[][] matrix = new double[dimensions][dimensions];
    for (int row = 0; row < dimensions; row++) {
      for (int column = 0; column < dimensions; column++) {
        matrix[row][column] =
            scatter[group * squares.length + cell(row, column)] / SCALE / Math.max(count(group), 1)
                - centre(group, row) * centre(group, column);
      }
    }
    PrincipalAxes axes = PrincipalAxes.of(matrix);
    double[] direction = axes.vectors()[0].clone();
    for (int d = 0; d < dimensions; d++) {
      direction[d] *= Math.sqrt(Math.max(axes.values()[0], 1e-6));
    }
    return direction;
  }
}
