package nl.onderstroom.quality.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import nl.onderstroom.engine.measure.waves.Sample;
import nl.onderstroom.engine.measure.waves.Turnover;

/**
 * A company whose people answer several scales of three items wave after wave, some of them, some
 * of the time. People keep what they think of a scale from wave to wave, teams have it in common,
 * some people leave and others come. What changes is told from outside, by team, scale and wave.
 */
final class SimulatedCompany {
  /**
   * @param teams of 8 to 20 people each
   * @param scales answered by everyone
   * @param stays chance that a person is still there at the next wave; else another sits there
   * @param responds chance that a person answers
   * @param durable share of a person's variance within the team that lasts from wave to wave
   * @param drift standard deviation of what a team has in common at one wave only
   */
  record Plan(int teams, int scales, double stays, double responds, double durable, double drift) {
    static Plan usual() {
      return new Plan(30, 4, 0.9, 0.7, 0.6, 0.05);
    }
  }

  /** Standard deviation of a person's answer within a team, before it is rounded. */
  static final double PERSON = 0.9;

  private static final double TEAM = 0.35;
  private static final double MEAN = 3.1;

  private final Plan plan;
  private final SplittableRandom random;
  private final double[][] teamLevels;
  private final double[][][] traits;
  private int seats;
  private int kept;

  SimulatedCompany(Plan plan, long seed) {
    this.plan = plan;
    this.random = new SplittableRandom(seed);
    this.teamLevels = new double[plan.teams()][plan.scales()];
    this.traits = new double[plan.teams()][][];
    for (int team = 0; team < plan.teams(); team++) {
      Arrays.setAll(teamLevels[team], scale -> TEAM * random.nextGaussian());
      int size = 8 + random.nextInt(13);
      traits[team] = new double[size][plan.scales()];
      for (double[] person : traits[team]) {
        arrives(person);
      }
      seats += size;
    }
  }

  /** What a team changed by at this wave. */
  interface Change {
    double of(int team, int scale);
  }

  /** Nothing changed. */
  static double nothing(int team, int scale) {
    return 0;
  }

  /** What is answered at a wave, {@code [scale][team]}. */
  List<List<Sample>> answers(Change change) {
    List<List<Sample>> wave = new ArrayList<>();
    double[][] drifts = new double[plan.teams()][plan.scales()];
    for (double[] drift : drifts) {
      Arrays.setAll(drift, scale -> plan.drift() * random.nextGaussian());
    }
    double[][][] answers = new double[plan.scales()][plan.teams()][];
    for (int team = 0; team < plan.teams(); team++) {
      for (int scale = 0; scale < plan.scales(); scale++) {
        answers[scale][team] = new double[traits[team].length];
      }
      for (int person = 0; person < traits[team].length; person++) {
        boolean answered = random.nextDouble() < plan.responds();
        for (int scale = 0; scale < plan.scales(); scale++) {
          double level =
              MEAN
                  + teamLevels[team][scale]
                  + drifts[team][scale]
                  + change.of(team, scale)
                  + Math.sqrt(plan.durable()) * PERSON * traits[team][person][scale];
          answers[scale][team][person] = answered ? answer(level) : Double.NaN;
        }
      }
    }
    for (double[][] ofScale : answers) {
      wave.add(Arrays.stream(ofScale).map(Sample::of).toList());
    }
    return wave;
  }

  /** Time passes: who leaves makes place for somebody else. */
  void goesOn() {
    kept = 0;
    for (double[][] team : traits) {
      for (double[] person : team) {
        if (random.nextDouble() < plan.stays()) {
          kept++;
        } else {
          arrives(person);
        }
      }
    }
  }

  /** Since the last time it went on. */
  Turnover turnover() {
    return new Turnover(seats, seats, kept);
  }

  /** What a team durably is, on a scale. */
  double level(int team, int scale) {
    return teamLevels[team][scale];
  }

  private void arrives(double[] person) {
    Arrays.setAll(person, scale -> random.nextGaussian());
  }

  /** The mean of three items of 1 to 5. */
  private double answer(double level) {
    double passing = Math.sqrt(1 - plan.durable()) * PERSON * random.nextGaussian();
    double thirds = Math.rint(3 * (level + passing));
    return Math.clamp(thirds, 3, 15) / 3;
  }
}
