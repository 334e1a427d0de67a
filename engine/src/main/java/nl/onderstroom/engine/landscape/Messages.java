package nl.onderstroom.engine.landscape;

import static nl.onderstroom.engine.landscape.PackedCholesky.cell;
import static nl.onderstroom.engine.landscape.PackedCholesky.cells;

import java.util.List;

/**
 * What each person's votes say about their place, without the prior: exp(−½ uᵀΛu + hᵀu), on the
 * dimensions that are measured well enough. Of somebody with few votes Λ is small: the message says
 * little, not that they stand in the middle.
 */
final class Messages {
  /** The share of variance in people's places that their votes must explain, on a dimension. */
  static final double LEAST_RELIABILITY = 0.1;

  private final int dimensions;
  private final double[] precisions;
  private final double[] informations;

  private Messages(int people, int dimensions) {
    this.dimensions = dimensions;
    precisions = new double[people * cells(dimensions)];
    informations = new double[people * dimensions];
  }

  /** Those of the first {@code dimensions} dimensions. */
  static Messages of(Places places, int dimensions, Workers workers) {
    Messages messages = new Messages(places.people(), dimensions);
    List<Range> ranges = Range.of(places.people());
    workers.all(ranges.size(), at -> messages.fill(places, ranges.get(at)));
    return messages;
  }

  private boolean fill(Places places, Range range) {
    int order = places.order();
    double[] mean = new double[order];
    double[] covariance = new double[cells(order)];
    Writer writer = new Writer();
    for (int person = range.from(); person < range.to(); person++) {
      places.read(person, mean, covariance);
      writer.write(person, mean, covariance);
    }
    return true;
  }

  /** Turns posteriors into messages; one thread each. */
  private final class Writer {
    private final PackedCholesky cholesky = new PackedCholesky(dimensions);
    private final double[] marginal = new double[cells(dimensions)];
    private final double[] precision = new double[cells(dimensions)];

    void write(int person, double[] mean, double[] covariance) {
      for (int row = 0; row < dimensions; row++) {
        for (int column = 0; column <= row; column++) {
          marginal[cell(row, column)] = covariance[cell(row + 1, column + 1)];
        }
      }
      cholesky.factor(marginal).inverse(precision);
      for (int row = 0; row < dimensions; row++) {
        double sum = 0;
        for (int column = 0; column < dimensions; column++) {
          sum += precision[cell(row, column)] * mean[column + 1];
        }
        informations[person * dimensions + row] = sum;
        precision[cell(row, row)] -= 1;
      }
      System.arraycopy(precision, 0, precisions, person * precision.length, precision.length);
    }
  }

  /**
   * The dimensions on which people's places are reliable: Var(E[u]) of Var(u) = 1, at least {@link
   * #LEAST_RELIABILITY}. At least one, so that there is always a map.
   */
  static int reliableDimensions(Places places) {
    int reliable = 0;
    for (int d = 0; d + 1 < places.order(); d++) {
      double squares = 0;
      for (int person = 0; person < places.people(); person++) {
        squares += places.coordinate(person, d) * places.coordinate(person, d);
      }
      if (squares / places.people() < LEAST_RELIABILITY) {
        break;
      }
      reliable++;
    }
    return Math.max(1, reliable);
  }

  int dimensions() {
    return dimensions;
  }

  int people() {
    return informations.length / dimensions;
  }

  /** Writes Λ + {@code prior}. */
  void precisionPlus(int person, double[] prior, double[] into) {
    for (int at = 0; at < into.length; at++) {
      into[at] = precisions[person * into.length + at] + prior[at];
    }
  }

  double information(int person, int dimension) {
    return informations[person * dimensions + dimension];
  }
}
