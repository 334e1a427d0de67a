package nl.onderstroom.engine.measure.reliability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.onderstroom.engine.numeric.FisherScoring;

/**
 * One factor in several groups, with some parameters equal. In group g an item has loading s·λ,
 * uniqueness ψ and mean τ + α·λ; s and α are the factor's deviation and mean in units of the first
 * group, where they are 1 and 0. Where intercepts are free, the means fit exactly and are left out.
 *
 * <p>Parameters: λ (once, or for each group), then ψ of each group; with equal loadings s of each
 * later group; with equal intercepts τ, and α of each later group.
 */
final class InvarianceModel implements FisherScoring.Objective {
  private final List<FactorLikelihood> groups;
  private final double[] weights;
  private final double n;
  private final Equal equal;
  private final int p;

  private InvarianceModel(List<FactorLikelihood> groups, double[] weights, double n, Equal equal) {
    this.groups = groups;
    this.weights = weights;
    this.n = n;
    this.equal = equal;
    this.p = groups.getFirst().items();
  }

  /** What the groups have in common. */
  enum Equal {
    NOTHING,
    LOADINGS,
    LOADINGS_AND_INTERCEPTS
  }

  /**
   * @param loadings of the first group
   * @param latentMeans of the groups; all 0 where intercepts are free
   */
  record Fitted(MeasurementInvariance.Level level, double[] loadings, double[] latentMeans) {}

  static Optional<Fitted> fit(List<MeasurementInvariance.Group> given, Equal equal) {
    double n = given.stream().mapToDouble(group -> group.covariances().n()).sum();
    List<FactorLikelihood> groups = new ArrayList<>();
    List<OneFactor> factors = new ArrayList<>();
    double[] weights = new double[given.size()];
    for (MeasurementInvariance.Group group : given) {
      double people = group.covariances().n();
      double[][] covariances = group.covariances().matrix();
      double[] means = group.means().stream().mapToDouble(Double::doubleValue).toArray();
      for (double[] row : covariances) {
        Arrays.setAll(row, j -> row[j] * (people - 1) / people);
      }
      weights[groups.size()] = people / n;
      groups.add(FactorLikelihood.of(covariances, means));
      if (computable(covariances, means)
          && OneFactor.of(group.covariances()) instanceof OneFactor found) {
        factors.add(found);
      }
    }
    if (factors.size() < groups.size()) {
      return Optional.empty();
    }
    InvarianceModel model = new InvarianceModel(groups, weights, n, equal);
    return FisherScoring.minimise(model, model.start(factors)).map(model::fitted);
  }

  @Override
  public double value(double[] parameters) {
    double sum = 0;
    for (int g = 0; g < groups.size(); g++) {
      sum +=
          weights[g]
              * groups
                  .get(g)
                  .value(
                      loadings(parameters, g), uniquenesses(parameters, g), means(parameters, g));
    }
    return sum;
  }

  @Override
  public void derive(double[] parameters, double[] gradient, double[][] information) {
    Arrays.fill(gradient, 0);
    for (double[] row : information) {
      Arrays.fill(row, 0);
    }
    double[] ownGradient = new double[3 * p];
    double[][] ownInformation = new double[3 * p][3 * p];
    for (int g = 0; g < groups.size(); g++) {
      groups
          .get(g)
          .derive(
              loadings(parameters, g),
              uniquenesses(parameters, g),
              means(parameters, g),
              ownGradient,
              ownInformation);
      double[][] slopes = slopes(parameters, g);
      for (int a = 0; a < 3 * p; a++) {
        for (int r = 0; r < parameters.length; r++) {
          gradient[r] += weights[g] * ownGradient[a] * slopes[a][r];
          for (int b = 0; b < 3 * p && slopes[a][r] != 0; b++) {
            for (int s = 0; s < parameters.length; s++) {
              information[r][s] += weights[g] * slopes[a][r] * ownInformation[a][b] * slopes[b][s];
            }
          }
        }
      }
    }
  }

  /** Of a group's own λ, ψ and μ by the parameters: [3 · items][parameters]. */
  private double[][] slopes(double[] parameters, int g) {
    double[][] slopes = new double[3 * p][parameters.length];
    boolean later = g > 0 && equal != Equal.NOTHING;
    for (int i = 0; i < p; i++) {
      int loading = loadingAt(g) + i;
      slopes[i][loading] = later ? parameters[deviationAt(g)] : 1;
      slopes[p + i][uniquenessAt(g) + i] = 1;
      if (later) {
        slopes[i][deviationAt(g)] = parameters[loading];
      }
      if (equal == Equal.LOADINGS_AND_INTERCEPTS) {
        slopes[2 * p + i][interceptAt() + i] = 1;
        if (later) {
          slopes[2 * p + i][loading] = parameters[meanAt(g)];
          slopes[2 * p + i][meanAt(g)] = parameters[loading];
        }
      }
    }
    return slopes;
  }

