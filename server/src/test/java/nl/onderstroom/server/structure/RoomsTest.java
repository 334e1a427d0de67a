package nl.onderstroom.server.structure;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.onderstroom.engine.summary.Summary;
import nl.onderstroom.server.Server;
import nl.onderstroom.server.access.Identity;
import nl.onderstroom.server.answers.Closing;
import nl.onderstroom.server.ballots.Countersigning;
import nl.onderstroom.server.rounds.RoundId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The house as ARCHITECTURE.md says it stands; the two wings above all. */
@Tag("structure")
class RoomsTest {
  private static final String SERVER = "nl.onderstroom.server.";
  private static final List<String> NAMELESS =
      List.of("answers", "insight", "conversation", "survey", "history", "report", "landscape");
  private static final List<String> KNOWING_PEOPLE =
      List.of("people", "roster", "floors", "ballots", "kept");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("nl.onderstroom");

  @Test
  void eachRoomUsesOnlyTheRoomsItDeclares() {
    ApplicationModules.of(Server.class).verify();
  }

  @Test
  void theNamelessWingNeverReachesPeopleNotEvenThroughOthers() {
    for (String room : NAMELESS) {
      Set<String> reached = roomsReachedFrom(room);
      assertThat(reached)
          .as("rooms that %s reaches", room)
          .doesNotContainAnyElementsOf(KNOWING_PEOPLE);
    }
  }

  /** Otherwise a round could be given answers that nobody gave. */
  @Test
  void onlyWhereAllIsMadeUpIsARoundClosedWithAnswersThatCameWithoutBallots() {
    noClasses()
        .that()
        .resideOutsideOfPackages(SERVER + "demo", SERVER + "attack")
        .should()
        .callMethod(Closing.class, "closeWith", RoundId.class, Map.class, List.class)
        .check(CLASSES);
    assertThat(
            CLASSES.get(Closing.class).getMethods().stream()
                .filter(method -> method.getName().equals("closeWith"))
                .flatMap(method -> method.getCallsOfSelf().stream()))
        .as("the rule looks at a method that is called")
        .isNotEmpty();
  }

  /**
   * A clock that is wrong, or jumps, changes nothing of who may fetch, answer or count: no time is
   * asked for there, so that none can be kept either. Only the day of a step is written down.
   */
  @Test
  void noBallotAndNoAnswerDependsOnTheClock() {
    noClasses()
        .that()
        .resideInAnyPackage("nl.onderstroom.engine.ballot", SERVER + "answers", SERVER + "ballots")
        .and()
        .doNotHaveSimpleName("Countersigning")
        .should()
        .callMethodWhere(
            target(owner(resideInAnyPackage("java.time..", "java.lang")))
                .and(target(nameMatching("now|currentTimeMillis|nanoTime"))))
        .check(CLASSES);
    assertThat(CLASSES.get(Countersigning.class).getMethodCallsFromSelf())
        .as("the rule knows such a call when it sees one")
        .anyMatch(call -> call.getTarget().getName().equals("now"));
  }

  @Test
  void theNamelessWingTakesAViewerAndNeverAnIdentity() {
    for (String room : NAMELESS) {
      noClasses()
          .that()
          .resideInAPackage(SERVER + room)
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Identity.class)
          .check(CLASSES);
    }
  }

  /** What was answered reaches them as a release, like everybody else. */
  @Test
  void whoKnowsPeopleNeverTouchesAnswers() {
    for (String room : KNOWING_PEOPLE) {
      noClasses()
          .that()
          .resideInAPackage(SERVER + room)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(SERVER + "answers")
          .check(CLASSES);
    }
  }

  @Test
  void onlyAnswersEarlierSurveysAndPublishingTouchSummaries() {
    noClasses()
        .that()
        .resideInAPackage("nl.onderstroom.server..")
        .and()
        .resideOutsideOfPackages(
            SERVER + "answers", SERVER + "survey", SERVER + "history", SERVER + "rounds")
        .and()
        .doNotHaveSimpleName("Publishing")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Summary.class)
        .check(CLASSES);
  }

  @Test
  void noTemplateReadsASummary() {
    noClasses()
        .that()
        .haveSimpleNameStartingWith("Jte")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("nl.onderstroom.engine.summary")
        .check(CLASSES);
  }

  @Test
  void theEngineKnowsNoFramework() {
    noClasses()
        .that()
        .resideInAPackage("nl.onderstroom.engine..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "nl.onderstroom.engine..",
            "java..",
            "javax.crypto..",
            "org.jspecify..",
            // Numbers only: see decision 0007.
            "org.apache.commons.statistics..",
            "org.apache.commons.rng..",
            "org.hipparchus..")
        .check(CLASSES);
  }

  @Test
  void noPackageOfTheEngineReachesItselfThroughOthers() {
    slices().matching("nl.onderstroom.engine.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void theDrawingInArchitectureIsTheCode() throws Exception {
    Set<String> drawn =
        Files.readAllLines(root().resolve("ARCHITECTURE.md")).stream()
            .map(String::strip)
            .filter(line -> line.matches("[a-z]+ --> [a-z]+"))
            .collect(Collectors.toCollection(TreeSet::new));
    var built = new TreeSet<String>();
    for (String room : rooms()) {
      directlyReachedFrom(room).forEach(other -> built.add(room + " --> " + other));
    }
    // demo, command and attack may use every room; arrows from them would hide the rest.
    built.removeIf(arrow -> arrow.matches("(demo|command|attack) .*"));
    assertThat(drawn).isEqualTo(built);
  }

  private static Set<String> rooms() {
    return CLASSES.stream()
        .map(RoomsTest::room)
        .filter(room -> !room.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> roomsReachedFrom(String start) {
    var reached = new HashSet<String>();
    var ahead = new ArrayDeque<>(List.of(start));
    while (!ahead.isEmpty()) {
      for (String next : directlyReachedFrom(ahead.pop())) {
        if (reached.add(next)) {
          ahead.add(next);
        }
      }
    }
    return reached;
  }

  private static Set<String> directlyReachedFrom(String room) {
    return CLASSES.stream()
        .filter(each -> room(each).equals(room))
        .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
        .map(dependency -> room(dependency.getTargetClass()))
        .filter(other -> !other.isEmpty() && !other.equals(room))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String room(JavaClass type) {
    String name = type.getPackageName();
    if (type.isArray()) {
      name = type.getBaseComponentType().getPackageName();
    }
    return name.startsWith(SERVER) ? name.substring(SERVER.length()) : "";
  }

  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("ARCHITECTURE.md")) ? here : here.getParent();
  }
}
