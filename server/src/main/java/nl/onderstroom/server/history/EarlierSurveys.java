package nl.onderstroom.server.history;

import java.util.concurrent.atomic.AtomicReference;
import nl.onderstroom.server.answers.Summaries;
import nl.onderstroom.server.database.NamelessDatabase;
import nl.onderstroom.server.insight.Publishing;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.shell.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Makes a round of an earlier survey: closed from the start, with its summaries, and published, in
 * one transaction. Either all of it is there, or nothing happened.
 */
@Component
class EarlierSurveys {
  private final NamelessDatabase database;
  private final PendingSurveys pending;
  private final Rounds rounds;
  private final Summaries summaries;
  private final Publishing publishing;

  EarlierSurveys(
      NamelessDatabase database,
      PendingSurveys pending,
      Rounds rounds,
      Summaries summaries,
      Publishing publishing) {
    this.database = database;
    this.pending = pending;
    this.rounds = rounds;
    this.summaries = summaries;
    this.publishing = publishing;
  }

  /**
   * @throws Refusal 404 when it is not waiting any more: imported already, or a day old
   */
  RoundId apply(long id) {
    return database.inTransaction(() -> {
      PendingSurvey survey =
          pending
              .find(id)
              .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "history.not-waiting"));
      // Whoever removes it imports it: twice the same button makes one round.
      if (!pending.remove(id)) {
        throw new Refusal(HttpStatus.NOT_FOUND, "history.not-waiting");
      }
      return round(survey);
    });
  }

  private RoundId round(PendingSurvey survey) {
    var made = new AtomicReference<RoundId>();
    Rounds.on(
        survey.heldOn(),
        () -> {
          RoundId round =
              rounds.earlier(
                  survey.roundName(),
                  survey.floor(),
                  survey.questionnaire(),
                  survey.tree().units());
          survey.tree().cohorts().forEach(cohort -> summaries.keep(round, cohort));
          publishing.publish(round);
          made.set(round);
        });
    return made.get();
  }
}
