package nl.onderstroom.engine.landscape;

import java.util.Objects;

/**
 * A vote that came in since the landscape was made.
 *
 * @param personId of somebody who voted before or of somebody new
 * @param statementId of a statement with votes or of a new one
 * @param vote replaces an earlier one of this person on this statement
 */
public record NewVote(String personId, String statementId, Vote vote) {
  public NewVote {
    Objects.requireNonNull(personId, "personId");
    Objects.requireNonNull(statementId, "statementId");
    Objects.requireNonNull(vote, "vote");
  }
}
