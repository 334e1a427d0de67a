package nl.onderstroom.engine.measure.reliability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.onderstroom.engine.measure.Scale;
import nl.onderstroom.engine.measure.reliability.ReliabilityRefusal.AgainstTheRest;
import nl.onderstroom.engine.measure.reliability.ReliabilityRefusal.Constant;
import nl.onderstroom.engine.measure.reliability.ReliabilityRefusal.HeywoodCase;
import nl.onderstroom.engine.measure.reliability.ReliabilityRefusal.LookReversed;
import nl.onderstroom.engine.measure.reliability.ReliabilityRefusal.NeverTogether;
import nl.onderstroom.engine.measure.reliability.ReliabilityRefusal.NotConverged;
import nl.onderstroom.engine.measure.reliability.ReliabilityRefusal.TooFewItems;
import nl.onderstroom.engine.measure.reliability.ReliabilityRefusal.TooFewPeople;
import nl.onderstroom.engine.measure.reliability.ReliabilityRefusal.TooUnreliable;
import nl.onderstroom.engine.summary.CrossProducts;

/**
 * Whether items may be taken together as one score, and the figures behind that verdict.
 *
 * <p>Figures are there whether or not the score is usable, so that an analyst can see what is
 * wrong; only those of a usable score are for others. What cannot be computed is NaN.
 *
 * @param n people; with pairwise complete sums the fewest that answered a pair
 * @param basis which coefficient the verdict rests on
 * @param coefficient the value of that coefficient; NaN without one
 * @param alpha Cronbach's
 * @param omegaMinres omega total by minimum residuals on Pearson correlations: a second opinion
 * @param factor the factor by maximum likelihood; empty for fewer than three items, or where there
 *     is none
 * @param items each item, in order
 * @param why the score is refused: every reason; empty when it is usable
 */
