package nl.onderstroom.engine.drivers;

/**
 * How often to draw anew. The same draws and seed give the same intervals to the last bit, whatever
 * the threads.
 *
 * @param draws 100 to 100,000; 1,000 put the ends of a 95% interval within about a tenth of its
 *     length
 * @param threads 1 to 256
 */
public record Resampling(int draws, long seed, int threads) {
  public Resampling {
    if (draws < 100 || draws > 100_000 || threads < 1 || threads > 256) {
      throw new IllegalArgumentException(
          "%d draws on %d threads; expected 100 to 100,000 draws and 1 to 256 threads"
              .formatted(draws, threads));
    }
  }
}
