package nl.onderstroom.server.attack;

import java.util.Locale;

/** Ways in which a server may be broken so that the dump of it tells more than it should. */
enum Breakage {
  NONE,
  /** The time is stored with each answer. */
  TIMES,
  /** Each answer gets the next number. */
  SEQUENCE,
  /** Answers are written down one after the other. */
  INSERTION_ORDER;

  static final String PROPERTY = "onderstroom.attack.broken";

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
