package nl.onderstroom.server.survey;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;
import nl.onderstroom.server.tabular.CsvRows.Row;

/**
 * Scores of drivers and outcome, row by row: what an analyst's own file needs for errors and draws
 * that a sum cannot give. Only the command line keeps them, in memory, while it works. Cost: 8
 * bytes a score.
 */
public final class DriverScores {
  /** The team of those who have none. */
  public static final int NO_TEAM = -1;

  private static final int FIRST_ROWS = 256;

  private final List<String> names;
  private final boolean commas;
  // Of each variable its column in the file, or -1 for a scale; and its place in the record.
  private final int[] columns;
  private final int[] places;
  private final double[] units;
  private final double[] cells;
  private final Map<List<String>, Integer> teams = new HashMap<>();
  private final Map<String, Rows> waves = new HashMap<>();

  /**
   * @param map with outcome and drivers
   * @param shape of the records
   */
  DriverScores(SurveyMap map, Header header, SummaryShape shape, boolean commas) {
    this.names =
        Stream.concat(map.drivers().stream(), Stream.of(Objects.requireNonNull(map.outcome())))
            .toList();
    this.commas = commas;
    this.columns = new int[names.size()];
    this.places = new int[names.size()];
    this.units = new double[names.size()];
    this.cells = new double[names.size()];
    for (int i = 0; i < columns.length; i++) {
      String name = names.get(i);
      boolean isScale = map.find(name).isPresent();
      columns[i] = isScale ? -1 : header.place(name);
      places[i] = isScale ? shape.index(name) : -1;
      units[i] = isScale ? unit(shape.quantities().get(places[i])) : 1;
    }
  }

  private static double unit(Quantity quantity) {
    return quantity instanceof Quantity.Decimal decimal ? Math.pow(10, decimal.decimals()) : 1;
  }

  /** Takes the columns out of a row. */
  void read(Row row, ScaleCells.Complaint complaint) {
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] < 0) {
        continue;
      }
      String cell = SurveyRows.cell(row, columns[i]);
      cells[i] = cell.isEmpty() ? Double.NaN : Numbers.any(cell, commas);
      if (!cell.isEmpty() && Double.isNaN(cells[i])) {
        complaint.about(row, columns[i], cell, "any-number");
      }
    }
  }

  /** Keeps the row that was read. */
  void keep(String wave, List<String> team, long[] record) {
    for (int i = 0; i < places.length; i++) {
      if (places[i] >= 0) {
        long value = record[places[i]];
        cells[i] = value == Tally.MISSING ? Double.NaN : value / units[i];
      }
    }
    int number = team.isEmpty() ? NO_TEAM : teams.computeIfAbsent(team, path -> teams.size());
    waves.computeIfAbsent(wave, name -> new Rows(cells.length)).add(cells, number);
  }

  public List<String> drivers() {
    return names.subList(0, names.size() - 1);
  }

  public String outcome() {
    return names.getLast();
  }

  /**
   * Those with every score, at one wave.
   *
   * @param leftOut drivers that do not count, nor whether people have them
   */
  public Complete complete(String wave, Set<String> leftOut) {
    Rows rows = waves.getOrDefault(wave, new Rows(cells.length));
    int[] used =
        IntStream.range(0, names.size())
            .filter(i -> i == names.size() - 1 || !leftOut.contains(names.get(i)))
            .toArray();
    double[][] columns = Arrays.stream(used).mapToObj(i -> rows.values[i]).toArray(double[][]::new);
    int[] all =
        IntStream.range(0, rows.size)
            .filter(row -> Arrays.stream(columns).allMatch(of -> Double.isFinite(of[row])))
            .toArray();
    double[][] values =
        Arrays.stream(columns)
            .map(column -> Arrays.stream(all).mapToDouble(row -> column[row]).toArray())
            .toArray(double[][]::new);
    return new Complete(
        Arrays.stream(used).mapToObj(names::get).toList(),
        values,
        Arrays.stream(all).map(row -> rows.teams[row]).toArray(),
        rows.size);
  }

  /** People of one wave; arrays are not copied. */
  public static final class Complete {
    private final List<String> names;
    private final double[][] values;
    private final int[] teams;
    private final int rows;

    /**
     * @param names of drivers, and of the outcome last
     * @param values {@code [drivers + outcome][people]}
     * @param teams {@code [people]}, or {@link #NO_TEAM}
     * @param rows of the wave, complete or not
     */
    Complete(List<String> names, double[][] values, int[] teams, int rows) {
      this.names = names;
      this.values = values;
      this.teams = teams;
      this.rows = rows;
    }

    /** Of the drivers that count, and of the outcome last. */
    public List<String> names() {
      return names;
    }

    public int n() {
      return teams.length;
    }

    public int rows() {
      return rows;
    }

    public double[][] drivers() {
      return Arrays.copyOf(values, values.length - 1);
    }

    public double[] outcome() {
      return values[values.length - 1];
    }

    /** {@code [drivers + outcome][people]}. */
    public double[][] values() {
      return values;
    }

    public int[] teams() {
      return teams;
    }

    public int teamCount() {
      return (int) Arrays.stream(teams).filter(team -> team != NO_TEAM).distinct().count();
    }

    /** Those who have a team. */
    public Complete inTeams() {
      int[] in = IntStream.range(0, teams.length).filter(i -> teams[i] != NO_TEAM).toArray();
      return new Complete(
          names,
          Arrays.stream(values)
              .map(column -> Arrays.stream(in).mapToDouble(i -> column[i]).toArray())
              .toArray(double[][]::new),
          Arrays.stream(in).map(i -> teams[i]).toArray(),
          rows);
    }
  }

  /** Columns that grow. */
  private static final class Rows {
    private final double[][] values;
    private int[] teams = new int[FIRST_ROWS];
    private int size;

    Rows(int variables) {
      this.values = new double[variables][FIRST_ROWS];
    }

    void add(double[] row, int team) {
      if (size == teams.length) {
        int more = size + (size >> 1);
        teams = Arrays.copyOf(teams, more);
        for (int i = 0; i < values.length; i++) {
          values[i] = Arrays.copyOf(values[i], more);
        }
      }
      for (int i = 0; i < values.length; i++) {
        values[i][size] = row[i];
      }
      teams[size++] = team;
    }
  }
}
