package nl.onderstroom.server.answers;

import java.util.List;
import java.util.Map;
import nl.onderstroom.engine.ballot.Ballot;

/**
 * What a wallet hands in.
 *
 * @param counter 1 and up; 0 for a look, which changes nothing
 * @param chosen key of a question → positions from 1; of an answer only
 */
record Handed(
    Deed deed, int cohort, Ballot ballot, long counter, Map<String, List<Integer>> chosen) {
  enum Deed {
    ANSWER,
    WITHDRAW,
    LOOK
  }
}
