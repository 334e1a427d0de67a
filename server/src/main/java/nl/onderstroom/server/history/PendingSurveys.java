package nl.onderstroom.server.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.onderstroom.engine.summary.SummaryFormat;
import nl.onderstroom.server.answers.Summaries.OfCohort;
import nl.onderstroom.server.database.NamelessDatabase;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.QuestionnaireJson;
import nl.onderstroom.server.rounds.Unit;
import nl.onderstroom.server.survey.SurveyTree;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Earlier surveys that wait until somebody has looked at what was understood; for a day. */
@Component
class PendingSurveys {
  private static final int LIFE_HOURS = 24;
  private static final int MOST_BATCHES = 10;

  private final NamelessDatabase database;

  PendingSurveys(NamelessDatabase database) {
    this.database = database;
  }

  /**
   * Keeps the waves of one file; the oldest files make room.
   *
   * @return the batch, by which {@link #list} finds them
   */
  long add(List<PendingSurvey> waves) {
    return database.inTransaction(() -> {
      forgetOld();
      makeRoom();
      long batch =
          database
              .sql()
              .sql("select coalesce(max(batch), 0) + 1 from pending_survey")
              .query(Long.class)
              .single();
      waves.forEach(wave -> add(batch, wave));
      return batch;
    });
  }

  private void makeRoom() {
    database
        .sql()
        .sql(
            """
            delete from pending_survey where batch not in
              (select distinct batch from pending_survey order by batch desc limit :most)
            """)
        .param("most", MOST_BATCHES - 1)
        .update();
  }

  private void add(long batch, PendingSurvey wave) {
    long id =
        database
            .sql()
            .sql(
                """
                insert into pending_survey
                  (batch, name, wave, held_on, floor, questionnaire, expires_at)
                values (:batch, :name, :wave, :heldOn, :floor, :questionnaire::jsonb,
                  now() + :hours * interval '1 hour')
                returning id
                """)
            .param("batch", batch)
            .param("name", wave.name())
            .param("wave", wave.wave())
            .param("heldOn", wave.heldOn())
            .param("floor", wave.floor())
            .param("questionnaire", QuestionnaireJson.write(wave.questionnaire()))
            .param("hours", LIFE_HOURS)
            .query(Long.class)
            .single();
    List<Unit> units = wave.tree().units();
    for (int place = 0; place < units.size(); place++) {
      addUnit(id, place, units.get(place));
    }
    wave.tree().cohorts().forEach(cohort -> addSummary(id, cohort));
  }

  private void addUnit(long id, int place, Unit unit) {
    database
        .sql()
        .sql(
            """
            insert into pending_unit (pending_id, place, code, name, parent_code, people)
            values (:id, :place, :code, :name, :parent, :people)
            """)
        .param("id", id)
        .param("place", place)
        .param("code", unit.code())
        .param("name", unit.name())
        .param("parent", unit.parentCode())
        .param("people", unit.people())
        .update();
  }

  private void addSummary(long id, OfCohort cohort) {
    database
        .sql()
        .sql(
            """
            insert into pending_summary (pending_id, number, unit_code, content)
            values (:id, :number, :unit, :content)
            """)
        .param("id", id)
        .param("number", cohort.cohortNumber())
        .param("unit", cohort.unitCode())
        .param("content", SummaryFormat.write(cohort.summary()))
        .update();
  }

  /** Ids of the waves of a file, in order; those that became a round or are too old are gone. */
  List<Long> list(long batch) {
    return database
        .sql()
        .sql(
            "select id from pending_survey where batch = :batch and expires_at >= now() order by id")
        .param("batch", batch)
        .query((row, index) -> row.getLong("id"))
        .list();
  }

  Optional<PendingSurvey> find(long id) {
    return database
        .sql()
        .sql("select * from pending_survey where id = :id and expires_at >= now()")
        .param("id", id)
        .query((row, index) -> {
          Questionnaire questionnaire = QuestionnaireJson.read(row.getString("questionnaire"));
          return new PendingSurvey(
              row.getString("name"),
              row.getString("wave"),
              row.getObject("held_on", LocalDate.class),
              row.getInt("floor"),
              questionnaire,
              new SurveyTree(questionnaire.shape(), units(id), cohorts(id)));
        })
        .optional();
  }

  private List<Unit> units(long id) {
    return database
        .sql()
        .sql(
            """
            select code, name, parent_code, people from pending_unit
            where pending_id = :id order by place
            """)
        .param("id", id)
        .query((row, index) ->
            new Unit(
                row.getString("code"),
                row.getString("name"),
                row.getString("parent_code"),
                row.getInt("people")))
        .list();
  }

  private List<OfCohort> cohorts(long id) {
    return database
        .sql()
        .sql(
            """
            select number, unit_code, content from pending_summary
            where pending_id = :id order by number
            """)
        .param("id", id)
        .query((row, index) ->
            new OfCohort(
                row.getInt("number"),
                row.getString("unit_code"),
                SummaryFormat.read(row.getBytes("content"))))
        .list();
  }

  /**
   * @return false when it was not there any more
   */
  boolean remove(long id) {
    return database.sql().sql("delete from pending_survey where id = :id").param("id", id).update()
        == 1;
  }

  /** Also when nobody looks. */
  @Scheduled(fixedRateString = "PT1H")
  void forgetOld() {
    database.sql().sql("delete from pending_survey where expires_at < now()").update();
  }
}
