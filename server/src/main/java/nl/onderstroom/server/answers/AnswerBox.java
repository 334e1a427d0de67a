package nl.onderstroom.server.answers;

import nl.onderstroom.server.database.NamelessDatabase;
import nl.onderstroom.server.rounds.Entries;
import nl.onderstroom.server.rounds.EntryCode;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.shell.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The one door by which answers come in: one sheet for one entry. The same entry again replaces its
 * sheet, until the round closes. When {@link #drop} returns, the sheet is on disk.
 */
@Component
public class AnswerBox {
  private final NamelessDatabase database;
  private final Rounds rounds;
  private final Entries entries;

  AnswerBox(NamelessDatabase database, Rounds rounds, Entries entries) {
    this.database = database;
    this.rounds = rounds;
    this.entries = entries;
  }

  /** Opens the round: from now on it takes answers. */
  public void open(RoundId round) {
    database.inTransaction(() -> {
      rounds.advance(round, RoundState.ISSUING);
      entries.shuffle();
      database
          .sql()
          .sql("select open_box(:round)")
          .param("round", round.value())
          .query((row, index) -> "")
          .list();
    });
  }

  /** Whether this entry belongs to the round. */
  boolean knows(RoundId round, EntryCode code) {
    return entries.findCohort(round, code).isPresent();
  }

  /**
   * Takes a sheet.
   *
   * @throws Refusal 404 no such round; 409 not open yet; 410 closed; 403 an entry this round does
   *     not know
   */
  public void drop(RoundId round, EntryCode code, Sheet sheet) {
    database.inTransaction(() -> {
      requireOpen(rounds.hold(round));
      int cohort =
          entries
              .findCohort(round, code)
              .orElseThrow(() -> new Refusal(HttpStatus.FORBIDDEN, "answers.entry-unknown"));
      database
          .sql()
          .sql(
              """
              insert into sheet (round_id, secret_hash, cohort_number, answers)
              values (:round, :hash, :cohort, :answers)
              on conflict (round_id, secret_hash) do update set answers = excluded.answers
              """)
          .param("round", round.value())
          .param("hash", code.hash())
          .param("cohort", cohort)
          .param("answers", sheet.answers().toArray(Long[]::new))
          .update();
    });
  }

  private static void requireOpen(RoundState state) {
    switch (state) {
      case DRAFT, ISSUING -> throw new Refusal(HttpStatus.CONFLICT, "answers.not-open-yet");
      case CLOSED, PUBLISHED -> throw new Refusal(HttpStatus.GONE, "answers.round-closed");
      case OPEN -> {}
    }
  }
}
