package nl.onderstroom.server.access;

import java.util.Arrays;
import java.util.Set;
import nl.onderstroom.server.shell.Refusal;
import org.springframework.http.HttpStatus;

/**
 * The nameless half of a visit: what this visitor may see, without who it is.
 *
 * @param roles empty when nobody is signed in
 * @param unit code of the unit the visitor works in; empty when none
 * @param unitsLed codes of the units the visitor leads
 */
public record Viewer(Set<Role> roles, String unit, Set<String> unitsLed) {
  public static final Viewer NOBODY = new Viewer(Set.of(), "", Set.of());

  public Viewer {
    roles = Set.copyOf(roles);
    unitsLed = Set.copyOf(unitsLed);
  }

  public boolean is(Role... anyOf) {
    return Arrays.stream(anyOf).anyMatch(roles::contains);
  }

  /**
   * @throws Refusal 403 when the visitor has none of these roles
   */
  public void mustBe(Role... anyOf) {
    if (!is(anyOf)) {
      throw new Refusal(HttpStatus.FORBIDDEN, "access.not-your-role");
    }
  }

  /** Whether results of every unit are open to this visitor (as far as the gate lets them). */
  public boolean seesEveryUnit() {
    return is(Role.LEADER, Role.PROGRAMME_LEAD, Role.WORKS_COUNCIL);
  }
}
