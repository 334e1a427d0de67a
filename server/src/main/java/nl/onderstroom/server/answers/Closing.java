package nl.onderstroom.server.answers;

import java.util.List;
import java.util.Map;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;
import nl.onderstroom.server.database.NamelessDatabase;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.shell.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Closes a round: adds up what each cohort answered, in one transaction, and then destroys the
 * sheets. If the transaction fails nothing happened and the round goes on; if the process ends
 * between the two, the sheets are destroyed at the next start.
 */
@Component
public class Closing {
  private final NamelessDatabase database;
  private final Rounds rounds;
  private final Summaries summaries;
  private final AnswerBox box;

  Closing(NamelessDatabase database, Rounds rounds, Summaries summaries, AnswerBox box) {
    this.database = database;
    this.rounds = rounds;
    this.summaries = summaries;
    this.box = box;
  }

  /**
   * Not within another transaction: what is destroyed would not come back with it.
   *
   * @throws Refusal 404 no such round; 409 not open
   */
  public void close(RoundId round) {
    boolean closed = box.end(round, sheets -> keep(round, sheets));
    if (!closed) {
      rounds.get(round);
      throw new Refusal(HttpStatus.CONFLICT, "rounds.not-at-this-step.closed");
    }
  }

  /**
   * Closes a round that was never open with these sheets: for a company whose past is made up.
   *
   * @param sheets of each cohort by its number; none, or no entry, when nobody of it answered
   * @throws Refusal 404 no such round; 409 not issuing
   */
  public void closeWith(RoundId round, Map<Integer, List<Sheet>> sheets) {
    database.inTransaction(() -> {
      rounds.advance(round, RoundState.ISSUING);
      keep(round, sheets);
    });
  }

  private void keep(RoundId round, Map<Integer, List<Sheet>> sheets) {
    database.inTransaction(() -> {
      rounds.advance(round, RoundState.OPEN);
      keepSummaries(round, sheets);
    });
  }

  private void keepSummaries(RoundId round, Map<Integer, List<Sheet>> sheets) {
    SummaryShape shape = rounds.get(round).questionnaire().shape();
    for (Cohort cohort : rounds.listCohorts(round)) {
      List<Sheet> answered = sheets.getOrDefault(cohort.number(), List.of());
      if (!answered.isEmpty()) {
        var tally = new Tally(shape);
        answered.forEach(sheet -> tally.add(record(sheet)));
        summaries.keep(
            round,
            new Summaries.OfCohort(
                cohort.number(), cohort.unitCode(), tally.summary().forKeeping()));
      }
    }
  }

  private static long[] record(Sheet sheet) {
    return sheet.answers().stream()
        .mapToLong(answer -> answer == null ? Tally.MISSING : answer)
        .toArray();
  }
}
