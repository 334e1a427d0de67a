package nl.onderstroom.engine.measure.teams;

/**
 * x = μ + team + person with variance τ² between teams and σ² within, fitted by (restricted)
 * maximum likelihood. Immutable.
 *
 * <p>Both likelihoods need n, the mean and the variance of each team only, and have one dimension
 * left, τ²/σ², when μ and σ² are at their best for it: J. C. Pinheiro and D. M. Bates (2000),
 * Mixed-Effects Models in S and S-PLUS, ch. 2. Cost: O(teams) to make. For what is shown of teams
 * see {@link ShrunkenMeans}: the errors here take τ² and σ² for known.
 */
public final class RandomIntercept {
  private final TeamSums sums;
  private final SizeClasses sizes;
  private final SizeClasses.At at;
  private final double sigma2;
  private final double logLikelihood;

  private RandomIntercept(TeamSums sums, Likelihood likelihood, double freePeople) {
    this.sums = sums;
    this.sizes = likelihood.sizes();
    double ratio = likelihood.best();
    this.at = sizes.at(ratio);
    this.sigma2 = at.residual() / freePeople;
    this.logLikelihood = -likelihood.deviance(ratio) / 2;
  }

  /**
   * By restricted maximum likelihood: unbiased for teams of one size, up to cutting off at 0.
   *
   * @throws IllegalArgumentException unless somebody answered in 2 teams and people of one team
   *     differ
   */
  public static RandomIntercept reml(TeamSums sums) {
    SizeClasses sizes = sizes(sums);
    return new RandomIntercept(sums, new Likelihood.Restricted(sizes), sizes.people() - 1.0);
  }

  /**
   * By maximum likelihood.
   *
   * @throws IllegalArgumentException as for {@link #reml}
   */
  public static RandomIntercept ml(TeamSums sums) {
    SizeClasses sizes = sizes(sums);
    return new RandomIntercept(sums, new Likelihood.Full(sizes), sizes.people());
  }

  private static SizeClasses sizes(TeamSums sums) {
    SizeClasses sizes = new SizeClasses(sums);
    if (sizes.teams() < 2 || !(sizes.within() > 0)) {
      throw new IllegalArgumentException(
          "%d teams with a sum of squares of %s within; expected at least 2 teams and above 0"
              .formatted(sizes.teams(), sizes.within()));
    }
    return sizes;
  }

  /** The mean of the teams' means, each with the weight that its size gives it. */
  public double mu() {
    return at.mu();
  }

  /** Of {@link #mu()}: √(σ² / Σw). */
  public double muStandardError() {
    return Math.sqrt(sigma2 / at.weights());
  }

  /** τ², the variance between teams; 0 where they differ no more than chance makes them. */
  public double tau2() {
    return at.ratio() * sigma2;
  }

  /** σ², the variance between people of one team. */
  public double sigma2() {
    return sigma2;
  }

  /** τ² / (τ² + σ²). */
  public double icc() {
    return at.ratio() / (1 + at.ratio());
  }

  /**
   * How reliable the mean of a team of this size is: nτ² / (nτ² + σ²).
   *
   * @param people above 0
   */
  public double reliability(double people) {
    return people * at.ratio() / (1 + people * at.ratio());
  }

  /** At the estimates, restricted or not as the model was fitted. */
  public double logLikelihood() {
    return logLikelihood;
  }

  /** Profile intervals, by maximum likelihood however this model was fitted. */
  public ProfileIntervals profileIntervals() {
    return ProfileIntervals.of(sizes);
  }

  /**
   * One team's effect, predicted.
   *
   * @throws IllegalArgumentException where nobody of the team answered
   */
  public Prediction predict(int team) {
    if (sums.n(team) == 0) {
      throw new IllegalArgumentException("team " + team + ": nobody answered; expected 1 or more");
    }
    double raw = sums.mean(team);
    double lambda = reliability((double) sums.n(team));
    double conditional = (1 - lambda) * tau2();
    double ofMu = (1 - lambda) * muStandardError();
    return new Prediction(
        sums.n(team),
        raw,
        lambda,
        mu() + lambda * (raw - mu()),
        Math.sqrt(conditional),
        Math.sqrt(conditional + ofMu * ofMu));
  }

  /**
   * The best linear unbiased prediction (BLUP) of a team's mean.
   *
   * @param n people who answered, at least 1
   * @param rawMean of their answers
   * @param lambda its reliability, 0 to 1
   * @param mean μ + λ(raw mean − μ)
   * @param conditionalStandardError for a known μ, τ² and σ²: √((1 − λ)τ²)
   * @param predictionStandardError for a known τ² and σ², with μ estimated
   */
  public record Prediction(
      long n,
      double rawMean,
      double lambda,
      double mean,
      double conditionalStandardError,
      double predictionStandardError) {}
}
