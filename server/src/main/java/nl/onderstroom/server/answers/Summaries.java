package nl.onderstroom.server.answers;

import java.util.List;
import nl.onderstroom.engine.summary.Summary;
import nl.onderstroom.engine.summary.SummaryFormat;
import nl.onderstroom.server.database.NamelessDatabase;
import nl.onderstroom.server.rounds.RoundId;
import org.springframework.stereotype.Component;

/** What is left of a round once it has closed: a summary for each cohort that answered. */
@Component
public class Summaries {
  /** A cohort's summary and the unit it counts in. */
  public record OfCohort(int cohortNumber, String unitCode, Summary summary) {}

  private final NamelessDatabase database;

  Summaries(NamelessDatabase database) {
    this.database = database;
  }

  public void keep(RoundId round, OfCohort cohort) {
    database
        .sql()
        .sql(
            """
            insert into summary (round_id, cohort_number, unit_code, content)
            values (:round, :cohort, :unit, :content)
            """)
        .param("round", round.value())
        .param("cohort", cohort.cohortNumber())
        .param("unit", cohort.unitCode())
        .param("content", SummaryFormat.write(cohort.summary()))
        .update();
  }

  public List<OfCohort> list(RoundId round) {
    return database
        .sql()
        .sql(
            """
            select cohort_number, unit_code, content from summary
            where round_id = :round order by cohort_number
            """)
        .param("round", round.value())
        .query((row, index) ->
            new OfCohort(
                row.getInt("cohort_number"),
                row.getString("unit_code"),
                SummaryFormat.read(row.getBytes("content"))))
        .list();
  }
}
