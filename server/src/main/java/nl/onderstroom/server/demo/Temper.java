package nl.onderstroom.server.demo;

import java.util.HashMap;
import java.util.Map;

/**
 * Who someone is before anything happens, and how far they move when it does.
 *
 * @param person staff number
 * @param team code of the team
 * @param start the mood in round 1
 * @param responsiveness multiplies the effect of every action but the announcement: most people
 *     turn, some hardly do
 */
record Temper(int person, String team, Mood start, double responsiveness) {
  private static final double SHARE_THAT_TURNS = 0.8;
  private static final double TURNS = 1.15;
  private static final double HARDLY_TURNS = 0.2;
  private static final double PRACTICE_A_ROUND = 0.12;

  /** What a team has in common, in standard deviations of a person. */
  private record Climate(double safety, double example, double expectancy) {
    static Climate drawn(Dice dice) {
      return new Climate(0.5 * dice.normal(), 0.5 * dice.normal(), 0.25 * dice.normal());
    }
  }

  static Map<Integer, Temper> drawn(Company company, Dice dice) {
    var climates = new HashMap<String, Climate>();
    var tempers = new HashMap<Integer, Temper>();
    for (Person person : company.people()) {
      String team = person.unitCode();
      Climate climate = climates.computeIfAbsent(team, each -> Climate.drawn(dice));
      tempers.put(person.number(), drawn(person, climate, dice));
    }
    return Map.copyOf(tempers);
  }

  private static Temper drawn(Person person, Climate climate, Dice dice) {
    boolean wary = Chart.siteOf(person.unitCode()).equals(Chart.TERNEUZEN);
    double openness = dice.normal();
    double expectancy = 0.5 * openness + 0.75 * dice.normal() + climate.expectancy();
    double threat = -0.3 * expectancy + 0.85 * dice.normal() + (wary ? 0.2 : 0);
    double jobThreat = 0.55 * threat + 0.75 * dice.normal() + (wary ? 0.2 : 0);
    double keepingUp = 0.4 * openness - 0.3 * threat + 0.75 * dice.normal();
    Mood start =
        new Mood()
            .plus(Latent.OPENNESS, openness)
            .plus(Latent.EXPECTANCY, expectancy)
            .plus(Latent.THREAT, threat)
            .plus(Latent.JOB_THREAT, jobThreat)
            .plus(Latent.KEEPING_UP, keepingUp)
            .plus(Latent.SAFETY, climate.safety() + 0.5 * dice.normal() - (wary ? 0.15 : 0))
            .plus(Latent.EXAMPLE, climate.example() + 0.4 * dice.normal())
            .plus(Latent.CLARITY, 0.3 * climate.example() + 0.2 * openness + 0.6 * dice.normal())
            .plus(Latent.SUPPORT, 0.6 * dice.normal())
            .plus(Latent.PRACTICE, 0.4 * openness + 0.2 * keepingUp + 0.6 * dice.normal())
            .plus(Latent.STYLE, 0.3 * dice.normal());
    double responsiveness = dice.happens(SHARE_THAT_TURNS) ? TURNS : HARDLY_TURNS;
    return new Temper(person.number(), person.unitCode(), start, responsiveness);
  }

  /** The mood in a round (1 and up), after all that has happened by then. */
  Mood in(int round, Rollout rollout) {
    Mood mood = start.plus(Latent.PRACTICE, PRACTICE_A_ROUND * (round - 1));
    for (Action action : Action.values()) {
      double strength = rollout.strength(action, team, round);
      double dose = action == Action.ANNOUNCEMENT ? strength : strength * responsiveness;
      if (dose > 0) {
        mood = mood.plus(dose, action.effects());
      }
    }
    return mood;
  }

  /** The chance that someone in {@code mood} takes part: trust draws, threat keeps away. */
  static double chanceOfTakingPart(Mood mood) {
    return Item.logistic(1.1 + 0.3 * mood.of(Latent.SAFETY) - 0.3 * mood.of(Latent.THREAT));
  }
}
