package nl.onderstroom.server.landscape;

import nl.onderstroom.engine.landscape.Vote;
import nl.onderstroom.engine.landscape.Votes;
import nl.onderstroom.engine.landscape.VotesBuilder;

/**
 * Votes on their way in. Whoever voted only on statements that were taken out does not count as
 * somebody who voted.
 */
final class Intake {
  /** Instead of a statement's index: its votes do not count. */
  static final int TAKEN_OUT = -1;

  /** Instead of a statement's index: the file of statements does not have it. */
  static final int UNKNOWN = -2;

  /** A vote without a time comes before those that have one. */
  static final long NO_TIME = Long.MIN_VALUE;

  private static final Vote[] VOTES = Vote.values();

  private final VotesBuilder votes = new VotesBuilder();
  private final Comments comments;

  /**
   * @param comments those that there are; when there are none, every statement will do
   */
  Intake(Comments comments) {
    this.comments = comments;
  }

  /** Its index, or {@link #TAKEN_OUT}, or {@link #UNKNOWN}. */
  int statement(String id) {
    if (!comments.isEmpty()) {
      Comments.Comment known = comments.find(id).orElse(null);
      if (known == null) {
        return UNKNOWN;
      }
      if (known.takenOut()) {
        return TAKEN_OUT;
      }
    }
    return votes.statement(id);
  }

  int person(String id) {
    return votes.person(id);
  }

  /**
   * @param number −1, 0 or 1
   */
  void add(int person, int statement, int number, long time) {
    votes.add(person, statement, VOTES[number + 1], time);
  }

  Votes votes() {
    return votes.build();
  }
}
