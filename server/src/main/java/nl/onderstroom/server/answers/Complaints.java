package nl.onderstroom.server.answers;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What went wrong when somebody answered. The log says each kind once, at a half minute that
 * nobody's answer chose: a line at the answer itself would tell when it came, and a message might
 * hold what was answered.
 */
@Component
final class Complaints implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Complaints.class);

  /** By name, so that the order in which they are told says nothing of which came first. */
  private final Set<String> kinds = new ConcurrentSkipListSet<>();

  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /** Not that of a box: what fails may be that no box can be opened. */
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("complaints").factory());

  private final Future<?> telling;

  Complaints() {
    this.telling =
        clock.scheduleWithFixedDelay(
            this::tell, BallotBox.TOUCH_SECONDS, BallotBox.TOUCH_SECONDS, TimeUnit.SECONDS);
  }

  /** Keeps the kind, until it is told. */
  void remember(RuntimeException failure) {
    kinds.add(failure.getClass().getName());
  }

  void tell() {
    for (String kind : kinds) {
      if (told.add(kind)) {
        LOG.error("Answers cannot be taken: {}. That is said once until the next start.", kind);
      }
    }
  }

  @Override
  public void close() {
    telling.cancel(false);
    clock.close();
    tell();
  }
}
