package nl.onderstroom.server.answers;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;
import nl.onderstroom.server.database.NamelessDatabase;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.Entries;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import org.springframework.stereotype.Component;

/**
 * Closes a round: adds up what each cohort answered and destroys the sheets, in one transaction.
 * Either the round is closed, its summaries are kept and its sheets are gone, or nothing happened.
 */
@Component
public class Closing {
  private final NamelessDatabase database;
  private final Rounds rounds;
  private final Entries entries;
  private final Summaries summaries;

  Closing(NamelessDatabase database, Rounds rounds, Entries entries, Summaries summaries) {
    this.database = database;
    this.rounds = rounds;
    this.entries = entries;
    this.summaries = summaries;
  }

  /**
   * @throws nl.onderstroom.server.shell.Refusal 404 no such round; 409 not open
   */
  public void close(RoundId round) {
    database.inTransaction(() -> {
      // First, because it waits for everybody who is just handing in and stops who comes later.
      rounds.advance(round, RoundState.OPEN);
      // Entries before sheets, as everybody locks them, so that two rounds never wait for each
      // other.
      entries.forget(round);
      keepSummaries(round);
      database
          .sql()
          .sql("select destroy_box(:round)")
          .param("round", round.value())
          .query((row, index) -> "")
          .list();
    });
  }

  private void keepSummaries(RoundId round) {
    SummaryShape shape = rounds.get(round).questionnaire().shape();
    Map<Integer, Tally> tallies = tally(round, shape);
    for (Cohort cohort : rounds.listCohorts(round)) {
      Tally tally = tallies.get(cohort.number());
      if (tally != null) {
        summaries.keep(
            round,
            new Summaries.OfCohort(
                cohort.number(), cohort.unitCode(), tally.summary().forKeeping()));
      }
    }
  }

  private Map<Integer, Tally> tally(RoundId round, SummaryShape shape) {
    var tallies = new TreeMap<Integer, Tally>();
    Function<Integer, Tally> fresh = cohort -> new Tally(shape);
    database
        .sql()
        .sql("select cohort_number, answers from sheet where round_id = :round")
        .param("round", round.value())
        .query((ResultSet row) ->
            tallies.computeIfAbsent(row.getInt("cohort_number"), fresh).add(record(row)));
    return tallies;
  }

  private static long[] record(ResultSet row) throws SQLException {
    Array stored = row.getArray("answers");
    Long[] answers = (Long[]) stored.getArray();
    long[] record = new long[answers.length];
    for (int i = 0; i < record.length; i++) {
      record[i] = answers[i] == null ? Tally.MISSING : answers[i];
    }
    return record;
  }
}
