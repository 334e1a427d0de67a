package nl.onderstroom.server.insight;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import nl.onderstroom.engine.disclosure.Family;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.engine.disclosure.Gate;
import nl.onderstroom.engine.disclosure.Release;
import nl.onderstroom.engine.disclosure.UnprovenRelease;
import nl.onderstroom.server.answers.Summaries;
import nl.onderstroom.server.answers.Worries;
import nl.onderstroom.server.database.NamelessDatabase;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.Cut;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.rounds.Unit;
import nl.onderstroom.server.shell.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The one door from summaries to what is shown: asks the gate once, and keeps its release. A round
 * is published once; what was shown is never decided again.
 */
@Component
public class Publishing {
  private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);

  private final NamelessDatabase database;
  private final Rounds rounds;
  private final Summaries summaries;
  private final Releases releases;
  private final Worries worries;
  private final BiFunction<Family, Floors, Release> gate;

  @Autowired
  Publishing(
      NamelessDatabase database,
      Rounds rounds,
      Summaries summaries,
      Releases releases,
      Worries worries) {
    this(database, rounds, summaries, releases, worries, Gate::decide);
  }

  /**
   * @param gate of which a test may see what happens when it fails
   */
  Publishing(
      NamelessDatabase database,
      Rounds rounds,
      Summaries summaries,
      Releases releases,
      Worries worries,
      BiFunction<Family, Floors, Release> gate) {
    this.database = database;
    this.rounds = rounds;
    this.summaries = summaries;
    this.releases = releases;
    this.worries = worries;
    this.gate = gate;
  }

  /**
   * @throws Refusal 404 no such round; 409 not closed, published already, or not proven safe: then
   *     nothing is shown and the round is as it was
   */
  public void publish(RoundId id) {
    database.inTransaction(() -> {
      rounds.advance(id, RoundState.CLOSED);
      Round round = rounds.get(id);
      releases.keep(id, decide(round));
      releases.keep(id, Gate.decide(worries.take(id), round.floors(), new SecureRandom()));
    });
  }

  private Release decide(Round round) {
    try {
      return gate.apply(family(round), round.floors());
    } catch (UnprovenRelease fault) {
      // It names a question and how many sets, and nobody.
      LOG.error("Round {} is not shared. {}", round.id(), fault.getMessage());
      throw new Refusal(HttpStatus.CONFLICT, "insight.unproven");
    }
  }

  private Family family(Round round) {
    Map<Integer, Set<String>> cuts =
        rounds.listCohorts(round.id()).stream()
            .collect(
                Collectors.toMap(
                    Cohort::number,
                    cohort -> cohort.cuts().stream().map(Cut::id).collect(Collectors.toSet())));
    Map<String, List<Summaries.OfCohort>> byUnit =
        summaries.list(round.id()).stream()
            .collect(Collectors.groupingBy(Summaries.OfCohort::unitCode));
    Map<String, Long> people =
        rounds.listCohorts(round.id()).stream()
            .collect(
                Collectors.groupingBy(Cohort::unitCode, Collectors.summingLong(Cohort::people)));
    return new Family(
        round.questionnaire().shape(),
        rounds.listUnits(round.id()).stream()
            .map(unit ->
                group(
                    unit,
                    byUnit.getOrDefault(unit.code(), List.of()),
                    cuts,
                    round.origin() == Round.Origin.ASKED
                        ? OptionalLong.of(people.getOrDefault(unit.code(), 0L))
                        : OptionalLong.empty()))
            .toList());
  }

  private static Family.Group group(
      Unit unit,
      List<Summaries.OfCohort> cohorts,
      Map<Integer, Set<String>> cuts,
      OptionalLong people) {
    return new Family.Group(
        unit.code(),
        unit.parentCode(),
        cohorts.stream().map(Summaries.OfCohort::summary).toList(),
        cohorts.stream().map(cohort -> cuts.getOrDefault(cohort.cohortNumber(), Set.of())).toList(),
        people);
  }
}
