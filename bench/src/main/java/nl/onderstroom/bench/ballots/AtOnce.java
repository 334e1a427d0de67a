package nl.onderstroom.bench.ballots;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Work done by several at once, each taking the next piece when it is done with one. */
final class AtOnce {
  private static final double NANOSECONDS = 1e9;

  private AtOnce() {}

  /** A piece of work by its number. */
  interface Work {
    void at(int piece) throws Exception;
  }

  /**
   * @param work what each worker does, by the worker's number from 0
   * @return pieces a second
   * @throws IllegalStateException when a piece failed
   */
  static double perSecond(int pieces, int workers, IntFunction<Work> work)
      throws InterruptedException {
    var next = new AtomicInteger();
    long begin = System.nanoTime();
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int worker = 0; worker < workers; worker++) {
        Work own = work.apply(worker);
        running.add(
            all.submit(() -> {
              for (int piece = next.getAndIncrement(); piece < pieces; ) {
                own.at(piece);
                piece = next.getAndIncrement();
              }
              return null;
            }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    }
    return pieces / ((System.nanoTime() - begin) / NANOSECONDS);
  }
}
