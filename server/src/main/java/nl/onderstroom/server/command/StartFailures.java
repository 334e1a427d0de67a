package nl.onderstroom.server.command;

import java.util.Optional;
import nl.onderstroom.server.access.UnusableAddresses;
import nl.onderstroom.server.ballots.UnusableKeySize;
import nl.onderstroom.server.database.DatabaseUnavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.tomcat.ConnectorStartFailedException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Which failures of a start a person can mend. Those are said in a sentence, on the last line; the
 * pages of stack trace that Spring would print before it are left out.
 */
final class StartFailures implements SpringBootExceptionReporter {
  /** As Spring makes it, from {@code META-INF/spring.factories}. */
  StartFailures(@Nullable ConfigurableApplicationContext context) {}

  static Optional<String> explain(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DatabaseUnavailable
          || cause instanceof UnusableAddresses
          || cause instanceof UnusableKeySize) {
        return Optional.ofNullable(cause.getMessage());
      }
      if (cause instanceof PortInUseException taken) {
        return Optional.of(
            "Port %d is in use by another program. Stop that, or choose another with --port."
                .formatted(taken.getPort()));
      }
      if (cause instanceof ConnectorStartFailedException taken) {
        return Optional.of(
            "Port %d, for those who answer, is in use by another program. Stop that, or choose another with --answers-port."
                .formatted(taken.getPort()));
      }
    }
    return Optional.empty();
  }

  /** Whether all is said about it: whoever started the server prints the sentence. */
  @Override
  public boolean reportException(Throwable failure) {
    return explain(failure).isPresent();
  }
}
