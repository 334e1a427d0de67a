package nl.onderstroom.engine.landscape;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The threads of one computation. What they make is gathered in order and consists of exact sums,
 * so their number changes nothing but the time.
 */
final class Workers implements AutoCloseable {
  private final ForkJoinPool pool;

  /**
   * @param threads at least 1
   */
  Workers(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException(threads + " threads; expected 1 or more");
    }
    pool = new ForkJoinPool(threads);
  }

  int threads() {
    return pool.getParallelism();
  }

  /** The results of the tasks 0 … tasks − 1, in that order. */
  <T> List<T> all(int tasks, IntFunction<T> task) {
    if (threads() == 1 || tasks == 1) {
      return IntStream.range(0, tasks).mapToObj(task).toList();
    }
    return pool.submit(() -> IntStream.range(0, tasks).parallel().mapToObj(task).toList()).join();
  }

  @Override
  public void close() {
    pool.close();
  }
}