public record Reliability(
    long n,
    Basis basis,
    double coefficient,
    Alpha alpha,
    double omegaMinres,
    Optional<OneFactor> factor,
    List<Item> items,
    List<ReliabilityRefusal> why) {
  /** The fewest people of whom a reliability is judged. */
  public static final long LEAST_PEOPLE = 100;

  /** The least omega, or Spearman–Brown of two items, of a usable score. */
  public static final double LEAST_COEFFICIENT = 0.60;

  /** A loading of at least this size on the wrong side looks like an item worded reversely. */
  private static final double SALIENT_LOADING = 0.3;

  /** A share of own variance up to this counts as none. */
  private static final double NO_UNIQUENESS = 1e-6;

  /** A number of items this little above a whole one is that one. */
  private static final double ROUNDING = 1e-6;

  public Reliability {
    items = List.copyOf(items);
    why = List.copyOf(why);
  }

  /** What a verdict rests on. */
  public enum Basis {
    /** Omega total by maximum likelihood, of three items or more. */
    OMEGA,
    /** Two items: their loadings cannot be told apart, which leaves Spearman–Brown. */
    SPEARMAN_BROWN,
    /** One item, of which nothing can be said. */
    NONE
  }

  /**
   * An item beside the others.
   *
   * @param itemRest correlation with the sum of the other items
   * @param alphaIfDropped alpha of the other items; NaN when that is one
   * @param loading correlation with the factor by maximum likelihood; NaN without a factor
   * @param loadingMinres the same by minimum residuals; NaN for fewer than three items
   */
  public record Item(
      String key, double itemRest, double alphaIfDropped, double loading, double loadingMinres) {}

  /**
   * Of the scale's items, as {@link Covariances#of} takes them from the sums.
   *
   * @throws IllegalArgumentException if an item of the scale is not crossed
   */
  public static Reliability of(Scale scale, CrossProducts sums) {
    return of(Covariances.of(scale, sums));
  }

  /** Of items that all point the same way. Cost: a few dozen times O(items³). */
  public static Reliability of(Covariances covariances) {
    List<ReliabilityRefusal> why = new ArrayList<>(unfit(covariances));
    boolean computable =
        why.stream().allMatch(TooFewPeople.class::isInstance) && allNumbers(covariances);
    boolean factored = computable && covariances.size() >= OneFactor.LEAST_ITEMS;
    Optional<OneFactor> factor = Optional.empty();
    if (factored) {
      switch (OneFactor.of(covariances)) {
        case OneFactor found -> factor = Optional.of(found);
        case Factoring.Without without -> why.add(without.reason());
      }
    }
    Alpha alpha = Alpha.of(covariances);
    double[] loadingsMinres = new double[covariances.size()];
    Arrays.fill(loadingsMinres, Double.NaN);
    if (factored) {
      loadingsMinres = MinimumResiduals.loadings(covariances.correlations());
    }
    List<Item> items = items(covariances, factor, loadingsMinres);
    Basis basis = basis(covariances.size());
    double coefficient =
        switch (basis) {
          case OMEGA -> factor.map(OneFactor::omega).orElse(Double.NaN);
          case SPEARMAN_BROWN -> alpha.standardized();
          case NONE -> Double.NaN;
        };
    List<ReliabilityRefusal> wrong = wrongItems(items, factor);
    why.addAll(wrong);
    if (coefficient < LEAST_COEFFICIENT) {
      int enough = wrong.isEmpty() ? itemsEnough(coefficient, covariances.size()) : 0;
      why.add(new TooUnreliable(coefficient, LEAST_COEFFICIENT, enough));
    } else if (Double.isNaN(coefficient) && why.isEmpty()) {
      why.add(new NotConverged());
    }
    double omegaMinres = MinimumResiduals.omega(loadingsMinres);
    return new Reliability(
        covariances.n(), basis, coefficient, alpha, omegaMinres, factor, items, why);
  }

  /** Whether nothing speaks against one score from these items. */
  public boolean usable() {
    return why.isEmpty();
  }

  /** Omega total by maximum likelihood on covariances; NaN without a factor. */
  public double omega() {
    return factor.map(OneFactor::omega).orElse(Double.NaN);
  }

  private static List<ReliabilityRefusal> unfit(Covariances covariances) {
    List<ReliabilityRefusal> why = new ArrayList<>();
    List<String> keys = covariances.keys();
    if (covariances.n() < LEAST_PEOPLE) {
      why.add(new TooFewPeople(covariances.n(), LEAST_PEOPLE));
    }
    if (keys.size() < 2) {
      why.add(new TooFewItems(keys.size(), 2));
    }
    for (int i = 0; i < keys.size(); i++) {
      if (covariances.get(i, i) == 0) {
        why.add(new Constant(keys.get(i)));
      }
      for (int j = 0; j < i; j++) {
        boolean answered =
            Double.isFinite(covariances.get(i, i)) && Double.isFinite(covariances.get(j, j));
        if (answered && !Double.isFinite(covariances.get(i, j))) {
          why.add(new NeverTogether(keys.get(j), keys.get(i)));
        }
      }
    }
    return why;
  }

  private static boolean allNumbers(Covariances covariances) {
    return Arrays.stream(covariances.matrix())
        .flatMapToDouble(Arrays::stream)
        .allMatch(Double::isFinite);
  }

  private static Basis basis(int items) {
    return switch (items) {
      case 0, 1 -> Basis.NONE;
      case 2 -> Basis.SPEARMAN_BROWN;
      default -> Basis.OMEGA;
    };
  }

  private static List<ReliabilityRefusal> wrongItems(List<Item> items, Optional<OneFactor> factor) {
    List<ReliabilityRefusal> why = new ArrayList<>();
    for (Item item : items) {
      if (item.itemRest() <= 0) {
        why.add(new AgainstTheRest(item.key(), item.itemRest()));
      }
    }
    List<String> reversed =
        items.stream().filter(item -> item.loading() <= -SALIENT_LOADING).map(Item::key).toList();
    if (!reversed.isEmpty()) {
      why.add(new LookReversed(reversed));
    }
    factor.ifPresent(one ->
        IntStream.range(0, items.size())
            .filter(i -> one.standardizedUniqueness(i) <= NO_UNIQUENESS)
            .mapToObj(i -> new HeywoodCase(items.get(i).key(), one.standardizedUniqueness(i)))
            .forEach(why::add));
    return why;
  }

  /** Spearman and Brown: m times the items have m·c / (1 + (m − 1)·c). */
  private static int itemsEnough(double coefficient, int items) {
    double times = LEAST_COEFFICIENT * (1 - coefficient) / (coefficient * (1 - LEAST_COEFFICIENT));
    double enough = Math.max(items + 1.0, Math.ceil(times * items - ROUNDING));
    return coefficient > 0 && enough <= Integer.MAX_VALUE ? (int) enough : 0;
  }

  private static List<Item> items(
      Covariances covariances, Optional<OneFactor> factor, double[] loadingsMinres) {
    double[][] v = covariances.matrix();
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < v.length; i++) {
      int place = i;
      double loading = factor.map(one -> one.standardizedLoading(place)).orElse(Double.NaN);
      double[][] rest = without(v, i);
      items.add(
          new Item(
              covariances.keys().get(i),
              itemRest(v, rest, i),
              Alpha.alpha(rest),
              loading,
              loadingsMinres[i]));
    }
    return items;
  }

  /** The covariance with the sum of the others over both deviations; NaN where one is 0. */
  private static double itemRest(double[][] v, double[][] rest, int i) {
    double with = Arrays.stream(v[i]).sum() - v[i][i];
    double variance = Arrays.stream(rest).mapToDouble(row -> Arrays.stream(row).sum()).sum();
    double both = Math.sqrt(v[i][i]) * Math.sqrt(variance);
    return both > 0 ? with / both : Double.NaN;
  }

  private static double[][] without(double[][] v, int item) {
    return IntStream.range(0, v.length)
        .filter(i -> i != item)
        .mapToObj(
            i -> IntStream.range(0, v.length).filter(j -> j != item).mapToDouble(j -> v[i][j]))
        .map(row -> row.toArray())
        .toArray(double[][]::new);
  }
}
