package nl.onderstroom.server.ballots;

import java.io.Serial;

/** The settings ask for keys that no ballot can be signed with; the message says what to do. */
public final class UnusableKeySize extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  UnusableKeySize(String message) {
    super(message);
  }
}
