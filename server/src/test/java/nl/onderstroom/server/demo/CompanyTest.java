package nl.onderstroom.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class CompanyTest {
  private static final int FLOOR = 7;

  private final Company company = Company.example(Company.DEFAULT_SEED);

  @Test
  void has420PeopleInThirtyTeamsAtThreeSites() {
    assertThat(company.people()).hasSize(420);
    assertThat(unitsAt(Unit.Level.TEAM)).hasSize(30);
    assertThat(unitsAt(Unit.Level.DEPARTMENT)).hasSize(7);
    assertThat(unitsAt(Unit.Level.SITE)).hasSize(3);
    assertThat(unitsAt(Unit.Level.COMPANY)).extracting(Unit::size).containsExactly(420);
  }

  @Test
  void hasTeamsOfFourToTwentyEightSomeBelowTheFloor() {
    List<Unit> teams = unitsAt(Unit.Level.TEAM);
    assertThat(teams).extracting(Unit::size).contains(4, 28).allMatch(n -> n >= 4 && n <= 28);
    assertThat(teams).filteredOn(team -> team.size() < FLOOR).hasSize(3);
    for (Unit unit : company.units()) {
      assertThat(company.peopleIn(unit.code())).as(unit.name()).hasSize(unit.size());
    }
  }

  @Test
  void givesEveryTeamOneLead() {
    for (Unit team : unitsAt(Unit.Level.TEAM)) {
      assertThat(company.peopleIn(team.code()))
          .as(team.name())
          .filteredOn(Person::lead)
          .hasSize(1)
          .first()
          .isEqualTo(company.peopleIn(team.code()).getFirst());
    }
  }

  @Test
  void fillsEveryRole() {
    assertThat(holding(Role.LEADER)).hasSize(3);
    assertThat(holding(Role.PROGRAMME_LEAD)).hasSize(2);
    assertThat(holding(Role.WORKS_COUNCIL)).hasSize(11).noneMatch(Person::lead);
    assertThat(holding(Role.ADMINISTRATOR)).hasSize(1);
    assertThat(holding(Role.EMPLOYEE)).hasSize(420);
  }

  @Test
  void knowsItsPersonasWhateverTheSeed() {
    for (long seed = 1; seed <= 20; seed++) {
      Company other = Company.example(seed);
      for (Persona persona : Persona.values()) {
        assertThat(other.person(persona).unitCode())
            .as("seed %d", seed)
            .isEqualTo(persona.unitCode());
        assertThat(other.person(persona).roles()).containsAll(persona.roles());
      }
      assertThat(other.people()).hasSize(420);
    }
    assertThat(sizeOfTeamOf(Persona.LEAD_OF_LARGE_TEAM)).isEqualTo(28);
    assertThat(sizeOfTeamOf(Persona.LEAD_OF_SMALL_TEAM)).isEqualTo(5);
  }

  @Test
  void namesNobodyTwiceAndMailsOnlyToAnExampleDomain() {
    assertThat(company.people()).extracting(Person::name).doesNotHaveDuplicates();
    assertThat(company.people()).extracting(Person::number).doesNotHaveDuplicates();
    assertThat(company.people())
        .extracting(Person::email)
        .doesNotHaveDuplicates()
        .allMatch(email -> email.matches("[a-z]+(\\.[a-z]+)+@oeverman\\.example"));
  }

  @Test
  void isTheSameCompanyForTheSameSeed() {
    assertThat(Company.example(7)).isEqualTo(Company.example(7));
    assertThat(Company.example(7).people()).isNotEqualTo(Company.example(8).people());
  }

  @Test
  void writesTheRosterThatPeopleImports() {
    List<String> lines = company.rosterCsv().lines().toList();
    assertThat(lines).hasSize(421);
    assertThat(lines.getFirst()).isEqualTo("person,name,email,unit,lead,roles,role_family,tenure");
    assertThat(lines)
        .anyMatch(line ->
            line.startsWith(
                "1001,Hanneke Oeverman,hanneke.oeverman@oeverman.example,"
                    + "Oeverman Pompen / Gorinchem / Bestuur en staf / Directie,yes,leader,Kantoor,"))
        .allMatch(line -> line.split(",", -1).length == 8);
    assertThat(lines).filteredOn(line -> line.contains(",no,council,")).hasSize(11);
  }

  @Test
  void saysWhichUnitItDoesNotKnow() {
    assertThatThrownBy(() -> company.peopleIn("UTR")).hasMessageContaining("no unit \"UTR\"");
  }

  @Test
  void tellsItsStoryInBothLanguages() {
    var keys = new ArrayList<>(List.of("demo.company", "demo.company.about"));
    for (Persona persona : Persona.values()) {
      keys.addAll(List.of(persona.titleKey(), persona.storyKey()));
    }
    for (Role role : Role.values()) {
      keys.add(role.nameKey());
    }
    for (Action action : Action.values()) {
      keys.add(action.nameKey());
    }
    for (int round = 1; round <= Simulation.ROUNDS; round++) {
      keys.addAll(List.of("demo.round." + round, "demo.round." + round + ".about"));
    }
    ResourceBundle dutch = words("nl");
    ResourceBundle english = words("en");
    assertThat(dutch.keySet()).containsAll(keys).isEqualTo(english.keySet());
    for (String key : keys) {
      assertThat(dutch.getString(key)).as(key).isNotBlank().doesNotContain("'");
      assertThat(english.getString(key)).as(key).isNotBlank().doesNotContain("'");
    }
  }

  private static ResourceBundle words(String language) {
    return ResourceBundle.getBundle("nl.onderstroom.server.demo.messages", Locale.of(language));
  }

  private List<Unit> unitsAt(Unit.Level level) {
    return company.units().stream().filter(unit -> unit.level() == level).toList();
  }

  private List<Person> holding(Role role) {
    return company.people().stream().filter(each -> each.roles().contains(role)).toList();
  }

  private int sizeOfTeamOf(Persona persona) {
    return company.unit(company.person(persona).unitCode()).size();
  }
}
