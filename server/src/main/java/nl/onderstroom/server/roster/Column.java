package nl.onderstroom.server.roster;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A column of the roster file, by its Dutch or English heading. */
public enum Column {
  NUMBER(true, "person", "personeelsnummer"),
  NAME(true, "name", "naam"),
  EMAIL(false, "email", "e-mail"),
  UNIT(true, "unit", "afdeling"),
  PARENT(false, "parent_unit", "bovenliggende_afdeling"),
  LEAD(false, "lead", "leidinggevende"),
  ROLES(false, "roles", "rollen"),
  SITE(false, "site", "vestiging"),
  ROLE_FAMILY(false, "role_family", "functiegroep"),
  TENURE(false, "tenure", "diensttijd");

  /** Groups across the organisation. */
  static final List<Column> TRAITS = List.of(SITE, ROLE_FAMILY, TENURE);

  private final boolean required;
  private final String english;
  private final String dutch;

  Column(boolean required, String english, String dutch) {
    this.required = required;
    this.english = english;
    this.dutch = dutch;
  }

  /** As {@code parent_unit / bovenliggende_afdeling}. */
  public String spelledOut() {
    return english + " / " + dutch;
  }

  public boolean isRequired() {
    return required;
  }

  static List<Column> listRequired() {
    return Arrays.stream(values()).filter(column -> column.required).toList();
  }

  static String allSpelledOut() {
    return String.join(", ", Arrays.stream(values()).map(Column::spelledOut).toList());
  }

  /** Capitals, spaces, hyphens and underscores make no difference. */
  static Optional<Column> of(String heading) {
    String wanted = plain(heading);
    return Arrays.stream(values())
        .filter(each -> plain(each.english).equals(wanted) || plain(each.dutch).equals(wanted))
        .findFirst();
  }

  private static String plain(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
  }
}
