package nl.onderstroom.server.ballots;

import java.util.Optional;
import nl.onderstroom.server.access.Identity;

/**
 * The recovery code of somebody's wallet, for people who are made up: there only in the demo. Of
 * real people no such code is known to the server.
 */
public interface RecoveryHints {
  Optional<String> find(Identity identity);
}
