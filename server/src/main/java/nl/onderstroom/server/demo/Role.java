package nl.onderstroom.server.demo;

import java.util.Locale;

/** What a person of the example company is beside an employee. */
public enum Role {
  EMPLOYEE,
  /** Leads a team; said by the roster's column {@code lead}, not by {@code roles}. */
  TEAM_LEAD,
  LEADER("leader"),
  PROGRAMME_LEAD("programme"),
  WORKS_COUNCIL("council"),
  ADMINISTRATOR("administrator");

  private final String rosterWord;

  Role() {
    this("");
  }

  Role(String rosterWord) {
    this.rosterWord = rosterWord;
  }

  /**
   * The word in the roster's column {@code roles}; empty when the column does not name the role.
   */
  String rosterWord() {
    return rosterWord;
  }

  /** Message key of the role's name. */
  public String nameKey() {
    return "demo.role." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
