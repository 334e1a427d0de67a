package nl.onderstroom.server.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.access.Viewer;
import nl.onderstroom.server.rounds.Unit;
import org.junit.jupiter.api.Test;

/** Who may look at whose iceberg. */
class SightTest {
  private static final List<Unit> FIRM =
      List.of(
          new Unit("all", "Oever", null, 0),
          new Unit("north", "Noord", "all", 0),
          new Unit("north-1", "Noord 1", "north", 12),
          new Unit("north-2", "Noord 2", "north", 9),
          new Unit("south", "Zuid", "all", 0),
          new Unit("south-1", "Zuid 1", "south", 14));

  @Test
  void whoAnswersForTheWholeSeesAll() {
    for (Role role : List.of(Role.LEADER, Role.PROGRAMME_LEAD, Role.WORKS_COUNCIL)) {
      assertThat(codes(Set.of(role), "", Set.of())).as("%s", role).hasSize(FIRM.size());
    }
  }

  @Test
  void anEmployeeSeesTheOwnTeamAndWhatIsAboveIt() {
    assertThat(codes(Set.of(Role.EMPLOYEE), "north-1", Set.of()))
        .containsExactly("all", "north", "north-1");
  }

  @Test
  void aTeamLeadSeesWhatIsLedAndAllBelowAndAbove() {
    assertThat(codes(Set.of(Role.EMPLOYEE, Role.TEAM_LEAD), "north", Set.of("north")))
        .containsExactly("all", "north", "north-1", "north-2");
    assertThat(codes(Set.of(Role.EMPLOYEE, Role.TEAM_LEAD), "north-1", Set.of("south-1")))
        .containsExactly("all", "north", "north-1", "south", "south-1");
  }

  @Test
  void leadingCountsForATeamLeadOnly() {
    assertThat(codes(Set.of(Role.EMPLOYEE), "north-1", Set.of("south")))
        .doesNotContain("south", "south-1");
  }

  @Test
  void whoCameAfterTheRoundSeesTheWhole() {
    assertThat(codes(Set.of(Role.EMPLOYEE), "east", Set.of())).containsExactly("all");
  }

  @Test
  void anAdministratorAloneAndNobodySeeNothing() {
    assertThat(codes(Set.of(Role.ADMINISTRATOR), "", Set.of())).isEmpty();
    assertThat(Sight.of(Viewer.NOBODY, FIRM).organisation()).isNull();
  }

  private static List<String> codes(Set<Role> roles, String unit, Set<String> led) {
    return Sight.of(new Viewer(roles, unit, led), FIRM).units().stream().map(Unit::code).toList();
  }
}
