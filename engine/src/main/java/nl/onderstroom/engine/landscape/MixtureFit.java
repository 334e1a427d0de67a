package nl.onderstroom.engine.landscape;

import static nl.onderstroom.engine.landscape.PackedCholesky.cell;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Fits mixtures of one, two, three … groups to people's messages by expectation–maximisation that
 * takes into account how little some messages say (extreme deconvolution, Bovy, Hogg and Roweis
 * 2011). Each next one begins with the last one, one of its groups split in two: every group is
 * tried. Deterministic.
 */
final class MixtureFit {
  private static final int TRIAL_PEOPLE = 384;
  private static final int TRIAL_STEPS = 6;

  /** With fewer people a step is over before another thread has begun. */
  private static final int ALONE = 1024;

  /** Settled when a step gains less log-likelihood than this a person. */
  private static final double LEAST_GAIN = 1e-4;

  private final Messages messages;
  private final int people;
  private final int mostSteps;
  private final Workers workers;

  /**
   * @param people the first so many count
   * @param mostSteps of expectation–maximisation, for each number of groups
   */
  MixtureFit(Messages messages, int people, int mostSteps, Workers workers) {
    this.messages = messages;
    this.people = people;
    this.mostSteps = mostSteps;
    this.workers = workers;
  }

  /**
   * @param sums of the last step
   */
  record Fitted(Mixture mixture, MixtureSums sums) {
    int groups() {
      return mixture.groups();
    }

    /** −2 log-likelihood plus what the parameters cost (Schwarz 1978); lower is better. */
    double bic() {
      return mixture.parameters() * Math.log((double) Math.max(2, sums.people()))
          - 2 * sums.logLikelihood();
    }
  }

  Fitted one() {
    return settle(Mixture.one(messages.dimensions()), people, mostSteps);
  }

  /** From {@code smaller} on, one group more. */
  Fitted more(Fitted smaller) {
    return smaller.groups() == 1 ? firstCut(smaller.mixture()) : oneMore(smaller.mixture());
  }

  /**
   * Across the longest axis of all people. Where people stand in a continuum there are other cuts
   * that are about as likely; this one is found again most surely.
   */
  private Fitted firstCut(Mixture one) {
    return settle(split(one, 0, axes(one, 0, people)[0]), people, mostSteps);
  }

  private Fitted oneMore(Mixture smaller) {
    int trial = Math.min(people, TRIAL_PEOPLE);
    Fitted best =
        workers
            .all(
                smaller.groups(),
                group -> {
                  double[] longest = axes(smaller, group, trial)[0];
                  return settle(split(smaller, group, longest), trial, TRIAL_STEPS);
                })
            .stream()
            .max(Comparator.comparingDouble(fitted -> fitted.sums().logLikelihood()))
            .orElseThrow();
    return settle(best.mixture(), people, mostSteps);
  }

  private Mixture split(Mixture mixture, int group, double[] direction) {
    int groups = mixture.groups();
    double[] shares = Arrays.copyOf(mixture.shares(), groups + 1);
    shares[group] /= 2;
    shares[groups] = shares[group];
    double[][] centres = new double[groups + 1][];
    for (int at = 0; at <= groups; at++) {
      centres[at] = mixture.centres()[at == groups ? group : at].clone();
    }
    double[] spread = mixture.spread().clone();
    for (int row = 0; row < direction.length; row++) {
      centres[group][row] -= direction[row];
      centres[groups][row] += direction[row];
      for (int column = 0; column <= row; column++) {
        double taken = 2 * shares[group] * direction[row] * direction[column] / 2;
        spread[cell(row, column)] -= taken;
      }
    }
    for (int row = 0; row < direction.length; row++) {
      spread[cell(row, row)] = Math.max(spread[cell(row, row)], 0.02);
    }
    return new Mixture(shares, centres, spread);
  }

  /**
   * The directions in which people of a group stand apart, each as long as they do; longest first.
   */
  private double[][] axes(Mixture mixture, int group, int trial) {
    int dimensions = mixture.dimensions();
    double[][] scatter = new double[dimensions][dimensions];
    double[] apart = new double[dimensions];
    double weight = 1e-9;
    Belonging belonging = new Belonging(messages, mixture);
    Range range = new Range(0, trial);
    for (int block = 0; block < range.endOfBlocks(); block++) {
      belonging.of(block);
      for (int lane = 0; lane < range.lanes(block); lane++) {
        double chance = belonging.chances[group][lane];
        weight += chance;
        for (int row = 0; row < dimensions; row++) {
          apart[row] = belonging.places[group][row][lane] - mixture.centres()[group][row];
          for (int column = 0; column <= row; column++) {
            scatter[row][column] += chance * apart[row] * apart[column];
            scatter[column][row] = scatter[row][column];
          }
        }
      }
    }
    PrincipalAxes axes = PrincipalAxes.of(scatter);
    double[][] directions = axes.vectors();
    for (int axis = 0; axis < dimensions; axis++) {
      double length = Math.sqrt(Math.max(axes.values()[axis] / weight, 1e-6));
      for (int d = 0; d < dimensions; d++) {
        directions[axis][d] *= length;
      }
    }
    return directions;
  }

  /**
   * Goes on from a mixture until it settles, each time a little further than the step says as long
   * as that helps (adaptive overrelaxation, Salakhutdinov and Roweis 2003). Settled is only what a
   * plain step does not improve: one that goes too far may gain little and still be on the way.
   */
  private Fitted settle(Mixture start, int people, int mostSteps) {
    Mixture mixture = start;
    MixtureSums sums = step(mixture, people);
    double further = 0;
    for (int step = 0; step < mostSteps; step++) {
      Mixture next = sums.mixture();
      Mixture tried = further > 0 ? next.beyond(mixture, further) : next;
      MixtureSums better = step(tried, people);
      double gain = better.logLikelihood() - sums.logLikelihood();
      if (further > 0 && !(gain >= 0)) {
        further = 0;
        continue;
      }
      mixture = tried;
      sums = better;
      if (gain >= LEAST_GAIN * people) {
        further = further == 0 ? 0.5 : Math.min(4, further * 1.4);
      } else if (further > 0) {
        further = 0;
      } else {
        break;
      }
    }
    return new Fitted(mixture, sums);
  }

  private MixtureSums step(Mixture mixture, int people) {
    if (people <= ALONE) {
      return step(mixture, new Range(0, people));
    }
    List<Range> ranges = Range.of(people);
    return workers.all(ranges.size(), at -> step(mixture, ranges.get(at))).stream()
        .reduce(MixtureSums::merge)
        .orElseGet(() -> new MixtureSums(mixture.groups(), mixture.dimensions()));
  }

  private MixtureSums step(Mixture mixture, Range range) {
    MixtureSums.Adding adding = new MixtureSums.Adding(mixture.groups(), mixture.dimensions());
    Belonging belonging = new Belonging(messages, mixture);
    for (int block = range.firstBlock(); block < range.endOfBlocks(); block++) {
      belonging.of(block);
      adding.add(belonging, range.lanes(block));
    }
    return adding.sums();
  }
}
