package nl.onderstroom.server.rounds;

import java.util.Locale;
import java.util.Optional;

/**
 * The life of a round, in order. It only goes forward, one step at a time; {@link Rounds#advance}
 * is the one place where it does.
 */
public enum RoundState {
  /** Being made; may still be changed or thrown away. */
  DRAFT,
  /** Cohorts are frozen and entries are given out; nobody can answer yet. */
  ISSUING,
  /** People answer. */
  OPEN,
  /** Summaries are made and the answers destroyed; nothing is shown yet. */
  CLOSED,
  /** What may be shown is decided, once, and shown. */
  PUBLISHED;

  public Optional<RoundState> next() {
    return this == PUBLISHED ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
  }

  public String wordsKey() {
    return "rounds.state." + name().toLowerCase(Locale.ROOT);
  }
}
