package nl.onderstroom.server.database;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ExitCodeGenerator;

/**
 * There is no database to work with, and only a person can change that. The message is for whoever
 * started the program: what is wrong, where, and what to do. It never holds a password.
 */
public final class DatabaseUnavailable extends RuntimeException implements ExitCodeGenerator {
  /** Exit code of a program that was given something it cannot work with. */
  public static final int EXIT_CODE = 3;

  DatabaseUnavailable(String message) {
    super(message);
  }

  DatabaseUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Looks for one behind the failure of a start, where Spring has wrapped it. */
  public static Optional<DatabaseUnavailable> findIn(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DatabaseUnavailable found) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  @Override
  public int getExitCode() {
    return EXIT_CODE;
  }
}
