package nl.onderstroom.server.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.onderstroom.engine.disclosure.Figure;
import nl.onderstroom.engine.disclosure.Reason;
import nl.onderstroom.engine.disclosure.Release;
import nl.onderstroom.engine.disclosure.UnitRelease;
import nl.onderstroom.server.answers.Closing;
import nl.onderstroom.server.answers.Sheet;
import nl.onderstroom.server.insight.Publishing;
import nl.onderstroom.server.insight.Releases;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.rounds.Unit;

/**
 * A round that is over, and what was told of it.
 *
 * @param chains of each person the unit that her answers count in, and all above it
 */
record ClosedRound(RoundId id, Release release, Map<Integer, List<String>> chains) {
  /** Everybody who works there took part, with these sheets. */
  static ClosedRound of(Firm firm, Map<Integer, Sheet> sheets, Random random) {
    AskedRound round = AskedRound.begin(firm, random);
    var byCohort = new HashMap<Integer, List<Sheet>>();
    round
        .cohorts()
        .forEach((person, cohort) ->
            byCohort.computeIfAbsent(cohort, each -> new ArrayList<>()).add(sheets.get(person)));
    firm.room(Closing.class).closeWith(round.id(), byCohort, List.of());
    firm.room(Publishing.class).publish(round.id());
    return new ClosedRound(
        round.id(),
        firm.room(Releases.class).find(round.id()).orElseThrow(),
        chains(firm.room(Rounds.class), round));
  }

  private static Map<Integer, List<String>> chains(Rounds rounds, AskedRound round) {
    Map<String, Unit> units =
        rounds.listUnits(round.id()).stream().collect(Collectors.toMap(Unit::code, unit -> unit));
    Map<Integer, String> codes =
        rounds.listCohorts(round.id()).stream()
            .collect(Collectors.toMap(Cohort::number, Cohort::unitCode));
    var chains = new HashMap<Integer, List<String>>();
    round
        .cohorts()
        .forEach((person, cohort) -> {
          var chain = new ArrayList<String>();
          for (Unit at = units.get(codes.get(cohort)); at != null; ) {
            chain.add(at.code());
            at = at.parentCode() == null ? null : units.get(at.parentCode());
          }
          chains.put(person, chain);
        });
    return chains;
  }

  /** The smallest first. */
  List<String> chain(int person) {
    return chains.getOrDefault(person, List.of());
  }

  /** What all in the unit answered together, where it is shown. */
  OptionalDouble sum(String unit, String question) {
    return switch (figure(unit, question)) {
      case Figure.Distribution it -> OptionalDouble.of(it.n() * it.mean());
      case Figure.Mean it -> OptionalDouble.of(it.n() * it.mean());
      case Figure.TickShares ticks -> OptionalDouble.empty();
      case Figure.HiddenFigure hidden -> OptionalDouble.empty();
    };
  }

  /** What somebody in the unit answered most likely, as far as this round tells. */
  long likeliest(String unit, String question) {
    return switch (figure(unit, question)) {
      case Figure.Distribution it -> it.min() + mode(it.counts());
      case Figure.Mean it -> Math.round(it.mean());
      case Figure.TickShares ticks -> 1;
      case Figure.HiddenFigure hidden -> 1;
    };
  }

  private static int mode(List<Long> counts) {
    return IntStream.range(0, counts.size())
        .reduce(0, (best, at) -> counts.get(at) > counts.get(best) ? at : best);
  }

  private Figure figure(String unit, String question) {
    return release.unit(unit) instanceof UnitRelease.Shown shown
        ? shown.figure(question)
        : new Figure.HiddenFigure(Reason.TOO_FEW_RESPONDENTS);
  }
}
