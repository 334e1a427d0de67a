package nl.onderstroom.server.ballots;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.onderstroom.engine.disclosure.CohortPlan;
import nl.onderstroom.engine.disclosure.Move;
import nl.onderstroom.engine.disclosure.Movements;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.Continuities;
import nl.onderstroom.server.rounds.Continuity;
import nl.onderstroom.server.rounds.Organisation;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.rounds.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * In which units a round may be compared with the one before: decided when the round begins, for
 * then it is known who may take part, and of the earlier round not yet forgotten. Of that, only
 * numbers per unit are kept, and none that are about a few.
 */
@Component
class Continuing {
  private final Participations participations;
  private final Rounds rounds;
  private final Continuities continuities;

  Continuing(Participations participations, Rounds rounds, Continuities continuities) {
    this.participations = participations;
    this.rounds = rounds;
    this.continuities = continuities;
  }

  /**
   * @param cohorts of this round, the number of each person's
   */
  void keep(Round round, Organisation organisation, Map<Long, Integer> cohorts) {
    earlier(round)
        .ifPresent(earlier -> {
          Map<Long, String> before =
              units(participations.cohorts(earlier.id()), rounds.listCohorts(earlier.id()));
          Map<Long, String> after = units(cohorts, organisation.cohorts());
          continuities.keep(
              round.id(),
              new Continuity(
                  earlier.id(),
                  Movements.comparable(
                      tree(rounds.listUnits(earlier.id())),
                      tree(organisation.units()),
                      moves(before, after),
                      Math.max(round.floors().numbers(), earlier.floors().numbers()))));
        });
  }

  /**
   * The newest pulse that is over and not forgotten, whatever the clock said when it closed; a
   * conversation has none.
   */
  private Optional<Round> earlier(Round round) {
    if (round.isConversation()) {
      return Optional.empty();
    }
    Set<Long> known = new HashSet<>(participations.listRounds());
    return rounds.list().stream()
        .filter(each -> !each.isConversation())
        .filter(each -> known.contains(each.id().value()) && !each.id().equals(round.id()))
        .filter(each -> each.isAt(RoundState.CLOSED) || each.isAt(RoundState.PUBLISHED))
        .max(Comparator.comparingLong(each -> each.id().value()));
  }

  /** In whose figures each person counts: the unit that the cohort is attached to. */
  private static Map<Long, String> units(Map<Long, Integer> numbers, List<Cohort> cohorts) {
    Map<Integer, String> units =
        cohorts.stream().collect(Collectors.toMap(Cohort::number, Cohort::unitCode));
    Map<Long, String> ofPeople = new HashMap<>();
    numbers.forEach((person, number) ->
        Optional.ofNullable(units.get(number)).ifPresent(unit -> ofPeople.put(person, unit)));
    return ofPeople;
  }

  private record Way(@Nullable String from, @Nullable String to) {}

  private static List<Move> moves(Map<Long, String> before, Map<Long, String> after) {
    Set<Long> everybody = new HashSet<>(before.keySet());
    everybody.addAll(after.keySet());
    Map<Way, Long> ways = new HashMap<>();
    everybody.forEach(
        person -> ways.merge(new Way(before.get(person), after.get(person)), 1L, Long::sum));
    return ways.entrySet().stream()
        .map(way -> new Move(way.getKey().from(), way.getKey().to(), way.getValue()))
        .toList();
  }

  private static List<CohortPlan.Unit> tree(List<Unit> units) {
    return units.stream()
        .map(unit -> new CohortPlan.Unit(unit.code(), unit.parentCode(), unit.people()))
        .toList();
  }
}
