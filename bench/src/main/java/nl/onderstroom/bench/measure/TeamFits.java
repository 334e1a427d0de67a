package nl.onderstroom.bench.measure;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nl.onderstroom.engine.measure.teams.Intraclass;
import nl.onderstroom.engine.measure.teams.IntraclassCorrelation;
import nl.onderstroom.engine.measure.teams.RandomIntercept;
import nl.onderstroom.engine.measure.teams.ShrunkenMeans;
import nl.onderstroom.engine.measure.teams.TeamMean;
import nl.onderstroom.engine.measure.teams.TeamMeans;
import nl.onderstroom.engine.measure.teams.TeamSums;
import nl.onderstroom.engine.measure.teams.TeamTally;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From arrays of teams and scores to what is said of teams. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class TeamFits {
  static final int TEAMS = 20_000;
  private static final int DECIMALS = 2;

  /** How many people. */
  @Param("1000000")
  public int subject = 1_000_000;

  private MadeTeams made = MadeTeams.of(0, 1, 0);

  /** What is said of teams. */
  public record Said(IntraclassCorrelation correlation, List<TeamMean> means) {}

  /** As JMH makes it. */
  static TeamFits of(int people) {
    var fits = new TeamFits();
    fits.subject = people;
    fits.make();
    return fits;
  }

  static MadeTeams made(int people) {
    return MadeTeams.of(people, TEAMS, 1);
  }

  /** Makes the scores, once. */
  @Setup
  public void make() {
    made = made(subject);
  }

  /** ICC, and the shrunken mean of every team with its interval. */
  @Benchmark
  public Said shrinkage() {
    TeamSums sums = sums();
    var correlation = (IntraclassCorrelation) Intraclass.of(sums);
    var means = (ShrunkenMeans) TeamMeans.of(sums);
    return new Said(correlation, IntStream.range(0, TEAMS).mapToObj(means::mean).toList());
  }

  /** The variances between and within teams. */
  @Benchmark
  public RandomIntercept reml() {
    return RandomIntercept.reml(sums());
  }

  List<Double> icc1() {
    return List.of(shrinkage().correlation().icc1());
  }

  List<Double> variances() {
    RandomIntercept fit = reml();
    return List.of(fit.tau2(), fit.sigma2());
  }

  private TeamSums sums() {
    var tally = new TeamTally(DECIMALS, TEAMS);
    for (int person = 0; person < made.team().length; person++) {
      tally.add(made.team()[person], made.hundredths()[person]);
    }
    return tally.sums();
  }
}
