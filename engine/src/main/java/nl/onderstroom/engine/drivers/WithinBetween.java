package nl.onderstroom.engine.drivers;

import java.util.Arrays;
import java.util.List;

/**
 * The same question twice. Within: what goes together for people beside their own team mates.
 * Between: what goes together for teams' means, each team counting once. What holds for people need
 * not hold for teams, nor the other way round.
 *
 * @param teams with people in them
 * @param within of at least max(100, 10 p) people in 30 teams
 * @param between of at least max(30, 10 p) teams
 */
public record WithinBetween(long teams, Finding within, Finding between) {
  /**
   * @param teams sums of each; those of nobody do not count
   */
  public static WithinBetween of(List<DriverSums> teams, Resampling resampling) {
    List<DriverSums> present = teams.stream().filter(team -> team.n() > 0).toList();
    if (present.isEmpty()) {
      throw new IllegalArgumentException("no teams with people; expected 1 or more");
    }
    return new WithinBetween(
        present.size(),
        Drivers.ofTeams(present.stream().map(DriverSums::centred).toList(), resampling),
        Drivers.ofRows(means(present), Refusal.Of.TEAMS, resampling));
  }

  /** One row a team: its means. */
  static DriverRecords means(List<DriverSums> teams) {
    DriverSums any = teams.getFirst();
    int p = any.drivers().size();
    double[][] values = new double[p][];
    Arrays.setAll(values, j -> teams.stream().mapToDouble(team -> team.mean(j)).toArray());
    double[] outcomes = teams.stream().mapToDouble(team -> team.mean(p)).toArray();
    return new DriverRecords(any.outcome(), any.drivers(), outcomes, values);
  }
}
