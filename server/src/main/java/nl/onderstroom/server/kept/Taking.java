package nl.onderstroom.server.kept;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.onderstroom.engine.disclosure.CohortPlan;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.Cut;
import nl.onderstroom.server.rounds.CutKind;
import nl.onderstroom.server.rounds.Organisation;
import nl.onderstroom.server.rounds.Outlook;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.Unit;

/**
 * Somebody's part in one round that hands out, runs or has just closed.
 *
 * @param hasBallot whether the person fetched a ballot
 * @param people in the person's group
 * @param countsIn name of the unit in which the group's answers count
 * @param together names of the units that make up the group; empty when it is not made of units
 * @param cuts groups across the organisation that all of the group are in, and count in
 * @param seen that unit and those above, and whether there will be something to see if everybody
 *     takes part
 */
record Taking(
    Round round,
    boolean hasBallot,
    int people,
    String countsIn,
    List<String> together,
    List<Cut> cuts,
    List<Seen> seen) {
  private static final int EVERYBODY = 100;

  /** Empty if the round has no such group. */
  static Optional<Taking> of(
      Round round, Organisation organisation, int cohortNumber, boolean hasBallot) {
    return organisation.cohorts().stream()
        .filter(cohort -> cohort.number() == cohortNumber)
        .findFirst()
        .map(cohort -> of(round, organisation, cohort, hasBallot));
  }

  private static Taking of(
      Round round, Organisation organisation, Cohort cohort, boolean hasBallot) {
    Outlook outlook = Outlook.of(organisation, round.floors(), EVERYBODY);
    List<Unit> chain = outlook.chain(cohort.unitCode());
    return new Taking(
        round,
        hasBallot,
        cohort.people(),
        chain.getFirst().name(),
        together(round, organisation, cohort),
        cohort.cuts(),
        chain.stream().map(unit -> new Seen(unit.name(), outlook.shows(unit), "")).toList());
  }

  /**
   * Kinds of groups across the organisation that the round looks at and this one counts in none.
   */
  List<CutKind> mixed() {
    return Arrays.stream(CutKind.values())
        .filter(round.cuts()::contains)
        .filter(kind -> cuts.stream().noneMatch(cut -> cut.kind() == kind))
        .toList();
  }

  /**
   * By the plan that made the groups, as long as it makes the same: in a unit counts one of those
   * that it plans, perhaps in parts, split by groups across the organisation.
   */
  private static List<String> together(Round round, Organisation organisation, Cohort cohort) {
    int people =
        organisation.cohorts().stream()
            .filter(each -> each.unitCode().equals(cohort.unitCode()))
            .mapToInt(Cohort::people)
            .sum();
    Set<String> codes =
        CohortPlan.of(
                organisation.units().stream()
                    .map(unit -> new CohortPlan.Unit(unit.code(), unit.parentCode(), unit.people()))
                    .toList(),
                round.floors().numbers())
            .cohorts()
            .stream()
            .filter(planned ->
                planned.attachedTo().equals(cohort.unitCode()) && planned.people() == people)
            .flatMap(planned -> planned.units().stream())
            .collect(Collectors.toSet());
    return organisation.units().stream()
        .filter(unit -> codes.contains(unit.code()))
        .map(Unit::name)
        .toList();
  }
}
