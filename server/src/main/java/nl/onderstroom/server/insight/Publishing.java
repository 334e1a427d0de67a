package nl.onderstroom.server.insight;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.onderstroom.engine.disclosure.Family;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.engine.disclosure.Gate;
import nl.onderstroom.engine.summary.Summary;
import nl.onderstroom.server.answers.Summaries;
import nl.onderstroom.server.database.NamelessDatabase;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import org.springframework.stereotype.Component;

/**
 * The one door from summaries to what is shown: asks the gate once, and keeps its release. A round
 * is published once; what was shown is never decided again.
 */
@Component
public class Publishing {
  private final NamelessDatabase database;
  private final Rounds rounds;
  private final Summaries summaries;
  private final Releases releases;

  Publishing(NamelessDatabase database, Rounds rounds, Summaries summaries, Releases releases) {
    this.database = database;
    this.rounds = rounds;
    this.summaries = summaries;
    this.releases = releases;
  }

  /**
   * @throws nl.onderstroom.server.shell.Refusal 404 no such round; 409 not closed, or published
   *     already
   */
  public void publish(RoundId id) {
    database.inTransaction(() -> {
      rounds.advance(id, RoundState.CLOSED);
      Round round = rounds.get(id);
      releases.keep(id, Gate.decide(family(round), floors(round)));
    });
  }

  private static Floors floors(Round round) {
    return new Floors(round.floor(), Math.max(round.floor(), Floors.DEFAULT.distributions()));
  }

  private Family family(Round round) {
    Map<String, List<Summary>> byUnit =
        summaries.list(round.id()).stream()
            .collect(
                Collectors.groupingBy(
                    Summaries.OfCohort::unitCode,
                    Collectors.mapping(Summaries.OfCohort::summary, Collectors.toList())));
    return new Family(
        round.questionnaire().shape(),
        rounds.listUnits(round.id()).stream()
            .map(unit ->
                new Family.Group(
                    unit.code(), unit.parentCode(), byUnit.getOrDefault(unit.code(), List.of())))
            .toList());
  }
}
