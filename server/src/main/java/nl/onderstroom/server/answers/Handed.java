package nl.onderstroom.server.answers;

import java.util.List;
import java.util.Map;
import nl.onderstroom.engine.ballot.Ballot;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.Questionnaire;

/**
 * What a wallet hands in.
 *
 * @param counter 1 and up; 0 for a look, which changes nothing
 * @param cohort {@link Cohort#EVERYBODY} for a worry
 * @param chosen key of a question → positions from 1; of an answer only
 * @param text of a worry that is handed in; else empty
 */
record Handed(
    Deed deed,
    int cohort,
    Ballot ballot,
    long counter,
    Map<String, List<Integer>> chosen,
    String text) {
  enum Deed {
    ANSWER,
    WITHDRAW,
    LOOK
  }

  /**
   * What is handed in.
   *
   * @throws IllegalArgumentException if these are no answers to what is asked, or it is no worry
   */
  Content content(Questionnaire asked) {
    return isWorry() ? new Worry(text) : Sheet.of(asked, chosen);
  }

  boolean isWorry() {
    return cohort == Cohort.EVERYBODY;
  }
}
