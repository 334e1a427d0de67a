package nl.onderstroom.server.roster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a roster of the rows of a file. A row with a unit and nothing else stands for a unit in
 * which nobody works directly.
 */
final class RosterRows implements RowTaker {
  private final String wholeOrganisation;
  private final ProblemList problems;
  private final List<RowReader.Draft> drafts = new ArrayList<>();
  private final Map<String, Integer> lineOfNumber = new HashMap<>();
  private final Map<String, Integer> lineOfEmail = new HashMap<>();
  private final Map<Column, Set<String>> traitValues = new EnumMap<>(Column.class);
  private @Nullable Header header;
  private @Nullable UnitCells units;
  private int rows;

  RosterRows(String wholeOrganisation, ProblemList problems) {
    this.wholeOrganisation = wholeOrganisation;
    this.problems = problems;
  }

  @Override
  public void take(int line, List<String> cells) throws Unreadable {
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    if (header == null || units == null) {
      takeHeader(line, cells);
      return;
    }
    countRow(line);
    if (cells.size() != header.width()) {
      problems.add(
          RosterProblem.ofLine(
              line, String.join(" | ", cells), "ragged", cells.size(), header.width()));
      return;
    }
    Optional<String> stray = header.findStray(cells);
    if (stray.isPresent()) {
      problems.add(RosterProblem.ofLine(line, stray.get(), "no-heading"));
      return;
    }
    Optional<RowReader.Draft> draft = new RowReader(header, problems, line, cells).read();
    if (draft.isPresent() && units.take(draft.get()) && draft.get().isPerson()) {
      takePerson(draft.get(), header);
    }
  }

  private void takeHeader(int line, List<String> cells) throws Unreadable {
    Header read = Header.read(line, cells);
    header = read;
    units =
        read.has(Column.PARENT)
            ? new UnitsByParent(read, problems)
            : new UnitsByPath(read, problems);
  }

  private void countRow(int line) throws Unreadable {
    rows++;
    if (rows > RosterReader.MOST_ROWS) {
      throw new Unreadable(RosterProblem.ofLine(line, "", "too-many-rows", RosterReader.MOST_ROWS));
    }
  }

  private void takePerson(RowReader.Draft draft, Header header) {
    Integer sameNumber = lineOfNumber.putIfAbsent(draft.number(), draft.line());
    if (sameNumber != null) {
      problems.add(twice(draft, header.heading(Column.NUMBER), draft.number(), sameNumber));
    }
    if (draft.email().isPresent()) {
      String email = draft.email().get();
      Integer sameEmail = lineOfEmail.putIfAbsent(email, draft.line());
      if (sameEmail != null) {
        problems.add(twice(draft, header.heading(Column.EMAIL), email, sameEmail));
      }
    }
    Column.TRAITS.forEach(trait -> takeTrait(draft, header, trait));
    drafts.add(draft);
  }

  /** Said once, at the first value too many: by groups of a few people nothing can be shown. */
  private void takeTrait(RowReader.Draft draft, Header header, Column trait) {
    Set<String> values = traitValues.computeIfAbsent(trait, each -> new HashSet<>());
    String given = draft.traits().of(trait).orElse("");
    if (!given.isEmpty() && values.add(given) && values.size() == Traits.MOST_VALUES + 1) {
      problems.add(
          new RosterProblem(
              draft.line(),
              header.heading(trait),
              given,
              "too-many-values",
              List.of(Traits.MOST_VALUES)));
    }
  }

  private static RosterProblem twice(
      RowReader.Draft draft, String heading, String given, int firstLine) {
    return new RosterProblem(draft.line(), heading, given, "twice", List.of(firstLine));
  }

  @Override
  public void refuse(int line, int cell, String given, String expected) throws Unreadable {
    String heading = header == null ? "" : header.heading(cell);
    var problem = new RosterProblem(line, heading, given, expected, List.of());
    if (header == null) {
      throw new Unreadable(problem);
    }
    countRow(line);
    problems.add(problem);
  }

  /** The roster, once all rows are taken. */
  RosterReading toReading() throws Unreadable {
    if (header == null || units == null) {
      throw new Unreadable(RosterProblem.ofFile("", "file-empty", Column.allSpelledOut()));
    }
    if (rows == 0) {
      throw new Unreadable(RosterProblem.ofFile("", "nobody"));
    }
    Map<String, UnitPath> paths = units.resolve();
    if (problems.isEmpty() && drafts.isEmpty()) {
      throw new Unreadable(RosterProblem.ofFile("", "nobody"));
    }
    return problems.isEmpty() ? roster(underOneTop(paths)) : problems.toProblems();
  }

  /** Puts the units under the whole organisation when the file names several tops. */
  private Map<String, UnitPath> underOneTop(Map<String, UnitPath> paths) {
    long tops = paths.values().stream().map(path -> path.lineage().getFirst()).distinct().count();
    if (tops == 1) {
      return paths;
    }
    var placed = new HashMap<String, UnitPath>();
    paths.forEach((key, path) ->
        placed.put(key, new UnitPath(wholeOrganisation + UnitPath.SEPARATOR + path.text())));
    return placed;
  }

  private Roster roster(Map<String, UnitPath> paths) throws Unreadable {
    List<UnitPath> all =
        paths.values().stream().flatMap(path -> path.lineage().stream()).distinct().toList();
    if (all.size() > RosterReader.MOST_UNITS) {
      throw new Unreadable(RosterProblem.ofFile("", "too-many-units", RosterReader.MOST_UNITS));
    }
    Optional<UnitPath> tooDeep =
        all.stream().filter(path -> path.depth() > RosterReader.MOST_DEPTH).findFirst();
    if (tooDeep.isPresent()) {
      throw new Unreadable(
          RosterProblem.ofFile(tooDeep.get().text(), "unit-too-deep", RosterReader.MOST_DEPTH));
    }
    return new Roster(all, drafts.stream().map(draft -> person(draft, paths)).toList());
  }

  private static RosterPerson person(RowReader.Draft draft, Map<String, UnitPath> paths) {
    return new RosterPerson(
        draft.number(),
        draft.name(),
        draft.email(),
        Objects.requireNonNull(paths.get(draft.unit())),
        draft.leads(),
        draft.roles(),
        draft.traits());
  }
}
