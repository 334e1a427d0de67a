package nl.onderstroom.server.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The slips of one round, for many at once: those who come while others are being put on disk go
 * together in the next write. Once the box has ended, nothing is read or changed through it.
 *
 * <p>The thread that writes is the box's own. One that serves a visitor could be interrupted, and
 * that closes a file in the middle of the answers of others.
 */
final class BallotBox implements AutoCloseable {
  private static final int MOST_WAITING = 4_096;

  /** So often the file is touched: when the last answer came can't be told from its inode. */
  static final long TOUCH_SECONDS = 30;

  private static final Logger LOG = LoggerFactory.getLogger(BallotBox.class);

  private record Waiting(Slip slip, CompletableFuture<Outcome> outcome) {}

  private final SealedSlips slips;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MOST_WAITING);
  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("ballot-box").factory());
  private final Future<?> touching;
  private boolean ended;
  private volatile @Nullable Throwable failure;

  BallotBox(SealedSlips slips) {
    this.slips = slips;
    this.touching =
        writer.scheduleWithFixedDelay(this::touch, TOUCH_SECONDS, TOUCH_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * Puts a slip in. What comes back is on disk, unless it is {@link Outcome.Nothing}.
   *
   * @return empty when the box has ended
   */
  Optional<Outcome> put(Slip slip) {
    use.readLock().lock();
    try {
      if (ended) {
        return Optional.empty();
      }
      var waiting = new Waiting(slip, new CompletableFuture<>());
      if (!queue.offer(waiting)) {
        return Optional.of(Outcome.Nothing.BUSY);
      }
      writer.execute(this::writeWaiting);
      return Optional.of(waiting.outcome().join());
    } finally {
      use.readLock().unlock();
    }
  }

  /**
   * What there is of a ballot.
   *
   * @return empty when the box has ended
   */
  Optional<Outcome> look(Serial serial) {
    use.readLock().lock();
    try {
      return ended
          ? Optional.empty()
          : Optional.of(slips.find(serial).map(Slip::told).orElse(Outcome.Nothing.NONE));
    } finally {
      use.readLock().unlock();
    }
  }

  /**
   * Ends the box: waits for everybody who is just handing in, stops who comes later, and gives all
   * there is to this work. If the work fails the box has ended too; what is on disk can be opened
   * again.
   *
   * @param work takes what is in it
   * @return false, and nobody was given them, when the box had ended before
   */
  boolean end(Consumer<SealedSlips> work) {
    use.writeLock().lock();
    try {
      if (ended) {
        return false;
      }
      ended = true;
      touching.cancel(false);
      writer.close();
      slips.close();
      work.accept(slips);
      return true;
    } catch (IOException unclosed) {
      throw new UncheckedIOException(unclosed);
    } finally {
      use.writeLock().unlock();
    }
  }

  /** Everybody who waits, or as many as go at once; nobody when those before took them along. */
  private void writeWaiting() {
    var batch = new ArrayList<Waiting>();
    queue.drainTo(batch, SealedSlips.MOST_AT_ONCE);
    if (failure != null) {
      // After a write that failed nobody knows what is on disk, until it is read anew.
      batch.forEach(each -> each.outcome().complete(Outcome.Nothing.BUSY));
      return;
    }
    try {
      List<Outcome> outcomes = slips.write(batch.stream().map(Waiting::slip).toList());
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).outcome().complete(outcomes.get(i));
      }
    } catch (Throwable problem) {
      // Also of an error: who waits must not wait for ever.
      failure = problem;
      batch.forEach(each -> each.outcome().complete(Outcome.Nothing.UNSURE));
    }
  }

  /** Says here what failed, and once: a line at each answer would tell when it came. */
  private void touch() {
    try {
      if (failure == null) {
        slips.touch();
      }
    } catch (Throwable problem) {
      failure = problem;
    }
    if (failure != null) {
      LOG.error(
          "A ballot box cannot be written, and takes no answers until the server is started again.",
          failure);
      touching.cancel(false);
    }
  }

  @Override
  public void close() {
    end(emptied -> {});
  }
}
