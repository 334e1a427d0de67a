package nl.onderstroom.engine.landscape;

import static nl.onderstroom.engine.landscape.PackedCholesky.cell;
import static nl.onderstroom.engine.landscape.PackedCholesky.cells;

import java.util.Arrays;
import java.util.List;

/**
 * What the votes of some people say about their places, without the prior: exp(−½ uᵀΛu + hᵀu), on
 * the dimensions that are measured well enough. Of somebody with few votes Λ is small: the message
 * says little, not that they stand in the middle. Kept in blocks of {@link Lanes#COUNT} people.
 */
final class Messages {
  /** The share of variance in people's places that their votes must explain, on a dimension. */
  static final double LEAST_RELIABILITY = 0.1;

  private final int size;
  private final int dimensions;
  private final double[][] precisions;
  private final double[][] informations;

  /**
   * Messages that say nothing.
   *
   * @param size how many people
   */
  Messages(int size, int dimensions) {
    this.size = size;
    this.dimensions = dimensions;
    precisions = Lanes.rows(blocks() * cells(dimensions));
    informations = Lanes.rows(blocks() * dimensions);
  }

  private Messages(int size, int dimensions, double[][] precisions, double[][] informations) {
    this.size = size;
    this.dimensions = dimensions;
    this.precisions = precisions;
    this.informations = informations;
  }

  /** Those of {@code people}, in that order, on the first {@code dimensions} dimensions. */
  static Messages of(Places places, int[] people, int dimensions, Workers workers) {
    Messages messages = new Messages(people.length, dimensions);
    List<Range> ranges = Range.of(people.length);
    workers.all(ranges.size(), at -> messages.fill(places, people, ranges.get(at)));
    return messages;
  }

  private boolean fill(Places places, int[] people, Range range) {
    double[] mean = new double[places.order()];
    double[] covariance = new double[cells(places.order())];
    Writer writer = new Writer();
    for (int at = range.from(); at < range.to(); at++) {
      places.read(people[at], mean, covariance);
      writer.write(at, mean, covariance);
    }
    return true;
  }

  /**
   * The same with some people's messages written anew, and room for more people at the end.
   *
   * @param people of whom the messages are, those at the end included
   * @param anew which of {@code people} to write
   */
  Messages with(Places places, int[] people, int[] anew) {
    Messages other = widened(people.length);
    boolean[] own = new boolean[other.blocks()];
    double[] mean = new double[places.order()];
    double[] covariance = new double[cells(places.order())];
    Writer writer = other.new Writer();
    for (int at : anew) {
      int block = at / Lanes.COUNT;
      if (!own[block]) {
        own[block] = true;
        copyRows(other.precisions, block, cells(dimensions));
        copyRows(other.informations, block, dimensions);
      }
      places.read(people[at], mean, covariance);
      writer.write(at, mean, covariance);
    }
    return other;
  }

  /** With the same rows as this one, and new ones where there are none. */
  private Messages widened(int people) {
    Messages wider = new Messages(people, dimensions, precisions, informations);
    return new Messages(
        people,
        dimensions,
        widened(precisions, wider.blocks() * cells(dimensions)),
        widened(informations, wider.blocks() * dimensions));
  }

  private static double[][] widened(double[][] rows, int length) {
    double[][] more = Arrays.copyOf(rows, length);
    for (int row = rows.length; row < length; row++) {
      more[row] = new double[Lanes.COUNT];
    }
    return more;
  }

  private static void copyRows(double[][] rows, int block, int length) {
    for (int row = block * length; row < (block + 1) * length; row++) {
      rows[row] = rows[row].clone();
    }
  }

  /** Turns posteriors into messages; one thread each. */
  final class Writer {
    private final PackedCholesky cholesky = new PackedCholesky(dimensions);
    private final double[] marginal = new double[cells(dimensions)];
    private final double[] precision = new double[cells(dimensions)];

    /**
     * @param at which of the people
     * @param mean of (y, u)
     * @param covariance of (y, u), packed
     */
    void write(int at, double[] mean, double[] covariance) {
      for (int row = 0; row < dimensions; row++) {
        for (int column = 0; column <= row; column++) {
          marginal[cell(row, column)] = covariance[cell(row + 1, column + 1)];
        }
      }
      cholesky.factor(marginal).inverse(precision);
      int block = at / Lanes.COUNT;
      int lane = at % Lanes.COUNT;
      for (int row = 0; row < dimensions; row++) {
        double sum = 0;
        for (int column = 0; column < dimensions; column++) {
          sum += precision[cell(row, column)] * mean[column + 1];
        }
        informations[block * dimensions + row][lane] = sum;
        precision[cell(row, row)] -= 1;
      }
      for (int cell = 0; cell < precision.length; cell++) {
        precisions[block * precision.length + cell][lane] = precision[cell];
      }
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

  /** How many people. */
  int size() {
    return size;
  }

  /** How many blocks they are in; the last one may not be full. */
  int blocks() {
    return (size + Lanes.COUNT - 1) / Lanes.COUNT;
  }

  /** One cell of Λ of the people of a block. */
  double[] precision(int block, int cell) {
    return precisions[block * cells(dimensions) + cell];
  }

  /** One component of h of the people of a block. */
  double[] information(int block, int dimension) {
    return informations[block * dimensions + dimension];
  }
}
