package nl.onderstroom.server.people;

import static nl.onderstroom.server.roster.RosterFile.HEADING;
import static nl.onderstroom.server.roster.RosterFile.lines;
import static nl.onderstroom.server.roster.RosterFile.roster;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.access.SignedIn;
import nl.onderstroom.server.database.PeopleDatabase;
import nl.onderstroom.server.database.TestDatabase;
import nl.onderstroom.server.roster.Roster;
import nl.onderstroom.server.roster.RosterFile;
import nl.onderstroom.server.roster.RosterGenerator;
import nl.onderstroom.server.roster.RosterReader;
import nl.onderstroom.server.shell.Languages;
import nl.onderstroom.server.shell.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.HttpStatus;

/** The roster in the database. */
@Tag("database")
class RosterImportTest {
  private final TestDatabase database = TestDatabase.create(List.of("people"));
  private final AnnotationConfigApplicationContext rooms = open();
  private final RosterImport imports = rooms.getBean(RosterImport.class);
  private final People people = rooms.getBean(People.class);

  private AnnotationConfigApplicationContext open() {
    var context = new AnnotationConfigApplicationContext();
    context.registerBean(PeopleDatabase.class, database::people);
    context.registerBean(Languages.class, Languages::withoutServer);
    context.register(
        People.class,
        RosterStore.class,
        PendingImports.class,
        RosterImport.class,
        RosterDirectory.class);
    context.refresh();
    return context;
  }

  @AfterEach
  void close() {
    // The test closes its database itself.
    rooms.getDefaultListableBeanFactory().destroySingletons();
    database.close();
  }

