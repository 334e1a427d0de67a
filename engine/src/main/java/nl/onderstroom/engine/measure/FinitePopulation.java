package nl.onderstroom.engine.measure;

/**
 * Figures of a small group of which many answered: what is not known is only what the others would
 * have said, as if those who answered were drawn by lot.
 */
public final class FinitePopulation {
  private FinitePopulation() {}

  /**
   * Student's interval of the mean of everyone in the group, narrowed by √((N − n)/(N − 1)); when
   * all of them answered it is the mean alone.
   *
   * @param people N in the group, at least n
   * @param n who answered, at least 2
   * @param sd their standard deviation with divisor n − 1
   */
  public static Interval ofMean(long people, long n, double mean, double sd) {
    if (n > people) {
      throw new IllegalArgumentException(
          "%d answers of %d people; expected at most one each".formatted(n, people));
    }
    double correction = Math.sqrt((double) (people - n) / (people - 1));
    return Interval.ofMean(n, mean, sd * correction);
  }
}
