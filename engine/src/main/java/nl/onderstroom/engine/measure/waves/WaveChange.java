package nl.onderstroom.engine.measure.waves;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.onderstroom.engine.measure.Holm;
import nl.onderstroom.engine.measure.Interval;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether a scale changed between two unlinked waves, when several scales and teams are looked at
 * together.
 *
 * <p><b>Rule.</b> Refused ({@link CannotTell}) when a wave has no answers or fewer than {@value
 * #LEAST_ANSWERS}, when turnover is above {@link Turnover#GREATEST}, or when all answers are equal.
 * The test is that of {@link TeamChanges} (of {@link MeanChange} when fewer than {@link
 * TeamChanges#LEAST_TEAMS} teams answered both times). <b>Changed</b>: p after Holm over all scales
 * and teams judged together is at most {@link #LEVEL}, and people and teams point the same way (if
 * not, the make-up of the company changed). <b>Not changed</b>: the 95% intervals of both the test
 * and g lie within ±{@link #LEAST_EFFECT} standard deviation. Anything else cannot be told.
 */
public sealed interface WaveChange {
  /** Answers a wave from which on a change may be claimed. */
  int LEAST_ANSWERS = 30;

  /** Standard deviations below which a change is of no interest: Cohen's "small". */
  double LEAST_EFFECT = 0.2;

  /**
   * The highest family-wise p of a claim. Where teams drift on their own the test between teams is
   * a little too bold (measured: 5.3% at .05), and five false alarms in a hundred are a promise.
   */
  double LEVEL = 0.04;

  /**
   * @param p after Holm
   */
  record Changed(Evidence evidence, double p) implements WaveChange {}

  /**
   * @param p after Holm
   */
  record NotChanged(Evidence evidence, double p) implements WaveChange {}

  /**
   * @param evidence empty when nothing could be compared
   */
  record CannotTell(Shortfall shortfall, Optional<Evidence> evidence) implements WaveChange {}

  /**
   * @param people the change from person to person, with g
   * @param teams the change from team to team; empty when too few teams answered both times
   */
  record Evidence(MeanChange people, Optional<TeamChanges> teams) {
    /** Of the test, before Holm. */
    public double p() {
      return teams.map(TeamChanges::p).orElseGet(people::p);
    }

    double difference() {
      return teams.map(TeamChanges::mean).orElseGet(people::difference);
    }

    /** Of what was tested, 95%, for this one comparison. */
    public Interval interval() {
      return teams.map(TeamChanges::interval).orElseGet(people::interval);
    }

    double standardError() {
      return teams.map(TeamChanges::standardError).orElseGet(people::standardError);
    }

    private boolean agree() {
      return people.difference() * difference() > 0;
    }

    private boolean isSmall() {
      double sd = people.pooledStandardDeviation();
      return within(people.hedgesGInterval(), LEAST_EFFECT)
          && within(interval(), LEAST_EFFECT * sd);
    }

    private static boolean within(Interval interval, double bound) {
      return interval.low() > -bound && interval.high() < bound;
    }
  }

  /**
   * What is missing.
   *
   * @param given what there is
   * @param enough what would be enough, in the unit of given
   */
  record Shortfall(Reason reason, double given, double enough) {}

  /** Why it cannot be told; in brackets the unit of a shortfall. */
  enum Reason {
    /** Nobody answered at one of the waves (answers of the smaller wave). */
    A_WAVE_WITHOUT_ANSWERS,
    /** Too few answered at one of the waves (answers of the smaller wave). */
    TOO_FEW_ANSWERS,
    /** Too many people left or joined (share). */
    TOO_MUCH_TURNOVER,
    /** Everybody gave the same answer, so there is no chance to reckon with (variance). */
    ALL_ANSWERS_EQUAL,
    /** People and teams point different ways (the teams' change times the people's; above 0). */
    PEOPLE_AND_TEAMS_DISAGREE,
    /** The interval reaches from nothing to something (answers of the smaller wave). */
    TOO_UNCERTAIN
  }

  /**
   * Judges all scales, and teams where they are judged, together: the more are asked for at once,
   * the stronger each must be.
   *
   * @return one each, in order
   */
  static List<WaveChange> judge(List<Waves> questions) {
    List<Optional<Shortfall>> shortfalls = questions.stream().map(WaveChange::shortfall).toList();
    List<Optional<Evidence>> evidence = questions.stream().map(WaveChange::evidence).toList();
    double[] p = new double[questions.size()];
    for (int i = 0; i < p.length; i++) {
      p[i] =
          shortfalls.get(i).isPresent()
              ? Double.NaN
              : evidence.get(i).map(Evidence::p).orElse(Double.NaN);
    }
    double[] adjusted = Holm.adjusted(p);
    List<WaveChange> verdicts = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      Optional<Evidence> shown = evidence.get(i);
      double holm = adjusted[i];
      verdicts.add(
          shortfalls
              .get(i)
              .<WaveChange>map(shortfall -> new CannotTell(shortfall, shown))
              .orElseGet(() -> judge(shown.orElseThrow(), holm)));
    }
    return List.copyOf(verdicts);
  }

  private static WaveChange judge(Evidence evidence, double p) {
    if (p <= LEVEL && evidence.agree()) {
      return new Changed(evidence, p);
    }
    if (p <= LEVEL) {
      double product = evidence.people().difference() * evidence.difference();
      return new CannotTell(
          new Shortfall(Reason.PEOPLE_AND_TEAMS_DISAGREE, product, Math.ulp(0)),
          Optional.of(evidence));
    }
    return evidence.isSmall()
        ? new NotChanged(evidence, p)
        : new CannotTell(tooUncertain(evidence), Optional.of(evidence));
  }

  private static Optional<Shortfall> shortfall(Waves waves) {
    Sample before = Sample.of(waves.before());
    Sample after = Sample.of(waves.after());
    long fewest = Math.min(before.n(), after.n());
    if (fewest < LEAST_ANSWERS) {
      Reason reason = fewest == 0 ? Reason.A_WAVE_WITHOUT_ANSWERS : Reason.TOO_FEW_ANSWERS;
      return Optional.of(new Shortfall(reason, fewest, LEAST_ANSWERS));
    }
    double turnover = waves.turnover().share();
    if (turnover > Turnover.GREATEST) {
      return Optional.of(new Shortfall(Reason.TOO_MUCH_TURNOVER, turnover, Turnover.GREATEST));
    }
    if (within(waves) == 0) {
      return Optional.of(new Shortfall(Reason.ALL_ANSWERS_EQUAL, 0, Double.MIN_VALUE));
    }
    return Optional.empty();
  }

  private static Optional<Evidence> evidence(Waves waves) {
    Sample before = Sample.of(waves.before());
    Sample after = Sample.of(waves.after());
    if (before.n() < 2 || after.n() < 2 || within(waves) == 0) {
      return Optional.empty();
    }
    boolean enough = TeamChanges.measured(waves.before(), waves.after()) >= TeamChanges.LEAST_TEAMS;
    return Optional.of(
        new Evidence(
            new MeanChange(before, after),
            enough
                ? Optional.of(TeamChanges.of(waves.before(), waves.after()))
                : Optional.empty()));
  }

  /** Σ of squares within teams and waves. */
  private static double within(Waves waves) {
    return waves.before().stream().mapToDouble(Sample::squares).sum()
        + waves.after().stream().mapToDouble(Sample::squares).sum();
  }

  /**
   * Answers that would let the least effect be found 80 times out of 100 at the present spread: the
   * error shrinks with their root.
   */
  private static Shortfall tooUncertain(Evidence evidence) {
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double reach =
        normal.inverseSurvivalProbability(LEVEL / 2) + normal.inverseSurvivalProbability(0.2);
    double effect = LEAST_EFFECT * evidence.people().pooledStandardDeviation();
    long fewest = Math.min(evidence.people().before().n(), evidence.people().after().n());
    double times = reach * evidence.standardError() / effect;
    return new Shortfall(
        Reason.TOO_UNCERTAIN, fewest, Math.ceil(fewest * Math.max(1, times * times)));
  }
}
