package nl.onderstroom.server.access;

/** What a person does here. A person may have several; everybody is an employee. */
public enum Role {
  EMPLOYEE,
  TEAM_LEAD,
  LEADER,
  PROGRAMME_LEAD,
  WORKS_COUNCIL,
  ADMINISTRATOR;

  /** {@code access.role.team-lead} … */
  public String wordsKey() {
    return "access.role." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
