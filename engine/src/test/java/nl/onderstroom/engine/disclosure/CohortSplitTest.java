package nl.onderstroom.engine.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Who answers together is split by site only where every part can answer together by itself. */
class CohortSplitTest {
  private record Person(int number, Optional<String> site, Optional<String> role) {}

  private static final List<Function<Person, Optional<String>>> CUTS =
      List.of(Person::site, Person::role);

  @Test
  void aTeamAtOneSiteBelongsToIt() {
    assertThat(CohortSplit.of(team("Zwolle", 8), CUTS, 7))
        .singleElement()
        .satisfies(part -> assertThat(part.cuts()).containsExactly("Zwolle"));
  }

  @Test
  void twoLargePartsAnswerApart() {
    List<Person> people = new ArrayList<>(team("Zwolle", 8));
    people.addAll(team("Kampen", 7));
    assertThat(CohortSplit.of(people, CUTS, 7))
        .extracting(CohortSplit::cuts)
        .containsExactly(Set.of("Kampen"), Set.of("Zwolle"));
  }

  @Test
  void oneSmallPartKeepsEverybodyTogetherAndInNoSite() {
    List<Person> people = new ArrayList<>(team("Zwolle", 18));
    people.addAll(team("Kampen", 6));
    assertThat(CohortSplit.of(people, CUTS, 7))
        .singleElement()
        .satisfies(part -> assertThat(part.cuts()).isEmpty());
  }

  @Test
  void nobodyIsNotAPart() {
    assertThat(CohortSplit.of(List.<Person>of(), CUTS, 7)).isEmpty();
  }

  @Test
  void everybodyIsInOnePartThatIsLargeEnoughAndSharesItsCuts() {
    Random random = new Random(4);
    for (int trial = 0; trial < 2_000; trial++) {
      List<Person> people = new ArrayList<>();
      int size = 7 + random.nextInt(40);
      for (int i = 0; i < size; i++) {
        people.add(new Person(i, value(random, "site "), value(random, "role ")));
      }
      List<CohortSplit<Person>> parts = CohortSplit.of(people, CUTS, 7);
      Set<Person> seen = new HashSet<>();
      for (CohortSplit<Person> part : parts) {
        assertThat(part.people()).hasSizeGreaterThanOrEqualTo(7);
        for (Person person : part.people()) {
          assertThat(seen.add(person)).isTrue();
          assertThat(values(person)).containsAll(part.cuts());
        }
      }
      assertThat(seen).hasSize(size);
    }
  }

  private static Set<String> values(Person person) {
    Set<String> values = new HashSet<>();
    person.site().ifPresent(values::add);
    person.role().ifPresent(values::add);
    return values;
  }

  private static Optional<String> value(Random random, String name) {
    return random.nextInt(12) == 0
        ? Optional.empty()
        : Optional.of(name + (random.nextInt(5) == 0 ? 1 : 0));
  }

  private static List<Person> team(String site, int people) {
    List<Person> team = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      team.add(new Person(i, Optional.of(site), Optional.empty()));
    }
    return team;
  }
}