  private RosterImport.Outcome apply(String... lines) {
    String file = HEADING + String.join("\n", lines);
    try {
      return imports.apply(
          new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "roster.csv");
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
  }

  private ImportId keep(String... lines) {
    return imports.keep(roster(lines(lines)));
  }

  private List<String> stored() {
    Map<UnitId, String> paths = Branch.paths(people.listUnits());
    return people.listPeople().stream()
        .map(each -> each.number() + " " + each.name() + " " + paths.get(each.unit()))
        .toList();
  }

  @Test
  void aFileBecomesTheRoster() {
    assertThat(apply("1,A,A@o.example,O / X,yes,leader;council", "2,B,,O / X,,"))
        .isEqualTo(new RosterImport.Outcome(2, 2));
    assertThat(stored()).containsExactly("1 A O / X", "2 B O / X");
    Person person = people.find(" a@O.example ").orElseThrow();
    assertThat(person.roles()).containsExactlyInAnyOrder(Role.LEADER, Role.WORKS_COUNCIL);
    assertThat(person.leads()).isTrue();
    assertThat(people.headCounts()).containsExactlyEntriesOf(Map.of(person.unit(), 2));
    assertThat(people.listUnits()).extracting(Unit::code).containsExactly("o", "o/x");
    assertThat(people.find("b@o.example")).isEmpty();
  }

  @Test
  void theNextFileMovesAddsAndReallyDeletes() {
    apply("1,A,a@o.example,O / X,,", "2,B,b@o.example,O / X,,", "3,C,,O / Y,,");
    PersonId before = people.find("a@o.example").orElseThrow().id();
    apply("1,A,b@o.example,O / Z,,", "2,B,a@o.example,O / X,,", "4,D,,O / X,,");
    assertThat(stored()).containsExactly("1 A O / Z", "2 B O / X", "4 D O / X");
    assertThat(people.find("b@o.example").orElseThrow().id())
        .as("the same person, with the other one's address")
        .isEqualTo(before);
    assertThat(people.listUnits()).extracting(Unit::name).containsExactly("O", "X", "Z");
    assertThat(database.owner().sql("select count(*) from person").query(Integer.class).single())
        .isEqualTo(3);
  }

  @Test
  void randomRostersAreStoredAsTheyWereRead() {
    for (long seed = 0; seed < 12; seed++) {
      var generator = new RosterGenerator(seed);
      Roster roster = generator.roster(15, 80);
      for (int year = 0; year < 3; year++) {
        ImportId id = imports.keep(roster);
        assertThat(imports.preview(id).roster()).as("seed %d", seed).isEqualTo(roster);
        imports.apply(id);
        ImportId again = imports.keep(roster);
        assertThat(imports.preview(again).plan().isEmpty()).as("seed %d", seed).isTrue();
        imports.cancel(again);
        roster = generator.aYearLater(roster);
      }
    }
  }

  @Test
  void aFailureInTheMiddleLeavesEverythingAsItWas() {
    apply("1,A,,O / X,,", "2,B,,O / Y,,");
    List<String> before = stored();
    database.owner().sql("alter table person add check (name <> 'Unlucky')").update();
    ImportId id = keep("1,A,,O / Z,,", "3,C,,O / X,,", "4,Unlucky,,O / X,,");
    assertThatThrownBy(() -> imports.apply(id)).hasMessageContaining("person");
    assertThat(stored()).isEqualTo(before);
    assertThat(people.listUnits()).extracting(Unit::name).containsExactly("O", "X", "Y");
    assertThat(imports.preview(id).plan().peopleAdded()).as("it still waits").hasSize(2);
  }

  @Test
  void aPreviewThatIsAppliedByTwoCountsOnce() throws Exception {
    apply("1,A,,O,,");
    ImportId id = keep("1,A,,O,,", "2,B,,O / X,,");
    List<Callable<String>> everybody = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      everybody.add(() -> outcome(id));
    }
    var outcomes = new ArrayList<String>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<String> each : threads.invokeAll(everybody)) {
        outcomes.add(get(each));
      }
    }
    assertThat(outcomes).filteredOn("applied"::equals).hasSize(1);
    assertThat(outcomes).filteredOn("404 NOT_FOUND"::equals).hasSize(7);
    assertThat(database.owner().sql("select version from roster").query(Long.class).single())
        .isEqualTo(2);
  }

  private String outcome(ImportId id) {
    try {
      imports.apply(id);
      return "applied";
    } catch (Refusal refusal) {
      return refusal.status().toString();
    }
  }

  private static String get(Future<String> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException failure) {
      return String.valueOf(failure.getCause());
    }
  }

  @Test
  void aPreviewOfAnOlderRosterIsNotApplied() {
    ImportId id = keep("1,A,,O,,");
    assertThat(imports.preview(id).stale()).isFalse();
    apply("2,B,,O,,");
    assertThat(imports.preview(id).stale()).isTrue();
    assertThatThrownBy(() -> imports.apply(id))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(HttpStatus.CONFLICT));
    assertThat(stored()).containsExactly("2 B O");
  }

  @Test
  void nothingOfAPendingImportOutlivesItsDecision() {
    ImportId applied = keep("1,A,,O,,");
    imports.apply(applied);
    ImportId cancelled = keep("1,B,,O,,");
    imports.cancel(cancelled);
    assertThat(pending()).isZero();
    assertThatThrownBy(() -> imports.cancel(cancelled)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> imports.preview(applied)).isInstanceOf(Refusal.class);
  }

  @Test
  void aPendingImportIsGoneAfterADay() {
    ImportId id = keep("1,A,,O,,");
    database
        .owner()
        .sql("update pending_import set expires_at = expires_at - interval '24 hours 1 minute'")
        .update();
    assertThatThrownBy(() -> imports.apply(id)).isInstanceOf(Refusal.class);
    rooms.getBean(PendingImports.class).forgetOld();
    assertThat(pending()).isZero();
  }

  @Test
  void onlySoManyImportsWait() {
    for (int i = 0; i < PendingImports.MOST + 5; i++) {
      keep("1,A,,O,,");
    }
    assertThat(pending()).isEqualTo(PendingImports.MOST);
  }

  private int pending() {
    return database
        .owner()
        .sql("select count(*) from pending_import")
        .query(Integer.class)
        .single();
  }

  @Test
  void whoIsInTheRosterComesInWithTheirRoles() {
    apply("1,Noor,noor@o.example,O / X,yes,programme", "2,Sem,sem@o.example,O,,");
    RosterDirectory directory = rooms.getBean(RosterDirectory.class);
    SignedIn noor = directory.find("noor@o.example").orElseThrow();
    assertThat(noor.identity().name()).isEqualTo("Noor");
    assertThat(noor.viewer().roles())
        .isEqualTo(Set.of(Role.EMPLOYEE, Role.TEAM_LEAD, Role.PROGRAMME_LEAD));
    assertThat(noor.viewer().unit()).isEqualTo("o/x");
    assertThat(noor.viewer().unitsLed()).containsExactly("o/x");
    SignedIn sem = directory.find("sem@o.example").orElseThrow();
    assertThat(sem.viewer().roles()).containsExactly(Role.EMPLOYEE);
    assertThat(sem.viewer().unitsLed()).isEmpty();
    assertThat(directory.find("nobody@o.example")).isEmpty();
  }

  @Test
  void whatIsWrongWithAFileIsSaidInWords() {
    assertThatThrownBy(() -> apply("1,=A,,O,,", "1,B,,,,"))
        .isInstanceOf(UnreadableRoster.class)
        .hasMessageContaining("roster.csv: line 2, column \"name\": given \"=A\"; A text that")
        .hasMessageContaining("roster.csv: line 3, column \"unit\": A team or department.");
    assertThat(stored()).isEmpty();
  }

  @Test
  void theNamelessWingCannotReadTheRoster() {
    apply("1,A,,O,,");
    for (String table : List.of("person", "unit", "roster", "pending_import")) {
      assertThatThrownBy(
              () -> database.nameless().sql().sql("select * from " + table).query().listOfRows())
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void searchTakesSignsAsTheyAre() {
    apply("1,Percy %,,O,,", "2,Noor de Wit,,O,,");
    assertThat(people.search("DE w", 5)).extracting(Person::number).containsExactly("2");
    assertThat(people.search("%", 5)).extracting(Person::number).containsExactly("1");
  }

  @Test
  void twoHundredThousandPeopleInAFewSeconds() {
    var file = new StringBuilder(HEADING);
    for (int i = 0; i < RosterReader.MOST_ROWS; i++) {
      int team = i % 4_000;
      file.append(i).append(",Naam van ").append(i).append(",p").append(i);
      file.append("@o.example,Oever / Divisie ").append(team / 200).append(" / Team ").append(team);
      file.append(i < 4_000 ? ",yes," : ",no,").append(i == 0 ? "programme\n" : "\n");
    }
    byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
    Clock clock = new Clock();
    Roster roster = roster(RosterFile.bytes(bytes));
    clock.lap("read %.1f MB".formatted(bytes.length / 1e6));
    ImportId id = imports.keep(roster);
    clock.lap("kept");
    imports.preview(id);
    clock.lap("planned");
    imports.apply(id);
    clock.lap("applied");
    imports.preview(imports.keep(roster));
    clock.lap("kept and planned again");
    assertThat(people.listPeople()).hasSize(RosterReader.MOST_ROWS);
  }

  /** Prints how long each step takes: measured, not promised. */
  private static final class Clock {
    private long last = System.nanoTime();

    void lap(String step) {
      long now = System.nanoTime();
      System.out.printf("200,000 people: %s in %.2f s%n", step, (now - last) / 1e9);
      last = now;
    }
  }
}
