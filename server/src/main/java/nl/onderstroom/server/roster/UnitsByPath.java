package nl.onderstroom.server.roster;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Units written as a path: {@code Oeverman Pompen / Gorinchem / Montage}. */
final class UnitsByPath implements UnitCells {
  private final Header header;
  private final ProblemList problems;
  private final Map<String, UnitPath> taken = new HashMap<>();
  private final Map<String, Spelling> spellings = new HashMap<>();

  UnitsByPath(Header header, ProblemList problems) {
    this.header = header;
    this.problems = problems;
  }

  private record Spelling(UnitPath path, int line) {}

  @Override
  public boolean take(RowReader.Draft row) {
    if (taken.containsKey(row.unit())) {
      return true;
    }
    Optional<RosterProblem> problem = findProblem(row);
    if (problem.isPresent()) {
      problems.add(problem.get());
      return false;
    }
    taken.put(row.unit(), new UnitPath(row.unit()));
    return true;
  }

  private Optional<RosterProblem> findProblem(RowReader.Draft row) {
    String[] names = row.unit().split(UnitPath.SEPARATOR, -1);
    if (names.length > RosterReader.MOST_DEPTH) {
      return Optional.of(problem(row, "unit-too-deep", RosterReader.MOST_DEPTH));
    }
    for (String name : names) {
      if (name.isBlank() || name.startsWith("/") || name.endsWith("/")) {
        return Optional.of(problem(row, "unit-name-missing"));
      }
      if (CellText.startsFormula(name)) {
        return Optional.of(problem(row, "formula-start"));
      }
      if (name.length() > CellText.MOST_CHARACTERS) {
        return Optional.of(problem(row, "cell-too-long", CellText.MOST_CHARACTERS, name.length()));
      }
    }
    return findOtherSpelling(row);
  }

  private Optional<RosterProblem> findOtherSpelling(RowReader.Draft row) {
    for (UnitPath path : new UnitPath(row.unit()).lineage()) {
      Spelling known =
          spellings.putIfAbsent(
              path.text().toLowerCase(Locale.ROOT), new Spelling(path, row.line()));
      if (known != null && !known.path().equals(path)) {
        return Optional.of(problem(row, "unit-spelling", known.path().text(), known.line()));
      }
    }
    return Optional.empty();
  }

  private RosterProblem problem(RowReader.Draft row, String expected, Object... arguments) {
    return new RosterProblem(
        row.line(), header.heading(Column.UNIT), row.unit(), expected, List.of(arguments));
  }

  @Override
  public Map<String, UnitPath> resolve() {
    return Map.copyOf(taken);
  }
}
