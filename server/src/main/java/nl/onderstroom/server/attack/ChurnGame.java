package nl.onderstroom.server.attack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import nl.onderstroom.engine.disclosure.Change;
import nl.onderstroom.engine.disclosure.Gate;
import nl.onderstroom.engine.disclosure.Trend;
import nl.onderstroom.server.answers.Sheet;
import nl.onderstroom.server.rounds.Continuities;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Questionnaire;

/**
 * Two rounds, between which one person left: the attacker knows who, and guesses what she answered.
 * He has the first round's figures, and takes every change that is told between the two apart. The
 * worst case: everybody takes part, and who stays says the same again.
 */
final class ChurnGame {
  private static final Question.Asked ASKED = Questionnaire.FIRST.asked("hope");

  private final Firm firm;
  private final Random random;

  ChurnGame(Firm firm, long seed) {
    this.firm = firm;
    this.random = new Random(seed);
  }

  /** Once as it is, and once by a product that tells of every unit. */
  List<Outcome> play(int trials) {
    double[] withRule = new double[trials];
    double[] without = new double[trials];
    int told = 0;
    for (int trial = 0; trial < trials; trial++) {
      Map<Integer, Sheet> sheets = sheets();
      int leaver = random.nextInt(firm.everybody().size());
      firm.employ(firm.everybody());
      ClosedRound before = ClosedRound.of(firm, sheets, random);
      firm.employ(firm.everybody().stream().filter(person -> person != leaver).toList());
      ClosedRound after = ClosedRound.of(firm, sheets, random);
      Set<String> continued = continued(before, after);
      Set<String> every = after.release().units().keySet();
      long truth = answer(sheets, leaver);
      int alone = guess(before, after, leaver, Set.of()) == truth ? 1 : 0;
      withRule[trial] = (guess(before, after, leaver, continued) == truth ? 1 : 0) - alone;
      without[trial] = (guess(before, after, leaver, every) == truth ? 1 : 0) - alone;
      told += continued.size();
    }
    if (told == 0) {
      throw new IllegalStateException("No change was told at all: there was nothing to attack.");
    }
    return List.of(
        Outcome.of("churn", false, trials, withRule),
        Outcome.of("churn: every change is told", true, trials, without));
  }

  private Map<Integer, Sheet> sheets() {
    var sheets = new HashMap<Integer, Sheet>();
    for (int person : firm.everybody()) {
      int position = 1 + random.nextInt(ASKED.choiceKeys().size());
      sheets.put(person, Sheet.of(Questionnaire.FIRST, Map.of(ASKED.key(), List.of(position))));
    }
    return sheets;
  }

  private static long answer(Map<Integer, Sheet> sheets, int person) {
    int place = Questionnaire.FIRST.asked().indexOf(ASKED);
    Sheet sheet = Objects.requireNonNull(sheets.get(person));
    return Objects.requireNonNull(sheet.answers().get(place));
  }

  /** The units of which the product tells what changed. */
  private Set<String> continued(ClosedRound before, ClosedRound after) {
    Trend trend =
        Gate.compare(
            before.release(),
            after.release(),
            firm.room(Continuities.class).find(after.id()).orElseThrow().units(),
            List.of(ASKED.key()));
    return after.release().units().keySet().stream()
        .filter(unit -> trend.unit(unit).get(ASKED.key()) instanceof Change.Told)
        .collect(Collectors.toSet());
  }

  /**
   * By what is told of the smallest unit that the person left; else by what her unit answered most.
   */
  private static long guess(ClosedRound before, ClosedRound after, int leaver, Set<String> told) {
    List<String> units = before.chain(leaver);
    for (String unit : units) {
      OptionalDouble sum = before.sum(unit, ASKED.key());
      OptionalDouble less = after.sum(unit, ASKED.key());
      if (told.contains(unit) && sum.isPresent() && less.isPresent()) {
        return Math.round(sum.getAsDouble() - less.getAsDouble());
      }
    }
    return before.likeliest(units.getFirst(), ASKED.key());
  }
}
