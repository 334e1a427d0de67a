package nl.onderstroom.server.structure;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import nl.onderstroom.engine.disclosure.Release;
import nl.onderstroom.engine.summary.Answers;
import nl.onderstroom.engine.summary.CrossProducts;
import nl.onderstroom.engine.summary.Summary;
import nl.onderstroom.engine.summary.Tally;
import nl.onderstroom.server.answers.Summaries;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;

/** Whatever shows something to anybody can be made from a release and from nothing before it. */
@Tag("structure")
class ShownTest {
  /** Who answered what, or sums of it that the gate has not seen. */
  private static final DescribedPredicate<JavaClass> NOT_YET_DECIDED =
      assignableTo(Summary.class)
          .or(assignableTo(Answers.class))
          .or(assignableTo(CrossProducts.class))
          .or(assignableTo(Tally.class))
          .or(assignableTo(Summaries.class))
          .or(assignableTo(Summaries.OfCohort.class))
          .as("answers or sums that the gate has not decided on");

  private static final DescribedPredicate<JavaClass> SHOWS =
      describe(
          "pages, exports and controllers",
          type ->
              type.isMetaAnnotatedWith(Controller.class)
                  || type.getSimpleName().startsWith("Jte")
                  || type.getName().matches(".*(Page|Pages|View|Json|Tables|Drawing|Csv)(\\$.*)?")
                  || (type.getPackageName().equals("nl.onderstroom.server.insight")
                      && !type.getSimpleName().equals("Publishing")));

  private static final ArchRule ONLY_RELEASES =
      noClasses().that(SHOWS).should().dependOnClassesThat(NOT_YET_DECIDED);

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("nl.onderstroom.server");

  @Test
  void noPageExportOrControllerReadsAnswersOrSummaries() {
    assertThat(CLASSES.stream().filter(SHOWS).count()).isGreaterThan(40);
    ONLY_RELEASES.check(CLASSES);
  }

  /** The rule is not idle: a page that did would be found. */
  @Test
  void aPageThatReadsASummaryWouldBeFound() {
    for (Class<?> wrong : new Class<?>[] {HastyPage.class, HastyTables.class}) {
      JavaClasses fixture = new ClassFileImporter().importClasses(wrong);
      assertThatThrownBy(() -> ONLY_RELEASES.check(fixture))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(wrong.getSimpleName());
    }
  }

  @Test
  void aReleaseIsMadeByTheGateAlone() {
    JavaClass release = new ClassFileImporter().importClass(Release.class);
    assertThat(release.getConstructors())
        .isNotEmpty()
        .allSatisfy(constructor ->
            assertThat(constructor.getModifiers())
                .doesNotContain(JavaModifier.PUBLIC, JavaModifier.PROTECTED));
    assertThat(release.getModifiers()).contains(JavaModifier.FINAL);
  }

  /** Shows a team before the gate has decided. */
  @Controller
  static class HastyPage {
    String all(Summary summary) {
      return summary.respondents() + " people";
    }
  }

  /** An export of what each cohort said. */
  static class HastyTables {
    long people(Summaries.OfCohort cohort) {
      return cohort.summary().answers().size();
    }
  }
}
