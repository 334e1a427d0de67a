package nl.onderstroom.server.rounds;

import java.util.Locale;

/** A way to group people across the organisation. */
public enum CutKind {
  SITE,
  ROLE_FAMILY,
  TENURE;

  /** Message key of its name. */
  public String wordsKey() {
    return "rounds.cut." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
