package nl.onderstroom.server.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import nl.onderstroom.engine.disclosure.Release;
import nl.onderstroom.engine.disclosure.UnitRelease;
import nl.onderstroom.server.answers.Summaries.OfCohort;
import nl.onderstroom.server.rounds.Unit;
import nl.onderstroom.server.tabular.TextSource;
import org.junit.jupiter.api.Test;

class SurveyTreeTest {
  private static final SurveyMap MAP =
      SurveyMapReader.read("team: [D, T]\nscales: {joy: {items: [A], min: 1, max: 5}}\n");

  @Test
  void nothingAboutFewerThanTheFloorIsKept() {
    SurveyTree tree = tree("a,1,12;a,2,3;b,1,9;b,2,8;c,x/y,2");
    assertThat(tree.cohorts()).extracting(OfCohort::summary).allMatch(s -> s.respondents() >= 7);
    assertThat(tree.people()).isEqualTo(34);
    assertThat(tree.cohorts().stream().mapToLong(c -> c.summary().respondents()).sum())
        .isEqualTo(34);
  }

  @Test
  void aSmallTeamStaysInTheFog() {
    Release release = tree("a,1,12;a,2,3;b,1,9;b,2,8").release(7);
    assertThat(release.unit("a/2")).isInstanceOf(UnitRelease.Withheld.class);
    assertThat(release.unit("b/1")).isInstanceOf(UnitRelease.Shown.class);
    assertThat(release.unit(SurveyTree.TOP)).isInstanceOf(UnitRelease.Shown.class);
  }

  @Test
  void namesThatLookAlikeStayApart() {
    assertThat(tree("a/1,x,9;a,1/x,9;%2F,x,9;/,x,9").units())
        .extracting(Unit::code)
        .doesNotHaveDuplicates()
        .hasSize(9);
  }

  @Test
  void tooFewPeopleMakeNoCohort() {
    assertThat(tree("a,1,3;b,1,3").cohorts()).isEmpty();
  }

  /** {@code department,team,people} each. */
  private static SurveyTree tree(String teams) {
    var file = new StringBuilder("D,T,A\n");
    for (String team : teams.split(";", -1)) {
      String[] parts = team.split(",", -1);
      for (int person = 0; person < Integer.parseInt(parts[2]); person++) {
        file.append("%s,%s,%d\n".formatted(parts[0], parts[1], 1 + person % 5));
      }
    }
    byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
    Survey survey =
        SurveyFile.read(TextSource.of(bytes), MAP, SurveyFile.Limits.BROWSER, Progress.NONE);
    return SurveyTree.of(survey.questionnaire().shape(), survey.waves().getFirst(), 7, "All");
  }
}
