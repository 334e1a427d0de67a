package nl.onderstroom.server.roster;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Units written as a name (or code) and the name of the unit above. A name stands for one unit in
 * the whole file; every unit above must have a row of its own.
 */
final class UnitsByParent implements UnitCells {
  private static final String ARROW = " → ";

  private final Header header;
  private final ProblemList problems;
  private final Map<String, Said> said = new LinkedHashMap<>();
  private final Map<String, String> spellings = new HashMap<>();
  private final Map<String, UnitPath> paths = new HashMap<>();

  UnitsByParent(Header header, ProblemList problems) {
    this.header = header;
    this.problems = problems;
  }

  /**
   * @param parent empty at the top
   */
  private record Said(String parent, int line) {}

  @Override
  public boolean take(RowReader.Draft row) {
    Optional<RosterProblem> problem = findProblem(row);
    problem.ifPresent(problems::add);
    return problem.isEmpty();
  }

  private Optional<RosterProblem> findProblem(RowReader.Draft row) {
    if (row.unit().contains(UnitPath.SEPARATOR)) {
      return Optional.of(problem(row, Column.UNIT, row.unit(), "unit-is-path"));
    }
    String spelling = spellings.putIfAbsent(row.unit().toLowerCase(Locale.ROOT), row.unit());
    Said known = said.get(spelling == null ? row.unit() : spelling);
    if (known != null && spelling != null && !spelling.equals(row.unit())) {
      return Optional.of(
          problem(row, Column.UNIT, row.unit(), "unit-spelling", spelling, known.line()));
    }
    if (known == null) {
      said.put(row.unit(), new Said(row.parent(), row.line()));
    } else if (!known.parent().equals(row.parent())) {
      String other = known.parent().isEmpty() ? "–" : known.parent();
      return Optional.of(
          problem(row, Column.PARENT, row.parent(), "parent-differs", other, known.line()));
    }
    return Optional.empty();
  }

  private RosterProblem problem(
      RowReader.Draft row, Column column, String given, String expected, Object... arguments) {
    return new RosterProblem(
        row.line(), header.heading(column), given, expected, List.of(arguments));
  }

  @Override
  public Map<String, UnitPath> resolve() {
    Map<String, List<String>> below =
        said.keySet().stream().collect(Collectors.groupingBy(unit -> said(unit).parent()));
    below.getOrDefault("", List.of()).forEach(top -> place(new UnitPath(top), 1, below));
    said.forEach(this::refuseUnknownParent);
    refuseCycles();
    return Map.copyOf(paths);
  }

  private void place(UnitPath path, int depth, Map<String, List<String>> below) {
    String unit = path.name();
    if (depth > RosterReader.MOST_DEPTH) {
      refuse(unit, unit, "unit-too-deep", RosterReader.MOST_DEPTH);
      return;
    }
    paths.put(unit, path);
    below
        .getOrDefault(unit, List.of())
        .forEach(child -> place(path.child(child), depth + 1, below));
  }

  private void refuseUnknownParent(String unit, Said known) {
    if (!known.parent().isEmpty() && !said.containsKey(known.parent())) {
      refuse(unit, known.parent(), "parent-unknown");
    }
  }

  /** Walks up from every unit that has no place; a circle is named once. */
  private void refuseCycles() {
    var seen = new HashSet<>(paths.keySet());
    for (String unit : said.keySet()) {
      var way = new LinkedHashSet<String>();
      String at = unit;
      while (said.containsKey(at) && seen.add(at)) {
        way.add(at);
        at = said(at).parent();
      }
      if (way.contains(at)) {
        List<String> circle = List.copyOf(way).subList(List.copyOf(way).indexOf(at), way.size());
        refuse(at, said(at).parent(), "cycle", String.join(ARROW, circle) + ARROW + at);
      }
    }
  }

  private Said said(String unit) {
    return Objects.requireNonNull(said.get(unit));
  }

  private void refuse(String unit, String given, String expected, Object... arguments) {
    problems.add(
        new RosterProblem(
            said(unit).line(), header.heading(Column.PARENT), given, expected, List.of(arguments)));
  }
}
