package nl.onderstroom.server.answers;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets as many through at once as there are processors, and a bounded number wait. A flood of
 * ballots, which are dear to check, is stopped here without asking who sends them.
 */
final class Turnstile {
  private static final int MOST_WAITING = 512;

  private final Semaphore places = new Semaphore(MOST_WAITING);
  private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors());

  /** What the work gives; empty, and nothing was done, when too many wait. */
  <T> Optional<T> pass(Supplier<T> work) {
    if (!places.tryAcquire()) {
      return Optional.empty();
    }
    processors.acquireUninterruptibly();
    try {
      return Optional.of(work.get());
    } finally {
      processors.release();
      places.release();
    }
  }
}
