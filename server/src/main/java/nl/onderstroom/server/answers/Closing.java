package nl.onderstroom.server.answers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;
import nl.onderstroom.server.database.NamelessDatabase;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.CohortKeys;
import nl.onderstroom.server.rounds.KeyList;
import nl.onderstroom.server.rounds.RoundClosed;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.shell.Refusal;
import org.springframework.context.ApplicationEventPublisher;
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
  private final Worries worries;
  private final AnswerBox box;
  private final CohortKeys keys;
  private final ApplicationEventPublisher events;

  Closing(
      NamelessDatabase database,
      Rounds rounds,
      Summaries summaries,
      Worries worries,
      AnswerBox box,
      CohortKeys keys,
      ApplicationEventPublisher events) {
    this.database = database;
    this.rounds = rounds;
    this.summaries = summaries;
    this.worries = worries;
    this.box = box;
    this.keys = keys;
    this.events = events;
  }

  /**
   * Not within another transaction: what is destroyed would not come back with it.
   *
   * @throws Refusal 404 no such round; 409 not open
   */
  public void close(RoundId round) {
    boolean closed = box.end(round, emptied -> keep(round, emptied));
    if (!closed) {
      rounds.get(round);
      throw new Refusal(HttpStatus.CONFLICT, "rounds.not-at-this-step.closed");
    }
    events.publishEvent(new RoundClosed(round));
  }

  /**
   * Closes a round that was never open with these sheets: for a company whose past is made up.
   *
   * @param sheets of each cohort by its number; none, or no entry, when nobody of it answered
   * @param worries what was written
   * @throws Refusal 404 no such round; 409 not issuing
   */
  public void closeWith(RoundId round, Map<Integer, List<Sheet>> sheets, List<String> worries) {
    database.inTransaction(() -> {
      rounds.advance(round, RoundState.ISSUING);
      rounds.advance(round, RoundState.OPEN);
      keepSummaries(round, sheets);
      keepWorries(round, worries);
    });
  }

  private void keep(RoundId round, Emptied emptied) {
    database.inTransaction(() -> {
      rounds.advance(round, RoundState.OPEN);
      Set<Integer> surplus = surplus(round, emptied);
      keys.markSurplus(round, surplus);
      Map<Integer, List<Sheet>> sound = new HashMap<>(emptied.sheets());
      sound.keySet().removeAll(surplus);
      keepSummaries(round, sound);
      keepWorries(round, surplus.contains(Cohort.EVERYBODY) ? List.of() : emptied.worries());
    });
  }

  /**
   * Cohorts of which more came in than ballots were signed: somebody had the key, and nobody knows
   * what is real, so none of it counts.
   */
  private Set<Integer> surplus(RoundId round, Emptied emptied) {
    Map<Integer, Integer> came = new HashMap<>();
    emptied.sheets().forEach((cohort, sheets) -> came.put(cohort, sheets.size()));
    came.put(Cohort.EVERYBODY, emptied.worries().size());
    Map<Integer, Integer> issued =
        keys.find(round).map(KeyList::cohorts).orElse(List.of()).stream()
            .collect(Collectors.toMap(KeyList.OfCohort::number, KeyList.OfCohort::issued));
    return came.entrySet().stream()
        .filter(each -> each.getValue() > issued.getOrDefault(each.getKey(), 0))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Of fewer people nothing is kept that could be shown. */
  private void keepWorries(RoundId round, List<String> texts) {
    if (texts.size() >= rounds.get(round).floorForWorries()) {
      worries.keep(round, texts);
    }
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
