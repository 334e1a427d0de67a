package nl.onderstroom.server.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import nl.onderstroom.engine.disclosure.CohortPlan;
import nl.onderstroom.engine.disclosure.Family;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.engine.disclosure.Gate;
import nl.onderstroom.engine.disclosure.Release;
import nl.onderstroom.engine.summary.Summary;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.server.answers.Summaries.OfCohort;
import nl.onderstroom.server.rounds.Unit;

/**
 * The teams of a wave as a tree under the whole organisation, and who counts together in it. As in
 * our own rounds, a team of fewer people than the floor is added to what lies above it: nothing
 * about fewer people than the floor is kept.
 *
 * @param units parents before their children
 * @param cohorts empty when the whole survey has fewer people than the floor
 */
public record SurveyTree(SummaryShape shape, List<Unit> units, List<OfCohort> cohorts) {
  /** The whole organisation. No team has this code: a slash within a name is written as %2F. */
  public static final String TOP = "/";

  public SurveyTree {
    units = List.copyOf(units);
    cohorts = List.copyOf(cohorts);
  }

  /**
   * @param organisation what the whole is called
   */
  public static SurveyTree of(
      SummaryShape shape, Survey.Wave wave, int floor, String organisation) {
    Map<String, Summary> own = new HashMap<>();
    wave.teams().forEach((path, summary) -> own.put(code(path), summary));
    SequencedMap<String, Unit> units = new LinkedHashMap<>();
    units.put(TOP, new Unit(TOP, organisation, null, people(own, TOP)));
    for (List<String> path : wave.teams().keySet()) {
      for (int depth = 1; depth <= path.size(); depth++) {
        List<String> part = path.subList(0, depth);
        String code = code(part);
        String parent = code(path.subList(0, depth - 1));
        units.putIfAbsent(code, new Unit(code, part.getLast(), parent, people(own, code)));
      }
    }
    return new SurveyTree(shape, List.copyOf(units.values()), cohorts(units, own, floor));
  }

  private static List<OfCohort> cohorts(
      SequencedMap<String, Unit> units, Map<String, Summary> own, int floor) {
    CohortPlan plan =
        CohortPlan.of(
            units.values().stream()
                .map(unit -> new CohortPlan.Unit(unit.code(), unit.parentCode(), unit.people()))
                .toList(),
            floor);
    var cohorts = new ArrayList<OfCohort>();
    for (CohortPlan.Cohort cohort : plan.cohorts()) {
      Summary summary =
          cohort.units().stream()
              .map(unit -> Objects.requireNonNull(own.get(unit)))
              .reduce(Summary::merge)
              .orElseThrow();
      cohorts.add(new OfCohort(cohorts.size() + 1, cohort.attachedTo(), summary.forKeeping()));
    }
    return cohorts;
  }

  private static int people(Map<String, Summary> own, String code) {
    Summary summary = own.get(code);
    return summary == null ? 0 : Math.toIntExact(summary.respondents());
  }

  private static String code(List<String> path) {
    return path.isEmpty()
        ? TOP
        : path.stream()
            .map(part -> part.replace("%", "%25").replace("/", "%2F"))
            .collect(Collectors.joining("/"));
  }

  /** Everybody. */
  public long people() {
    return units.stream().mapToLong(Unit::people).sum();
  }

  /** Units that no other lies under. */
  public List<Unit> teams() {
    var above = units.stream().map(Unit::parentCode).collect(Collectors.toSet());
    return units.stream()
        .filter(unit -> unit.parentCode() != null && !above.contains(unit.code()))
        .toList();
  }

  /** What may be shown of it: the same gate as for our own rounds. */
  public Release release(int floor) {
    return release(new Floors(floor, Math.max(floor, Floors.DEFAULT.distributions())));
  }

  /** As {@link #release(int)}, with floors of its own for distributions. */
  public Release release(Floors floors) {
    Map<String, List<Summary>> byUnit =
        cohorts.stream()
            .collect(
                Collectors.groupingBy(
                    OfCohort::unitCode,
                    Collectors.mapping(OfCohort::summary, Collectors.toList())));
    return Gate.decide(
        new Family(
            shape,
            units.stream()
                .map(unit ->
                    new Family.Group(
                        unit.code(),
                        unit.parentCode(),
                        byUnit.getOrDefault(unit.code(), List.of())))
                .toList()),
        floors);
  }
}
