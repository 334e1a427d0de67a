package nl.onderstroom.engine.landscape;

import static nl.onderstroom.engine.landscape.PackedCholesky.cell;
import static nl.onderstroom.engine.landscape.PackedCholesky.cells;

import java.util.Arrays;
import java.util.List;

/**
 * A first guess of the opinion space: intercepts from smoothed shares, loadings from a few power
 * iterations on what is left of the votes after statement and person effects. Deterministic.
 */
final class SpaceStart {
  private static final int ITERATIONS = 8;

  /** The sums are added up in so many parts, whatever the number of threads. */
  private static final int PARTS = 4;

  /** Typical size of a loading, in logits. */
  private static final double SCALE = 0.7;

  /** Known beforehand, so that the loops over dimensions are laid out straight. */
  private static final int STRIDE = StatementTable.MOST_DIMENSIONS;

  private final Votes votes;
  private final Reading reading;
  private final int people;
  private final Workers workers;
  private final int dimensions;
  private final double[] shares;
  private final double[] left;

  /**
   * @param people the first so many are looked at
   */
  SpaceStart(Votes votes, Reading reading, int people, int dimensions, Workers workers) {
    this.workers = workers;
    this.votes = votes;
    this.reading = reading;
    this.people = people;
    this.dimensions = dimensions;
    shares = shares();
    left = left();
  }

  OpinionSpace space() {
    double[][] loadings = start();
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      orthonormalise(loadings);
      loadings = iterate(loadings);
    }
    orthonormalise(loadings);
    return space(loadings);
  }

  private double[] shares() {
    double[] yes = new double[votes.statements()];
    double[] all = new double[votes.statements()];
    double yesses = 0;
    double total = 0;
    for (int entry = 0; entry < votes.end(people - 1); entry++) {
      int sign = reading.sign(votes.code(entry));
      yes[votes.statement(entry)] += sign > 0 ? 1 : 0;
      all[votes.statement(entry)] += sign == 0 ? 0 : 1;
      yesses += sign > 0 ? 1 : 0;
      total += sign == 0 ? 0 : 1;
    }
    double mean = (yesses + 1) / (total + 2);
    for (int statement = 0; statement < yes.length; statement++) {
      yes[statement] = (yes[statement] + 2 * mean) / (all[statement] + 2);
    }
    return yes;
  }

  private double[][] start() {
    double[][] loadings = new double[dimensions][votes.statements()];
    for (int d = 0; d < dimensions; d++) {
      for (int statement = 0; statement < loadings[d].length; statement++) {
        long mixed = CanonicalOrder.mix((long) statement << 8 | (d + 1));
        loadings[d][statement] = (mixed >>> 40) * 0x1p-24 - 0.5;
      }
    }
    return loadings;
  }

  private double[][] iterate(double[][] loadings) {
    List<Range> ranges = Range.of(people, Math.min(people, PARTS));
    return workers.all(ranges.size(), at -> iterate(loadings, ranges.get(at))).stream()
        .reduce(SpaceStart::sum)
        .orElseThrow();
  }

  private static double[][] sum(double[][] into, double[][] from) {
    for (int d = 0; d < into.length; d++) {
      add(into[d], 1, from[d]);
    }
    return into;
  }

  private double[][] iterate(double[][] loadings, Range range) {
    double[] from = byStatement(loadings);
    double[] next = new double[from.length];
    double[] place = new double[STRIDE];
    for (int person = range.from(); person < range.to(); person++) {
      Arrays.fill(place, 0);
      for (int entry = votes.start(person); entry < votes.end(person); entry++) {
        add(left[entry], from, votes.statement(entry) * STRIDE, place, 0);
      }
      for (int entry = votes.start(person); entry < votes.end(person); entry++) {
        add(left[entry], place, 0, next, votes.statement(entry) * STRIDE);
      }
    }
    return byDimension(next);
  }

  private static void add(double times, double[] from, int at, double[] into, int there) {
    for (int d = 0; d < STRIDE; d++) {
      into[there + d] += times * from[at + d];
    }
  }

  /** Of each vote, what the statement and the person's inclination to say yes do not explain. */
  private double[] left() {
    double[] left = new double[votes.end(people - 1)];
    List<Range> ranges = Range.of(people, Math.min(people, PARTS));
    workers.all(
        ranges.size(),
        at -> {
          for (int person = ranges.get(at).from(); person < ranges.get(at).to(); person++) {
            leave(person, left);
          }
          return true;
        });
    return left;
  }

  private void leave(int person, double[] left) {
    double sum = 0;
    double all = 4;
    for (int entry = votes.start(person); entry < votes.end(person); entry++) {
      int sign = reading.sign(votes.code(entry));
      if (sign != 0) {
        left[entry] = (sign > 0 ? 1 : 0) - shares[votes.statement(entry)];
        sum += left[entry];
        all++;
      }
    }
    double yeaSaying = sum / all;
    for (int entry = votes.start(person); entry < votes.end(person); entry++) {
      left[entry] -= reading.sign(votes.code(entry)) == 0 ? 0 : yeaSaying;
    }
  }

  /** The loadings of a statement beside each other: a vote needs them all. */
  private double[] byStatement(double[][] loadings) {
    double[] all = new double[votes.statements() * STRIDE];
    for (int d = 0; d < dimensions; d++) {
      for (int statement = 0; statement < votes.statements(); statement++) {
        all[statement * STRIDE + d] = loadings[d][statement];
      }
    }
    return all;
  }

  private double[][] byDimension(double[] all) {
    double[][] loadings = new double[dimensions][votes.statements()];
    for (int d = 0; d < dimensions; d++) {
      for (int statement = 0; statement < votes.statements(); statement++) {
        loadings[d][statement] = all[statement * STRIDE + d];
      }
    }
    return loadings;
  }

  /** Gram and Schmidt, after taking out the mean: that is the participant effect's. */
  private static void orthonormalise(double[][] loadings) {
    for (int d = 0; d < loadings.length; d++) {
      double mean = sum(loadings[d]) / loadings[d].length;
      for (int at = 0; at < loadings[d].length; at++) {
        loadings[d][at] -= mean;
      }
      for (int other = 0; other < d; other++) {
        add(loadings[d], -dot(loadings[d], loadings[other]), loadings[other]);
      }
      double size = Math.sqrt(dot(loadings[d], loadings[d])) + 1e-12;
      for (int at = 0; at < loadings[d].length; at++) {
        loadings[d][at] /= size;
      }
    }
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int at = 0; at < left.length; at++) {
      sum += left[at] * right[at];
    }
    return sum;
  }

  private static void add(double[] into, double times, double[] from) {
    for (int at = 0; at < into.length; at++) {
      into[at] += times * from[at];
    }
  }

  private OpinionSpace space(double[][] loadings) {
    int size = cells(dimensions + 2);
    double[] moments = new double[votes.statements() * size];
    double[] one = new double[dimensions + 2];
    one[1] = 1;
    double scale = SCALE * Math.sqrt(votes.statements());
    for (int statement = 0; statement < votes.statements(); statement++) {
      one[0] = Math.log(shares[statement] / (1 - shares[statement]));
      for (int d = 0; d < dimensions; d++) {
        one[d + 2] = scale * loadings[d][statement];
      }
      for (int row = 0; row < one.length; row++) {
        for (int column = 0; column <= row; column++) {
          moments[statement * size + cell(row, column)] = one[row] * one[column];
        }
      }
    }
    return new OpinionSpace(dimensions, votes.statements(), moments, 1);
  }
}
