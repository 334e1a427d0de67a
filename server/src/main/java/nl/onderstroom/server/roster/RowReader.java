package nl.onderstroom.server.roster;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.onderstroom.server.access.Identity;
import nl.onderstroom.server.access.Role;

/** Reads one row of a roster file, whatever the other rows say. */
final class RowReader {
  private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._/-]{0,39}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s,;:<>()\"]+@[^@\\s,;:<>()\"]+");
  private static final Set<String> YES = Set.of("yes", "ja", "true", "waar");
  private static final Set<String> NO = Set.of("no", "nee", "false", "onwaar", "");
  private static final Map<String, Role> ROLES =
      Map.of(
          "leader", Role.LEADER,
          "directie", Role.LEADER,
          "programme", Role.PROGRAMME_LEAD,
          "programmaleider", Role.PROGRAMME_LEAD,
          "council", Role.WORKS_COUNCIL,
          "or", Role.WORKS_COUNCIL,
          "administrator", Role.ADMINISTRATOR,
          "beheerder", Role.ADMINISTRATOR);

  private final Header header;
  private final ProblemList problems;
  private final int line;
  private final List<String> cells;
  private final Set<Column> faulty = EnumSet.noneOf(Column.class);

  RowReader(Header header, ProblemList problems, int line, List<String> cells) {
    this.header = header;
    this.problems = problems;
    this.line = line;
    this.cells = cells;
  }

  /**
   * A row on its own.
   *
   * @param number empty when the row is there for its unit only
   * @param unit as the file says it
   * @param parent empty when the file has no such column, or the unit is at the top
   * @param sound false when a cell is wrong that does not say the unit
   */
  record Draft(
      int line,
      String number,
      String name,
      Optional<String> email,
      String unit,
      String parent,
      boolean leads,
      Set<Role> roles,
      Traits traits,
      boolean sound) {
    boolean isPerson() {
      return sound && !number.isEmpty();
    }
  }

  /**
   * Adds what is wrong with the row to the problems.
   *
   * @return empty when it does not say a unit that can be used
   */
  Optional<Draft> read() {
    int before = problems.count();
    for (Column column : Column.values()) {
      checkText(column);
    }
    expect(Column.UNIT, !text(Column.UNIT).isEmpty(), "unit-missing");
    String number = text(Column.NUMBER);
    String name = text(Column.NAME);
    String email = Identity.normalised(text(Column.EMAIL));
    expect(Column.NUMBER, number.isEmpty() || NUMBER.matcher(number).matches(), "number-shape");
    expect(Column.EMAIL, email.isEmpty() || EMAIL.matcher(email).matches(), "email-shape");
    boolean leads = leads();
    Set<Role> roles = roles();
    Traits traits = new Traits(said(Column.SITE), said(Column.ROLE_FAMILY), said(Column.TENURE));
    boolean somebody =
        !name.isEmpty()
            || !email.isEmpty()
            || leads
            || !roles.isEmpty()
            || !traits.equals(Traits.NONE);
    expect(Column.NUMBER, !number.isEmpty() || !somebody, "number-missing");
    expect(Column.NAME, !name.isEmpty() || number.isEmpty(), "name-missing");
    boolean saysUnit = !faulty.contains(Column.UNIT) && !faulty.contains(Column.PARENT);
    return saysUnit
        ? Optional.of(
            new Draft(
                line,
                number,
                name,
                Optional.of(email).filter(given -> !given.isEmpty()),
                text(Column.UNIT),
                text(Column.PARENT),
                leads,
                roles,
                traits,
                problems.count() == before))
        : Optional.empty();
  }

  private Optional<String> said(Column column) {
    return Optional.of(text(column)).filter(text -> !text.isEmpty());
  }

  private String text(Column column) {
    return CellText.tidy(header.cell(cells, column));
  }

  private void checkText(Column column) {
    String raw = header.cell(cells, column);
    Optional<String> fault = CellText.findFault(raw);
    int length = CellText.tidy(raw).length();
    if (fault.isPresent()) {
      refuse(column, raw, fault.get());
    } else if (length > mostCharacters(column)) {
      refuse(column, raw, "cell-too-long", mostCharacters(column), length);
    }
  }

  /** In a path, each of the names may be as long as a cell. */
  private int mostCharacters(Column column) {
    int name = CellText.MOST_CHARACTERS;
    if (Column.TRAITS.contains(column)) {
      return Traits.MOST_CHARACTERS;
    }
    return column == Column.UNIT && !header.has(Column.PARENT)
        ? RosterReader.MOST_DEPTH * (name + UnitPath.SEPARATOR.length())
        : name;
  }

  /** One problem a cell is enough: what is refused already is not looked at any further. */
  private void expect(Column column, boolean fine, String expected) {
    if (!fine && !faulty.contains(column)) {
      refuse(column, text(column), expected);
    }
  }

  private boolean leads() {
    String word = text(Column.LEAD).toLowerCase(Locale.ROOT);
    expect(Column.LEAD, YES.contains(word) || NO.contains(word), "lead-word");
    return YES.contains(word);
  }

  private Set<Role> roles() {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String part : text(Column.ROLES).toLowerCase(Locale.ROOT).split(";", -1)) {
      String word = part.strip();
      Role role = ROLES.get(word);
      expect(Column.ROLES, role != null || word.isEmpty(), "role-word");
      if (role != null) {
        roles.add(role);
      }
    }
    return roles;
  }

  private void refuse(Column column, String given, String expected, Object... arguments) {
    faulty.add(column);
    problems.add(
        new RosterProblem(line, header.heading(column), given, expected, List.of(arguments)));
  }
}
