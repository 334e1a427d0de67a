package nl.onderstroom.server.demo;

import java.util.Locale;
import java.util.Set;

/**
 * The people as whom a visitor of the demo can look around. They have the same names whatever the
 * seed, and are the first of their team.
 */
public enum Persona {
  EMPLOYEE("Fatma Yıldız", "GOR-F-3"),
  MECHANIC("Sjoerd Hoekstra", "ZWO-S-2"),
  LEAD_OF_LARGE_TEAM("Marleen Dekker", "TER-S-1", Role.TEAM_LEAD),
  LEAD_OF_SMALL_TEAM("Kofi Mensah", "ZWO-W-3", Role.TEAM_LEAD),
  DIRECTOR("Hanneke Oeverman", "GOR-B-1", Role.TEAM_LEAD, Role.LEADER),
  PROGRAMME_LEAD("Samira El Idrissi", "GOR-B-2", Role.PROGRAMME_LEAD),
  COACH("Bram Wouters", "GOR-B-2", Role.PROGRAMME_LEAD),
  WORKS_COUNCIL("Wim Verschuren", "TER-S-1", Role.WORKS_COUNCIL),
  ADMINISTRATOR("Dewi Tan", "GOR-B-4", Role.ADMINISTRATOR);

  private final String person;
  private final String unitCode;

  private final Set<Role> roles;

  Persona(String person, String unitCode, Role... roles) {
    this.person = person;
    this.unitCode = unitCode;
    this.roles = Set.of(roles);
  }

  /** Name of the person, as in the roster. */
  public String person() {
    return person;
  }

  String unitCode() {
    return unitCode;
  }

  /** Roles beside employee. */
  Set<Role> roles() {
    return roles;
  }

  /** The stable name in addresses and messages: {@code lead-of-small-team} … */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Message key of what the person does at the company. */
  public String titleKey() {
    return "demo.persona." + code();
  }

  /** Message key of one line on what is at stake for them. */
  public String storyKey() {
    return titleKey() + ".story";
  }
}
