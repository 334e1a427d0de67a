package nl.onderstroom.engine.drivers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nl.onderstroom.engine.drivers.RelativeImportance.Basis;

/**
 * The door to drivers: what goes together with an outcome, for a whole organisation. Refuses what
 * cannot be told. Never meant for one team.
 */
public final class Drivers {
  /** The most drivers beside each other. */
  public static final int MOST_DRIVERS = SubsetRegressions.MOST_DRIVERS;

  private static final long LEAST_PEOPLE = 100;
  private static final long LEAST_TEAMS = 30;
  private static final long LEAST_EACH_DRIVER = 10;

  private Drivers() {}

  /** People, at least max(100, 10 p); takes them for independent. */
  public static Finding ofSums(DriverSums sums, Resampling resampling) {
    return refusal(sums, Refusal.Of.PEOPLE)
        .<Finding>map(refusal -> refusal)
        .orElseGet(() -> {
          Regression fit = Regression.of(sums);
          return importance(
              fit,
              Basis.NORMAL,
              fit.standardErrors(),
              ImportanceBootstrap.ofNormal(sums, resampling));
        });
  }

  /**
   * People who are like their team mates, at least max(100, 10 p) of them in 30 teams.
   *
   * @param teams sums of each, 1 or more; those of nobody do not count
   * @throws IllegalArgumentException if there is no team, or they have other variables
   */
  public static Finding ofTeams(List<DriverSums> teams, Resampling resampling) {
    return ofTeams(
        teams,
        () ->
            importance(
                Regression.of(all(teams)),
                Basis.TEAMS,
                RobustErrors.cr1(teams),
                ImportanceBootstrap.ofTeams(teams, resampling)));
  }

  private static Finding ofTeams(List<DriverSums> teams, Supplier<Finding> answer) {
    Optional<Refusal> refusal = refusal(all(teams), Refusal.Of.PEOPLE);
    long present = teams.stream().filter(team -> team.n() > 0).count();
    if (refusal.isEmpty() && present < LEAST_TEAMS) {
      return new Refusal.TooFew(Refusal.Of.TEAMS, present, LEAST_TEAMS);
    }
    return refusal.<Finding>map(reason -> reason).orElseGet(answer);
  }

  /** As {@link #ofTeams} when the records have teams; else people, at least max(100, 10 p). */
  public static Finding ofRecords(DriverRecords records, Resampling resampling) {
    return records.hasTeams() && records.n() > 0
        ? ofTeams(records.teamSums(), resampling)
        : ofRows(records, Refusal.Of.PEOPLE, resampling);
  }

  /** Every row on its own: people, at least max(100, 10 p), or teams, at least max(30, 10 p). */
  static Finding ofRows(DriverRecords rows, Refusal.Of of, Resampling resampling) {
    DriverSums sums = rows.sums();
    return refusal(sums, of)
        .<Finding>map(refusal -> refusal)
        .orElseGet(() ->
            importance(
                Regression.of(sums),
                of == Refusal.Of.PEOPLE ? Basis.PEOPLE : Basis.TEAMS,
                RobustErrors.hc3(rows),
                ImportanceBootstrap.ofPeople(rows, resampling)));
  }

  private static DriverSums all(List<DriverSums> teams) {
    return teams.stream()
        .reduce(DriverSums::merge)
        .orElseThrow(() -> new IllegalArgumentException("no teams; expected 1 or more"));
  }

  private static Optional<Refusal> refusal(DriverSums sums, Refusal.Of of) {
    int p = sums.drivers().size();
    if (p == 0) {
      return Optional.of(new Refusal.NoDrivers());
    }
    if (p > MOST_DRIVERS) {
      return Optional.of(new Refusal.TooManyDrivers(p, MOST_DRIVERS));
    }
    long least = of == Refusal.Of.PEOPLE ? LEAST_PEOPLE : LEAST_TEAMS;
    long enough = Math.max(least, LEAST_EACH_DRIVER * p);
    if (sums.n() < enough) {
      return Optional.of(new Refusal.TooFew(of, sums.n(), enough));
    }
    List<String> names = new ArrayList<>(sums.drivers());
    names.add(sums.outcome());
    List<String> constant =
        IntStream.rangeClosed(0, p).filter(sums::isConstant).mapToObj(names::get).toList();
    return constant.isEmpty()
        ? Collinearity.find(sums)
        : Optional.of(new Refusal.Constant(constant));
  }

  private static RelativeImportance importance(
      Regression fit, Basis basis, double[] errors, ImportanceBootstrap draws) {
    DriverSums sums = fit.sums();
    double[] parts = LindemanMerendaGold.parts(sums);
    double[] shares = LindemanMerendaGold.shares(parts);
    double[] coefficients = fit.coefficients();
    double[] betas = fit.standardised();
    double[] inflation = fit.varianceInflation();
    List<RelativeImportance.Driver> drivers =
        IntStream.range(0, parts.length)
            .mapToObj(j ->
                new RelativeImportance.Driver(
                    sums.drivers().get(j),
                    parts[j],
                    shares[j],
                    draws.share(j),
                    Arrays.stream(draws.rankProbabilities(j)).boxed().toList(),
                    coefficients[j + 1],
                    errors[j + 1],
                    betas[j],
                    inflation[j]))
            .toList();
    return new RelativeImportance(
        sums.outcome(), sums.n(), fit.r2(), fit.adjustedR2(), basis, drivers);
  }
}
