package nl.onderstroom.engine.measure.reliability;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether items mean the same to groups, such as people who answer in Dutch and in English: one
 * factor in all groups at once by maximum likelihood (Jöreskog 1971; Meredith 1993), first with all
 * free, then with equal loadings, then with equal intercepts too. Only with the last may means of
 * groups be compared.
 *
 * @param configural loadings and intercepts of each group its own
 * @param metric loadings equal
 * @param scalar loadings and intercepts equal
 * @param loadings of the items under {@code scalar}, for one standard deviation of the factor in
 *     the first group
 * @param latentMeans of the groups under {@code scalar}, in standard deviations of the first group,
 *     whose own is 0
 */
public record MeasurementInvariance(
    Level configural, Level metric, Level scalar, List<Double> loadings, List<Double> latentMeans) {
  /** A loss of CFI up to this is no matter (Cheung and Rensvold 2002). */
  public static final double MOST_LOSS_OF_CFI = 0.01;

  public MeasurementInvariance {
    loadings = List.copyOf(loadings);
    latentMeans = List.copyOf(latentMeans);
  }

  /**
   * What one group answered.
   *
   * @param covariances of the same items in every group
   * @param means of those items
   */
  public record Group(Covariances covariances, List<Double> means) {
    public Group {
      means = List.copyOf(means);
      if (means.size() != covariances.size()) {
        throw new IllegalArgumentException(
            "%d means of %d items; expected one each".formatted(means.size(), covariances.size()));
      }
    }
  }

  /**
   * A model.
   *
   * @param bic Bayesian information criterion; less is better
   */
  public record Level(FactorFit fit, double bic) {}

  /** What a further restriction costs. */
  public record Loss(double chiSquared, int degreesOfFreedom, double p, double cfi) {
    static Loss of(Level free, Level restricted) {
      double chi = Math.max(0, restricted.fit.chiSquared() - free.fit.chiSquared());
      int df = restricted.fit.degreesOfFreedom() - free.fit.degreesOfFreedom();
      return new Loss(
          chi,
          df,
          ChiSquaredDistribution.of(df).survivalProbability(chi),
          free.fit.cfi() - restricted.fit.cfi());
    }
  }

  /**
   * Cost: about ten steps of O((groups · items)³) a model.
   *
   * @param groups at least two, with the same items, at least three
   * @return empty where a group has no factor or a model does not converge
   * @throws IllegalArgumentException if there are fewer groups or items, or the items differ
   */
  public static Optional<MeasurementInvariance> find(List<Group> groups) {
    require(groups);
    Optional<InvarianceModel.Fitted> configural =
        InvarianceModel.fit(groups, InvarianceModel.Equal.NOTHING);
    Optional<InvarianceModel.Fitted> metric =
        InvarianceModel.fit(groups, InvarianceModel.Equal.LOADINGS);
    Optional<InvarianceModel.Fitted> scalar =
        InvarianceModel.fit(groups, InvarianceModel.Equal.LOADINGS_AND_INTERCEPTS);
    if (configural.isEmpty() || metric.isEmpty() || scalar.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new MeasurementInvariance(
            configural.get().level(),
            metric.get().level(),
            scalar.get().level(),
            Arrays.stream(scalar.get().loadings()).boxed().toList(),
            Arrays.stream(scalar.get().latentMeans()).boxed().toList()));
  }

  /** What equal loadings cost. */
  public Loss metricLoss() {
    return Loss.of(configural, metric);
  }

  /** What equal intercepts cost on top of that. */
  public Loss scalarLoss() {
    return Loss.of(metric, scalar);
  }

  /** Whether means of the groups may be compared: neither restriction costs much CFI. */
  public boolean meansComparable() {
    return metricLoss().cfi() <= MOST_LOSS_OF_CFI && scalarLoss().cfi() <= MOST_LOSS_OF_CFI;
  }

  private static void require(List<Group> groups) {
    if (groups.size() < 2 || groups.getFirst().covariances().size() < OneFactor.LEAST_ITEMS) {
      throw new IllegalArgumentException(
          "%d groups; expected at least two, with %d items or more"
              .formatted(groups.size(), OneFactor.LEAST_ITEMS));
    }
    for (Group group : groups) {
      if (!group.covariances().keys().equals(groups.getFirst().covariances().keys())) {
        throw new IllegalArgumentException(
            "items %s in one group and %s in another; expected the same"
                .formatted(groups.getFirst().covariances().keys(), group.covariances().keys()));
      }
    }
  }
}
