package nl.onderstroom.server.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.onderstroom.engine.disclosure.Change;
import nl.onderstroom.engine.disclosure.Figure;
import nl.onderstroom.engine.disclosure.Gate;
import nl.onderstroom.engine.disclosure.Release;
import nl.onderstroom.engine.disclosure.Trend;
import nl.onderstroom.engine.disclosure.UnitRelease;
import nl.onderstroom.server.answers.Closing;
import nl.onderstroom.server.answers.Sheet;
import nl.onderstroom.server.insight.Publishing;
import nl.onderstroom.server.insight.Releases;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.Continuities;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.rounds.Unit;

/**
 * Two rounds, between which one person left: the attacker knows who, and guesses what she answered.
 * He has the first round's figures, and takes every change that is told between the two apart. The
 * worst case: everybody takes part, and who stays says the same again.
 */
final class ChurnGame {
  private static final Question.Asked ASKED = Questionnaire.FIRST.asked("hope");

  private final Firm firm;
  private final Random random;

  /**
   * A round and what was told of it.
   *
   * @param unit in which the person who leaves counted
   */
  private record Wave(RoundId id, Release release, String unit) {}

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
      Wave before = wave(firm.everybody(), sheets, leaver);
      List<Integer> rest = firm.everybody().stream().filter(person -> person != leaver).toList();
      Wave after = wave(rest, sheets, firm.everybody().getFirst());
      Set<String> continued = continued(before, after);
      long truth = answer(sheets, leaver);
      int alone = guess(before, after, Set.of()) == truth ? 1 : 0;
      withRule[trial] = (guess(before, after, continued) == truth ? 1 : 0) - alone;
      without[trial] =
          (guess(before, after, after.release().units().keySet()) == truth ? 1 : 0) - alone;
      told += continued.size();
    }
    if (told == 0) {
      throw new IllegalStateException(
          "No change was told of anybody: there was nothing to attack.");
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
    return java.util.Objects.requireNonNull(sheets.get(person)).answers().get(place);
  }

  private Wave wave(List<Integer> people, Map<Integer, Sheet> sheets, int leaver) {
    firm.employ(people);
    AskedRound round = AskedRound.begin(firm, random);
    var byCohort = new HashMap<Integer, List<Sheet>>();
    round
        .cohorts()
        .forEach((person, cohort) ->
            byCohort.computeIfAbsent(cohort, each -> new ArrayList<>()).add(sheets.get(person)));
    firm.room(Closing.class).closeWith(round.id(), byCohort);
    firm.room(Publishing.class).publish(round.id());
    String unit =
        firm.room(Rounds.class).listCohorts(round.id()).stream()
            .filter(cohort -> cohort.number() == round.cohort(leaver))
            .map(Cohort::unitCode)
            .findFirst()
            .orElseThrow();
    return new Wave(round.id(), firm.room(Releases.class).find(round.id()).orElseThrow(), unit);
  }

  /** The units of which the product tells what changed. */
  private Set<String> continued(Wave before, Wave after) {
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
  private long guess(Wave before, Wave after, Set<String> told) {
    for (String unit : units(before)) {
      OptionalDouble sum = sum(before.release(), unit);
      OptionalDouble less = sum(after.release(), unit);
      if (told.contains(unit) && sum.isPresent() && less.isPresent()) {
        return Math.round(sum.getAsDouble() - less.getAsDouble());
      }
    }
    return likeliest(before);
  }

  /** The unit of who leaves and all above it. */
  private List<String> units(Wave before) {
    Map<String, Unit> byCode =
        firm.room(Rounds.class).listUnits(before.id()).stream()
            .collect(Collectors.toMap(Unit::code, unit -> unit));
    var units = new ArrayList<String>();
    for (Unit at = byCode.get(before.unit()); at != null; at = byCode.get(at.parentCode())) {
      units.add(at.code());
    }
    return units;
  }

  private static OptionalDouble sum(Release release, String unit) {
    return switch (figure(release, unit)) {
      case Figure.Distribution it -> OptionalDouble.of(it.n() * it.mean());
      case Figure.Mean it -> OptionalDouble.of(it.n() * it.mean());
      case Figure.TickShares ticks -> OptionalDouble.empty();
      case Figure.HiddenFigure hidden -> OptionalDouble.empty();
    };
  }

  private static long likeliest(Wave wave) {
    return switch (figure(wave.release(), wave.unit())) {
      case Figure.Distribution it ->
          it.min()
              + IntStream.range(0, it.counts().size())
                  .reduce(0, (best, at) -> it.counts().get(at) > it.counts().get(best) ? at : best);
      case Figure.Mean it -> Math.round(it.mean());
      case Figure.TickShares ticks -> 1;
      case Figure.HiddenFigure hidden -> 1;
    };
  }

  private static Figure figure(Release release, String unit) {
    return release.unit(unit) instanceof UnitRelease.Shown shown
        ? shown.figure(ASKED.key())
        : new Figure.HiddenFigure(nl.onderstroom.engine.disclosure.Reason.TOO_FEW_RESPONDENTS);
  }
}
