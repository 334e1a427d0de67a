package nl.onderstroom.server.attack;

import java.util.Locale;

/** Ways in which a server, or whoever runs it, may be broken. */
enum Breakage {
  NONE,
  /** The time is stored with each answer. */
  TIMES,
  /** Each answer gets the next number. */
  SEQUENCE,
  /** Answers are written down one after the other. */
  INSERTION_ORDER,
  /** Each answer stands in the log as it came. */
  LOGGED,
  /** Half way through, a copy was made of the ballot box with its key. */
  BOX_IN_BACKUP,
  /** Everything that comes in is told to be counted. */
  CREDULOUS;

  static final String PROPERTY = "onderstroom.attack.broken";

  /** Whether the server itself is broken, where answers come in. */
  boolean isAtTheDoor() {
    return this != NONE && this != BOX_IN_BACKUP;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
