package nl.onderstroom.server.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.onderstroom.engine.measure.teams.Intraclass;
import nl.onderstroom.engine.measure.teams.IntraclassCorrelation;
import nl.onderstroom.engine.measure.teams.RandomIntercept;
import nl.onderstroom.engine.measure.teams.ShrunkenMean;
import nl.onderstroom.engine.measure.teams.ShrunkenMeans;
import nl.onderstroom.engine.measure.teams.TeamMeans;
import nl.onderstroom.engine.measure.teams.TeamRefusal;
import nl.onderstroom.engine.measure.teams.TeamSums;
import nl.onderstroom.engine.summary.Moments;

/**
 * How far teams differ on one scale, and each team's mean shrunken towards that of all teams.
 *
 * <p>Made from the n, mean and standard deviation of the teams that the gate shows, and from
 * nothing else. Over all teams it would be a leak: the intraclass correlations, τ², and the
 * shrunken mean of every shown team are functions of n, mean and spread of the hidden ones too, and
 * more of them than there are unknowns, so that with a few teams hidden each could be solved for.
 * As it is, whoever has the shown figures could compute all of this, and learns nothing more. The
 * price is that hidden teams, mostly small ones, do not count in how far teams differ.
 *
 * @param counted teams these figures are about
 * @param correlation the intraclass correlations, or why there are none
 * @param model empty with {@code means}
 * @param means by the code of the team; empty when there are too few teams
 * @param whyNoMeans set when {@code means} is empty
 */
record TeamFigures(
    int counted,
    Intraclass correlation,
    Optional<RandomIntercept> model,
    Map<String, ShrunkenMean> means,
    Optional<TeamRefusal> whyNoMeans) {
  private static final int MOST_DECIMALS = 10;
  // Well within what the engine sums exactly, 2^61 units.
  private static final double GREATEST_SUM = 1e18;

  static TeamFigures of(List<WaveReport.OfGroup> shown) {
    if (!shown.isEmpty() && shown.stream().allMatch(team -> team.estimate().sd() == 0)) {
      return alike(shown);
    }
    TeamSums sums = sums(shown.stream().map(WaveReport.OfGroup::estimate).toList());
    Intraclass correlation = Intraclass.of(sums);
    return switch (TeamMeans.of(sums)) {
      case TeamRefusal why ->
          new TeamFigures(shown.size(), correlation, Optional.empty(), Map.of(), Optional.of(why));
      case ShrunkenMeans means ->
          new TeamFigures(
              shown.size(),
              correlation,
              Optional.of(RandomIntercept.reml(sums)),
              byCode(shown, means),
              Optional.empty());
    };
  }

  /** The intraclass correlations, where there are enough teams. */
  Optional<IntraclassCorrelation> found() {
    return correlation instanceof IntraclassCorrelation found
        ? Optional.of(found)
        : Optional.empty();
  }

  private static TeamFigures alike(List<WaveReport.OfGroup> shown) {
    long people = shown.stream().mapToLong(team -> team.estimate().n()).sum();
    var why = new TeamRefusal(TeamRefusal.Reason.ALIKE_WITHIN_TEAMS, people, 0);
    return new TeamFigures(shown.size(), why, Optional.empty(), Map.of(), Optional.of(why));
  }

  /** Of every shown team, however low the floor that the analyst chose for the gate. */
  private static Map<String, ShrunkenMean> byCode(
      List<WaveReport.OfGroup> shown, ShrunkenMeans means) {
    var byCode = new LinkedHashMap<String, ShrunkenMean>();
    for (WaveReport.OfGroup team : shown) {
      byCode.put(team.code(), means.estimate(byCode.size()));
    }
    return byCode;
  }

  private static TeamSums sums(List<Estimate> teams) {
    double greatest =
        teams.stream().mapToDouble(team -> Math.abs(team.mean()) * team.n()).max().orElse(0);
    int decimals = MOST_DECIMALS;
    while (decimals > 0 && greatest * Math.pow(10, decimals) > GREATEST_SUM) {
      decimals--;
    }
    int same = decimals;
    return TeamSums.ofMoments(teams.stream().map(team -> moments(team, same)).toList());
  }

  /** Σx = n·mean, and Σx² = (n − 1)·sd² + (Σx)²/n, rounded upward lest it be too small for Σx. */
  private static Moments moments(Estimate team, int decimals) {
    BigDecimal n = BigDecimal.valueOf(team.n());
    BigInteger sum =
        new BigDecimal(team.mean())
            .multiply(n)
            .scaleByPowerOfTen(decimals)
            .setScale(0, RoundingMode.HALF_EVEN)
            .toBigInteger();
    BigDecimal sd = new BigDecimal(team.sd());
    BigDecimal within = sd.multiply(sd).multiply(n.subtract(BigDecimal.ONE));
    BigDecimal ofMean =
        new BigDecimal(sum.multiply(sum)).divide(n, new MathContext(60, RoundingMode.CEILING));
    BigInteger squares =
        within
            .scaleByPowerOfTen(2 * decimals)
            .add(ofMean)
            .setScale(0, RoundingMode.CEILING)
            .toBigInteger();
    return new Moments(decimals, team.n(), 0, sum, squares);
  }
}