  private double[] start(List<OneFactor> factors) {
    double[] start = new double[size()];
    for (int g = 0; g < groups.size(); g++) {
      double[] loadings = factors.get(g).loadings();
      double share = equal == Equal.NOTHING ? 1 : weights[g];
      for (int i = 0; i < p; i++) {
        start[loadingAt(g) + i] += share * loadings[i];
      }
      System.arraycopy(factors.get(g).uniquenesses(), 0, start, uniquenessAt(g), p);
      if (g > 0 && equal != Equal.NOTHING) {
        start[deviationAt(g)] = 1;
      }
    }
    if (equal == Equal.LOADINGS_AND_INTERCEPTS) {
      System.arraycopy(groups.getFirst().means(), 0, start, interceptAt(), p);
    }
    return start;
  }

  private Fitted fitted(double[] parameters) {
    int count = groups.size();
    double baseline = 0;
    double logLikelihood = 0;
    double residual = 0;
    double[] latentMeans = new double[count];
    for (int g = 0; g < count; g++) {
      FactorLikelihood group = groups.get(g);
      double logVariances = 0;
      for (int i = 0; i < p; i++) {
        logVariances += Math.log(group.covariances()[i][i]);
      }
      baseline += n * weights[g] * (logVariances - group.logDeterminant());
      double saturated = group.logDeterminant() + p + p * Math.log(2 * Math.PI);
      logLikelihood -= n * weights[g] * saturated / 2;
      residual += weights[g] * residual(parameters, g);
      if (g > 0 && equal == Equal.LOADINGS_AND_INTERCEPTS) {
        latentMeans[g] = parameters[meanAt(g)];
      }
    }
    double chiSquared = 2 * n * value(parameters);
    int moments = count * (p * (p + 1) / 2 + p);
    int free = parameters.length + (equal == Equal.LOADINGS_AND_INTERCEPTS ? 0 : count * p);
    double bic = -2 * logLikelihood + chiSquared + free * Math.log(n);
    int baselineDegrees = count * p * (p - 1) / 2;
    FactorFit fit =
        FactorFit.of(chiSquared, moments - free, baseline, baselineDegrees, n, count, residual);
    return new Fitted(
        new MeasurementInvariance.Level(fit, bic), loadings(parameters, 0), latentMeans);
  }

  /** Root mean square of what is left of a group's standardised covariances and means. */
  private double residual(double[] parameters, int g) {
    double[][] observed = groups.get(g).covariances();
    double[][] implied =
        FactorLikelihood.implied(loadings(parameters, g), uniquenesses(parameters, g));
    double[] means = means(parameters, g);
    double squares = 0;
    for (int i = 0; i < p; i++) {
      double off = groups.get(g).means()[i] - means[i];
      squares += off * off / observed[i][i];
      for (int j = 0; j <= i; j++) {
        double residual = observed[i][j] - implied[i][j];
        squares += residual * residual / (observed[i][i] * observed[j][j]);
      }
    }
    return Math.sqrt(squares / (p * (p + 1) / 2.0 + p));
  }

  private double[] loadings(double[] parameters, int g) {
    double deviation = g > 0 && equal != Equal.NOTHING ? parameters[deviationAt(g)] : 1;
    double[] loadings = Arrays.copyOfRange(parameters, loadingAt(g), loadingAt(g) + p);
    Arrays.setAll(loadings, i -> deviation * loadings[i]);
    return loadings;
  }

  private double[] uniquenesses(double[] parameters, int g) {
    return Arrays.copyOfRange(parameters, uniquenessAt(g), uniquenessAt(g) + p);
  }

  private double[] means(double[] parameters, int g) {
    if (equal != Equal.LOADINGS_AND_INTERCEPTS) {
      return groups.get(g).means();
    }
    double mean = g > 0 ? parameters[meanAt(g)] : 0;
    double[] means = new double[p];
    Arrays.setAll(means, i -> parameters[interceptAt() + i] + mean * parameters[loadingAt(g) + i]);
    return means;
  }

  private int loadingAt(int g) {
    return equal == Equal.NOTHING ? g * p : 0;
  }

  private int uniquenessAt(int g) {
    return (equal == Equal.NOTHING ? groups.size() + g : 1 + g) * p;
  }

  private int deviationAt(int g) {
    return uniquenessAt(groups.size()) + g - 1;
  }

  private int interceptAt() {
    return deviationAt(groups.size());
  }

  private int meanAt(int g) {
    return interceptAt() + p + g - 1;
  }

  private int size() {
    return switch (equal) {
      case NOTHING -> uniquenessAt(groups.size());
      case LOADINGS -> interceptAt();
      case LOADINGS_AND_INTERCEPTS -> meanAt(groups.size());
    };
  }

  private static boolean computable(double[][] covariances, double[] means) {
    boolean computable = Arrays.stream(means).allMatch(Double::isFinite);
    for (int i = 0; i < means.length; i++) {
      computable &= covariances[i][i] > 0;
      computable &= Arrays.stream(covariances[i]).allMatch(Double::isFinite);
    }
    return computable;
  }
}
