package nl.onderstroom.server.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.engine.disclosure.UnitRelease;
import nl.onderstroom.server.answers.Summaries;
import nl.onderstroom.server.answers.Worries;
import nl.onderstroom.server.database.NamelessDatabase;
import nl.onderstroom.server.database.TestDatabase;
import nl.onderstroom.server.insight.Publishing;
import nl.onderstroom.server.insight.Releases;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.rounds.StandingFloors;
import nl.onderstroom.server.shell.Refusal;
import nl.onderstroom.server.survey.Progress;
import nl.onderstroom.server.survey.Survey;
import nl.onderstroom.server.survey.SurveyFile;
import nl.onderstroom.server.survey.SurveyMap;
import nl.onderstroom.server.survey.SurveyMapReader;
import nl.onderstroom.server.survey.SurveyTree;
import nl.onderstroom.server.tabular.TextSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

@Tag("database")
class EarlierSurveysTest {
  private static final LocalDate DAY = LocalDate.of(2024, 11, 30);
  private static final SurveyMap MAP =
      SurveyMapReader.read(
          """
          team: T
          scales:
            joy: {items: [A, B], min: 1, max: 5, layer: flourish}
            hours: {items: [H], min: 0, max: 24, layer: above}
          """);

  private final TestDatabase database = TestDatabase.create();
  private final AnnotationConfigApplicationContext house = house(database);
  private final PendingSurveys pending = house.getBean(PendingSurveys.class);
  private final EarlierSurveys surveys = house.getBean(EarlierSurveys.class);
  private final Rounds rounds = house.getBean(Rounds.class);

  @AfterEach
  void close() {
    house.close();
    database.close();
  }

  @Test
  void anEarlierSurveyBecomesAClosedAndPublishedRound() {
    long batch = pending.add(List.of(survey("2023"), survey("2024")));
    assertThat(pending.list(batch)).hasSize(2);
    assertThat(pending.find(pending.list(batch).getFirst())).contains(survey("2023"));

    RoundId id = surveys.apply(pending.list(batch).getLast());
    Round round = rounds.get(id);
    assertThat(round.name()).isEqualTo("Tevreden? · 2024");
    assertThat(round.origin()).isEqualTo(Round.Origin.EARLIER);
    assertThat(round.state()).isEqualTo(RoundState.PUBLISHED);
    assertThat(round.closedOn()).isEqualTo(DAY);
    assertThat(rounds.listUnits(id)).containsExactlyInAnyOrderElementsOf(survey("").tree().units());
    var release = house.getBean(Releases.class).find(id).orElseThrow();
    assertThat(release).isEqualTo(survey("").tree().release(7));
    assertThat(release.unit("small")).isInstanceOf(UnitRelease.Withheld.class);
    assertThat(pending.list(batch)).as("the other wave still waits").hasSize(1);
  }

  @Test
  void theSameButtonTwiceMakesOneRound() {
    long id = pending.list(pending.add(List.of(survey("")))).getFirst();
    surveys.apply(id);
    assertThatThrownBy(() -> surveys.apply(id)).isInstanceOf(Refusal.class);
    assertThat(rounds.list()).hasSize(1);
  }

  @Test
  void whenItFailsInTheMiddleNothingHappened() {
    long id = pending.list(pending.add(List.of(survey("")))).getFirst();
    // Found out by the gate only, when the round and its summaries are there already.
    database
        .owner()
        .sql(
            "update pending_survey set questionnaire = jsonb_set(questionnaire, '{questions,1,max}', '12')")
        .update();
    assertThatThrownBy(() -> surveys.apply(id)).isInstanceOf(IllegalArgumentException.class);
    assertThat(rounds.list()).isEmpty();
    for (String table : List.of("round_unit", "summary", "release")) {
      assertThat(rows(table)).as(table).isZero();
    }
    assertThat(rows("pending_survey")).isEqualTo(1);
  }

  @Test
  void whatWaitsIsGoneAfterADay() {
    long batch = pending.add(List.of(survey("")));
    database
        .owner()
        .sql("update pending_survey set expires_at = now() - interval '1 minute'")
        .update();
    assertThat(pending.list(batch)).isEmpty();
    pending.forgetOld();
    assertThat(rows("pending_survey") + rows("pending_unit") + rows("pending_summary")).isZero();
  }

  @Test
  void noRowOfTheFileIsInTheDatabase() {
    pending.add(List.of(survey("")));
    assertThat(survey("").tree().cohorts()).allMatch(c -> c.summary().respondents() >= 7);
    assertThat(rows("pending_summary")).isEqualTo(survey("").tree().cohorts().size());
  }

  private long rows(String table) {
    return database.owner().sql("select count(*) from " + table).query(Long.class).single();
  }

  private static PendingSurvey survey(String wave) {
    var file = new StringBuilder("T,A,B,H\n");
    for (int i = 0; i < 60; i++) {
      String team = i < 3 ? "small" : "team " + i % 4;
      file.append("%s,%d,%d,%d\n".formatted(team, 1 + i % 5, 1 + i % 4, i % 24));
    }
    byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
    Survey survey =
        SurveyFile.read(TextSource.of(bytes), MAP, SurveyFile.Limits.BROWSER, Progress.NONE);
    SurveyTree tree =
        SurveyTree.of(survey.questionnaire().shape(), survey.waves().getFirst(), 7, "Allen");
    return new PendingSurvey("Tevreden?", wave, DAY, 7, survey.questionnaire(), tree);
  }

  private static AnnotationConfigApplicationContext house(TestDatabase database) {
    var house = new AnnotationConfigApplicationContext();
    house.registerBean(NamelessDatabase.class, database::nameless);
    house.registerBean(StandingFloors.class, () -> () -> Floors.DEFAULT);
    house.register(
        Rounds.class,
        Summaries.class,
        Worries.class,
        Releases.class,
        Publishing.class,
        PendingSurveys.class,
        EarlierSurveys.class);
    house.refresh();
    return house;
  }
}
