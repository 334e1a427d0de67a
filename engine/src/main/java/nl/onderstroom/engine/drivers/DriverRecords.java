package nl.onderstroom.engine.drivers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * One row a person: an analyst's own file. Immutable. Rounds leave no records behind; use {@link
 * DriverSums} for those.
 */
public final class DriverRecords {
  private final String outcome;
  private final List<String> drivers;
  private final double[][] columns;
  private final Optional<int[]> teams;
  private final int leftOut;

  /**
   * People with a value that is not finite are left out.
   *
   * @param outcomes {@code [people]}
   * @param values {@code [drivers][people]}
   */
  public DriverRecords(String outcome, List<String> drivers, double[] outcomes, double[][] values) {
    this(outcome, drivers, outcomes, values, Optional.empty());
  }

  /**
   * The same, each person in a team.
   *
   * @param teams {@code [people]}: equal numbers for team mates
   */
  public DriverRecords(
      String outcome, List<String> drivers, double[] outcomes, double[][] values, int[] teams) {
    this(outcome, drivers, outcomes, values, Optional.of(teams));
  }

  private DriverRecords(
      String outcome,
      List<String> drivers,
      double[] outcomes,
      double[][] values,
      Optional<int[]> teams) {
    DriverSums.requireNames(outcome, drivers);
    double[][] given = Arrays.copyOf(values, values.length + 1);
    given[values.length] = outcomes;
    int people = outcomes.length;
    boolean fits =
        values.length == drivers.size()
            && Arrays.stream(given).allMatch(column -> column.length == people)
            && teams.stream().allMatch(each -> each.length == people);
    if (!fits) {
      throw new IllegalArgumentException(
          "%d columns for %d drivers of %d people; expected one column a driver, all equally long"
              .formatted(values.length, drivers.size(), people));
    }
    int[] complete =
        IntStream.range(0, people)
            .filter(i -> Arrays.stream(given).allMatch(column -> Double.isFinite(column[i])))
            .toArray();
    this.outcome = outcome;
    this.drivers = List.copyOf(drivers);
    this.columns =
        Arrays.stream(given)
            .map(column -> Arrays.stream(complete).mapToDouble(i -> column[i]).toArray())
            .toArray(double[][]::new);
    this.teams = teams.map(each -> Arrays.stream(complete).map(i -> each[i]).toArray());
    this.leftOut = people - complete.length;
  }

  public String outcome() {
    return outcome;
  }

  public List<String> drivers() {
    return drivers;
  }

  /** People with every value. */
  public int n() {
    return columns[0].length;
  }

  /** People without some value. */
  public int leftOut() {
    return leftOut;
  }

  /** Of a person with every value, in order; the outcome is variable p. */
  double value(int variable, int person) {
    return columns[variable][person];
  }

  boolean hasTeams() {
    return teams.isPresent();
  }

  /** Everybody's sums. */
  public DriverSums sums() {
    return DriverSums.ofColumns(outcome, drivers, columns);
  }

  /** Each team's sums, by team number; empty without teams. */
  public List<DriverSums> teamSums() {
    Map<Integer, List<Integer>> people = new TreeMap<>();
    int[] each = teams.orElseGet(() -> new int[0]);
    for (int i = 0; i < each.length; i++) {
      people.computeIfAbsent(each[i], team -> new ArrayList<>()).add(i);
    }
    return people.values().stream().map(this::sums).toList();
  }

  private DriverSums sums(List<Integer> people) {
    double[][] own =
        Arrays.stream(columns)
            .map(column -> people.stream().mapToDouble(i -> column[i]).toArray())
            .toArray(double[][]::new);
    return DriverSums.ofColumns(outcome, drivers, own);
  }
}
