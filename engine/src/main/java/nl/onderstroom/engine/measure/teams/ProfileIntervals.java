package nl.onderstroom.engine.measure.teams;

import java.util.function.DoubleUnaryOperator;
import nl.onderstroom.engine.measure.Interval;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * 95% profile-likelihood intervals: the values that a likelihood-ratio test does not reject, the
 * rest being at its best for each.
 *
 * @param tau the standard deviation between teams; from 0 where that is not rejected
 * @param sigma the standard deviation within teams
 * @param mu the mean of teams
 */
public record ProfileIntervals(Interval tau, Interval sigma, Interval mu) {
  /** The 95% point of χ² with one degree of freedom. */
  private static final double RISE = 3.841458820694124;

  private static final double RELATIVE_ACCURACY = 1e-12;
  private static final double ABSOLUTE_ACCURACY = 1e-12;
  private static final int ORDER = 5;
  private static final int MOST_EVALUATIONS = 200;

  static ProfileIntervals of(SizeClasses sizes) {
    Likelihood full = new Likelihood.Full(sizes);
    double ratio = full.best();
    double level = full.deviance(ratio) + RISE;
    SizeClasses.At at = sizes.at(ratio);
    double sigma = Math.sqrt(at.residual() / sizes.people());
    double tau = sigma * Math.sqrt(ratio);
    double muError = sigma / Math.sqrt(at.weights());
    double tauStep = tau > 0 ? tau : sigma / Math.sqrt(sizes.effectiveSize());
    DoubleUnaryOperator ofTau = value -> ofTau(sizes, value) - level;
    DoubleUnaryOperator ofSigma =
        value -> new Likelihood.GivenSigma2(sizes, value * value).least() - level;
    DoubleUnaryOperator ofMu = value -> new Likelihood.GivenMu(sizes, value).least() - level;
    double lowTau = ofTau.applyAsDouble(0) <= 0 ? 0 : solve(ofTau, 0, tau);
    return new ProfileIntervals(
        new Interval(lowTau, upward(ofTau, tau, tauStep)),
        new Interval(solve(ofSigma, 0.1 * sigma, sigma), upward(ofSigma, sigma, sigma)),
        new Interval(
            -upward(value -> ofMu.applyAsDouble(-value), -at.mu(), 2 * muError),
            upward(ofMu, at.mu(), 2 * muError)));
  }

  private static double ofTau(SizeClasses sizes, double tau) {
    return tau == 0
        ? new Likelihood.Full(sizes).deviance(0)
        : new Likelihood.GivenTau2(sizes, tau * tau).least();
  }

  /** The crossing above the best value. */
  private static double upward(DoubleUnaryOperator rise, double best, double step) {
    double width = step;
    while (rise.applyAsDouble(best + width) <= 0) {
      width *= 2;
    }
    return solve(rise, best, best + width);
  }

  private static double solve(DoubleUnaryOperator rise, double from, double to) {
    return new BracketingNthOrderBrentSolver(RELATIVE_ACCURACY, ABSOLUTE_ACCURACY, ORDER)
        .solve(MOST_EVALUATIONS, rise::applyAsDouble, from, to);
  }
}
