package nl.onderstroom.engine.measure.teams;

import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Every team's mean, shrunken towards the mean of teams, with uncertainty that stays honest where
 * teams are few, small or much alike. Immutable.
 *
 * <p>People of a team vary about its mean with variance σ², the teams' means about μ with τ². A
 * plug-in of the best τ² calls every team equal, and itself certain, whenever that best is 0. In
 * the manner of C. N. Morris (1983), Journal of the American Statistical Association 78, the three
 * are integrated out instead, under the prior 1/(σ²(σ² + nτ²)) of G. C. Tiao and W. Y. Tan (1965),
 * Biometrika 52, with n the effective team size: μ and σ² in closed form, the ratio τ²/σ² by
 * Gauss–Legendre quadrature over the stretch where it is not improbable. Of the priors tried (flat
 * in τ², which is Morris's; uniform shrinkage) this one covers nearest to 95% in hold-outs.
 *
 * <p>Cost: O(teams) to make, O({@value #NODES}) for each team asked after.
 */
public final class ShrunkenMeans implements TeamMeans {
  private static final int NODES = 40;

  /** Where the log of the density is this far below its top, the rest is left out. */
  private static final double DEPTH = 25;

  private static final int STEPS = 50;
  private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

  private final TeamSums sums;
  private final SizeClasses sizes;
  private final double typicalSize;
  private final SizeClasses.At[] nodes;
  private final double[] weights;

  /** At least 3 teams; {@link TeamMeans#of} asks for more. */
  ShrunkenMeans(TeamSums sums) {
    this.sums = sums;
    this.sizes = new SizeClasses(sums);
    this.typicalSize = sizes.effectiveSize();
    double top = top();
    double least = logDensity(top) - DEPTH;
    GaussIntegrator rule =
        new GaussIntegratorFactory().legendre(NODES, edge(top, 0, least), edge(top, 1, least));
    this.nodes = new SizeClasses.At[NODES];
    this.weights = new double[NODES];
    double total = 0;
    for (int node = 0; node < NODES; node++) {
      double reliability = rule.getPoint(node);
      nodes[node] = sizes.at(ratio(reliability));
      weights[node] = rule.getWeight(node) * Math.exp(logDensity(reliability) - least - DEPTH);
      total += weights[node];
    }
    for (int node = 0; node < NODES; node++) {
      weights[node] /= total;
    }
  }

  /** Teams, also those where nobody answered. */
  public int teams() {
    return sums.teams();
  }

  /** The mean of the teams' means. */
  public double mu() {
    double mu = 0;
    for (int node = 0; node < NODES; node++) {
      mu += weights[node] * nodes[node].mu();
    }
    return mu;
  }

  /** The variance between people of one team. */
  public double sigma2() {
    double sigma2 = 0;
    for (int node = 0; node < NODES; node++) {
      sigma2 += weights[node] * sigma2(nodes[node]);
    }
    return sigma2;
  }

  /** What may be said of the team: refuses fewer than {@value TeamMean#LEAST_PEOPLE} people. */
  public TeamMean mean(int team) {
    Optional<TeamRefusal> refusal = TeamRefusal.findFor(sums.n(team));
    return refusal.isPresent() ? refusal.get() : estimate(team);
  }

  /** However few people the team has: for computing with, not for showing. */
  public ShrunkenMean estimate(int team) {
    double n = sums.n(team);
    double raw = sums.mean(team);
    double mean = 0;
    double square = 0;
    double variance = 0;
    double weight = 0;
    double above = 0;
    double middle = mu();
    for (int node = 0; node < NODES; node++) {
      SizeClasses.At at = nodes[node];
      double own = n * at.ratio() / (1 + n * at.ratio());
      double sigma2 = sigma2(at);
      double effect = n == 0 ? 0 : own * (raw - at.mu());
      double effectVariance = sigma2 * (1 - own) * at.ratio();
      double muVariance = sigma2 / at.weights();
      double given = at.mu() - middle + effect;
      mean += weights[node] * given;
      square += weights[node] * given * given;
      variance += weights[node] * (effectVariance + (1 - own) * (1 - own) * muVariance);
      weight += weights[node] * own;
      // μ is as unsure as the team's own mean: what is asked is the difference.
      double z = effect / Math.sqrt(effectVariance + own * own * muVariance);
      above += weights[node] * STANDARD_NORMAL.cumulativeProbability(z);
    }
    double error = Math.sqrt(variance + Math.max(0, square - mean * mean));
    return new ShrunkenMean(sums.n(team), raw, middle + mean, error, weight, above);
  }

  /** Given the ratio, σ² is inverse gamma with shape (N − 1)/2 and scale Q/2. */
  private double sigma2(SizeClasses.At at) {
    return at.residual() / (sizes.people() - 3.0);
  }

  /** The ratio at which a team of typical size has this reliability. */
  private double ratio(double reliability) {
    return reliability / (1 - reliability) / typicalSize;
  }

  /** Of the reliability at typical size, from 0 to below 1, up to a constant. */
  private double logDensity(double reliability) {
    SizeClasses.At at = sizes.at(ratio(reliability));
    double logLikelihood =
        -((sizes.people() - 1.0) * Math.log(at.residual()) + at.logs() + Math.log(at.weights()))
            / 2;
    return logLikelihood - Math.log1p(-reliability);
  }

  /** By golden section within the best of equal stretches. */
  private double top() {
    double best = 0;
    for (int step = 1; step < STEPS; step++) {
      double here = (double) step / STEPS;
      best = logDensity(here) > logDensity(best) ? here : best;
    }
    double golden = (Math.sqrt(5) - 1) / 2;
    double low = Math.max(0, best - 1.0 / STEPS);
    double high = best + 1.0 / STEPS;
    for (int step = 0; step < STEPS; step++) {
      double left = high - golden * (high - low);
      double right = low + golden * (high - low);
      if (logDensity(left) >= logDensity(right)) {
        high = right;
      } else {
        low = left;
      }
    }
    return low;
  }

  /** Where the density falls to the least that counts, going from the top towards an end. */
  private double edge(double top, double end, double least) {
    double inside = top;
    double outside = end;
    if (end == 0 && logDensity(0) >= least) {
      return 0;
    }
    for (int step = 0; step < STEPS; step++) {
      double middle = (inside + outside) / 2;
      if (middle < 1 && logDensity(middle) >= least) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return outside;
  }
}
