package nl.onderstroom.server.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Questionnaire;

/**
 * What was put into the simulation, so that what comes out can be laid beside it. Every figure is
 * exact for these 420 people and their chances; it holds no luck of the draw of an answer.
 *
 * <p>Those who take part differ from those who do not (the threatened stay away), and so do their
 * expected answers: an estimate from answers aims at {@link Among#TAKING_PART}, the company's own
 * figure is {@link Among#EVERYONE}.
 */
public final class Truth {
  /** Over whom an expectation is taken. */
  public enum Among {
    EVERYONE,
    /** Everyone, weighted by the chance that they take part. */
    TAKING_PART
  }

  private final List<Temper> tempers;
  private final Rollout rollout;

  Truth(List<Temper> tempers, Rollout rollout) {
    this.tempers = List.copyOf(tempers);
    this.rollout = rollout;
  }

  /**
   * The expected share of each choice of a question, in the order shown: of a statement the steps 1
   * to 5, of the stance who embraces to who holds back, of words the share that ticks each.
   *
   * @param unit code of a unit; its parts count
   * @return shares from 0 to 1; they sum to 1 but for words
   */
  public List<Double> shares(String question, int round, String unit, Among among) {
    return shares(question, round, within(unit), among, rollout);
  }

  /** The expected mean answer, 1 to 5, of a statement or of a one-of counted by position. */
  public double mean(String question, int round, String unit, Among among) {
    return mean(shares(question, round, unit, among));
  }

  /**
   * What an action changed in the mean answer of the teams that have it in {@code round}, against
   * the same people at the same moment had the company never taken it. Reversed statements keep
   * their sign: it is the answer's mean, not the construct's.
   *
   * @return a difference on the answer's scale; 0 when no team has the action yet
   */
  public double effect(Action action, String question, int round) {
    Simulation.requireRound(round);
    List<Temper> acting =
        tempers.stream().filter(each -> rollout.strength(action, each.team(), round) > 0).toList();
    if (acting.isEmpty()) {
      return 0;
    }
    return mean(shares(question, round, acting, Among.EVERYONE, rollout))
        - mean(shares(question, round, acting, Among.EVERYONE, rollout.without(action)));
  }

  /** The first round in which a team has an action; empty when it never does. */
  public OptionalInt firstRound(Action action, String team) {
    return rollout.firstRound(action, team);
  }

  /** The expected share of a unit that takes part, 0 to 1. */
  public double takingPart(int round, String unit) {
    Simulation.requireRound(round);
    return within(unit).stream()
        .mapToDouble(each -> Temper.chanceOfTakingPart(each.in(round, rollout)))
        .average()
        .orElseThrow();
  }

  private List<Temper> within(String unit) {
    List<Temper> found =
        tempers.stream().filter(each -> Chart.isWithin(each.team(), unit)).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException("The example company has no unit \"" + unit + "\"");
    }
    return found;
  }

  private static List<Double> shares(
      String key, int round, List<Temper> people, Among among, Rollout rollout) {
    Simulation.requireRound(round);
    Question.Asked question = Questionnaire.FIRST.asked(key);
    Item item = Items.of(question);
    double[] sums = new double[question.choiceKeys().size()];
    double weights = 0;
    for (Temper each : people) {
      Mood mood = each.in(round, rollout);
      double weight = among == Among.EVERYONE ? 1 : Temper.chanceOfTakingPart(mood);
      double[] chances = item.chances(mood);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += weight * chances[i];
      }
      weights += weight;
    }
    var shares = new ArrayList<Double>();
    for (double sum : sums) {
      shares.add(sum / weights);
    }
    return List.copyOf(shares);
  }

  private static double mean(List<Double> shares) {
    return IntStream.range(0, shares.size()).mapToDouble(i -> (i + 1) * shares.get(i)).sum();
  }
}
