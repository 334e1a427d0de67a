package nl.onderstroom.server.answers;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.onderstroom.server.rounds.Questionnaire;
import org.jspecify.annotations.Nullable;

/** Takes what a wallet hands in as the product does, and keeps it in memory. */
final class BoxInMemory {
  /** A sheet, or what is left of one that was withdrawn. */
  private record Sheets(long counter, Optional<Sheet> sheet) {}

  private final ListOfKeys keys;
  private final Map<String, Sheets> stored = new ConcurrentHashMap<>();

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
    String serial = HexFormat.of().formatHex(handed.ballot().message());
    Sheets had = stored.getOrDefault(serial, new Sheets(0, Optional.empty()));
    if (handed.deed() == Handed.Deed.LOOK) {
      return had.sheet().isPresent()
          ? new Outcome.Stored(
              Serial.of(handed.ballot()), handed.cohort(), had.counter(), had.sheet().get())
          : Outcome.Nothing.NONE;
    }
    if (handed.counter() != had.counter() + 1) {
      return new Outcome.Stale(had.counter());
    }
    boolean withdrawn = handed.deed() == Handed.Deed.WITHDRAW;
    Optional<Sheet> sheet =
        withdrawn ? Optional.empty() : Optional.of(Sheet.of(Questionnaire.FIRST, handed.chosen()));
    stored.put(serial, new Sheets(handed.counter(), sheet));
    return withdrawn
        ? new Outcome.Withdrawn(handed.counter())
        : new Outcome.Counted(handed.counter());
  }

  /** How many ballots have a sheet that counts. */
  long counted() {
    return stored.values().stream().filter(each -> each.sheet().isPresent()).count();
  }

  /** As if another device had answered in between. */
  void answerElsewhere(long counter) {
    stored.replaceAll((serial, had) -> new Sheets(counter, had.sheet()));
  }
}
