package nl.onderstroom.server.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Questionnaire;

/**
 * Six quarterly rounds at the example company: a start with AI (1), an announcement that frightens
 * (2), rumours and resistance (3), then vision, listening and training at two sites (4),
 * experiments (5), and a turn for most but not for all; the third site lags (6).
 *
 * <p>The same seed gives the same answers to the last bit, whichever round is asked for first.
 */
public final class Simulation {
  public static final int ROUNDS = 6;

  private final Company company;
  private final long seed;
  private final Rollout rollout;
  private final Map<Integer, Temper> tempers;

  public Simulation(Company company, long seed) {
    this.company = company;
    this.seed = seed;
    this.rollout = Rollout.planned(company, new Dice(seed, "rollout"));
    this.tempers = Temper.drawn(company, new Dice(seed, "tempers"));
  }

  /**
   * The sheets of those who take part in {@code round}, in order of staff number.
   *
   * @param round 1 to {@value #ROUNDS}
   */
  public List<Sheet> round(int round) {
    requireRound(round);
    return company.people().stream()
        .filter(person -> takesPart(person, round))
        .map(person -> fillsIn(person, round))
        .toList();
  }

  static void requireRound(int round) {
    if (round < 1 || round > ROUNDS) {
      throw new IllegalArgumentException(
          "The example company has rounds 1 to %d; given: %d".formatted(ROUNDS, round));
    }
  }

  private boolean takesPart(Person person, int round) {
    var dice = new Dice(seed, "takes part " + person.number() + " in " + round);
    return dice.happens(Temper.chanceOfTakingPart(temper(person).in(round, rollout)));
  }

  private Sheet fillsIn(Person person, int round) {
    var dice = new Dice(seed, "answers of " + person.number() + " in " + round);
    Mood mood = temper(person).in(round, rollout);
    var answers = new HashMap<String, List<Integer>>();
    for (Question.Asked question : Questionnaire.FIRST.asked()) {
      if (!dice.happens(Items.chanceOfSkipping(question))) {
        answers.put(question.key(), Items.of(question).draw(mood, dice));
      }
    }
    return new Sheet(person.number(), answers);
  }

  private Temper temper(Person person) {
    return Objects.requireNonNull(tempers.get(person.number()));
  }

  /** What the answers come from. */
  public Truth truth() {
    List<Temper> everyone = company.people().stream().map(this::temper).toList();
    return new Truth(everyone, rollout);
  }
}
