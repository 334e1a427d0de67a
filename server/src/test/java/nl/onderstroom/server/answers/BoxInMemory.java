package nl.onderstroom.server.answers;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.onderstroom.server.rounds.Questionnaire;
import org.jspecify.annotations.Nullable;

/** Takes what a wallet hands in as the product does, and keeps it in memory. */
final class BoxInMemory {
  private final ListOfKeys keys;
  private final Map<Serial, Slip> stored = new ConcurrentHashMap<>();

  /** Said instead, whatever is asked; null to do it. */
  @Nullable OutcomeJson instead;

  BoxInMemory(ListOfKeys keys) {
    this.keys = keys;
  }

  OutcomeJson take(byte[] body) {
    return instead != null
        ? instead
        : HandedJson.read(body)
            .map(handed -> OutcomeJson.of(outcome(handed), Questionnaire.FIRST))
            .orElse(OutcomeJson.MALFORMED);
  }

  private Outcome outcome(Handed handed) {
    if (!keys.knows(handed.cohort(), handed.ballot())) {
      return Outcome.Nothing.REFUSED;
    }
    var serial = Serial.of(handed.ballot());
    Slip had = stored.getOrDefault(serial, new Slip(serial, handed.cohort(), 0, null));
    if (handed.deed() == Handed.Deed.LOOK) {
      return had.told();
    }
    if (handed.counter() != had.counter() + 1) {
      return new Outcome.Stale(had.counter());
    }
    Content content =
        handed.deed() == Handed.Deed.WITHDRAW ? null : handed.content(Questionnaire.FIRST);
    var slip = new Slip(serial, handed.cohort(), handed.counter(), content);
    stored.put(serial, slip);
    return slip.taken();
  }

  /** How many ballots have a sheet that counts. */
  long counted() {
    return stored.values().stream().filter(each -> each.content() instanceof Sheet).count();
  }

  List<String> worries() {
    return stored.values().stream()
        .map(Slip::content)
        .filter(Worry.class::isInstance)
        .map(each -> ((Worry) each).text())
        .toList();
  }

  /** As if another device had answered in between. */
  void answerElsewhere(long counter) {
    stored.replaceAll((serial, had) ->
        had.content() instanceof Sheet
            ? new Slip(serial, had.cohort(), counter, had.content())
            : had);
  }
}
