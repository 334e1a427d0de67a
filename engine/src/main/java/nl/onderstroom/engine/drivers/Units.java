package nl.onderstroom.engine.drivers;

import java.util.List;

/**
 * What is drawn together: people, or whole teams. Each is a row of cells [n, Σx …, Σxy …] about a
 * common origin and in common units, products as an upper triangle by rows; rows add up.
 */
interface Units {
  int count();

  /** Variables: drivers and outcome. */
  int variables();

  /** Writes the cells of units {@code from} … {@code to} − 1, row after row. */
  void write(int from, int to, double[] into);

  static int cells(int variables) {
    return 1 + variables + variables * (variables + 1) / 2;
  }

  /**
   * Correlations of the sum of rows {@code [variables²]}: 0 with what does not vary. NaN everywhere
   * when the outcome, the last variable, does not vary.
   */
  static double[] correlations(double[] cells, int variables) {
    double[] deviations = new double[variables * variables];
    double n = cells[0];
    int cell = 1 + variables;
    for (int i = 0; i < variables; i++) {
      for (int j = i; j < variables; j++) {
        double deviation = cells[cell++] - cells[1 + i] * cells[1 + j] / n;
        deviations[i * variables + j] = deviation;
        deviations[j * variables + i] = deviation;
      }
    }
    return standardise(deviations, variables, 1e-12 * n);
  }

  /**
   * Turns deviations into correlations, in place.
   *
   * @param nothing the most deviation that counts as none
   */
  static double[] standardise(double[] deviations, int variables, double nothing) {
    double[] scales = new double[variables];
    for (int i = 0; i < variables; i++) {
      double own = deviations[i * variables + i];
      scales[i] = own > nothing ? 1 / Math.sqrt(own) : 0;
    }
    if (scales[variables - 1] == 0) {
      scales[variables - 1] = Double.NaN;
    }
    for (int i = 0; i < variables; i++) {
      for (int j = 0; j < variables; j++) {
        deviations[i * variables + j] *= scales[i] * scales[j];
      }
      deviations[i * variables + i] = 1;
    }
    return deviations;
  }

  /** Single people. */
  static Units of(DriverRecords records) {
    DriverSums sums = records.sums();
    int variables = sums.drivers().size() + 1;
    double[] values = new double[records.n() * variables];
    for (int person = 0; person < records.n(); person++) {
      for (int i = 0; i < variables; i++) {
        values[person * variables + i] = (records.value(i, person) - sums.mean(i)) / scale(sums, i);
      }
    }
    return new People(records.n(), variables, values);
  }

  /** Whole teams, those without people left out. */
  static Units of(List<DriverSums> teams) {
    List<DriverSums> present = teams.stream().filter(team -> team.n() > 0).toList();
    DriverSums all = present.stream().reduce(DriverSums::merge).orElseThrow();
    int variables = all.drivers().size() + 1;
    int cells = cells(variables);
    double[] rows = new double[present.size() * cells];
    for (int team = 0; team < present.size(); team++) {
      writeTeam(present.get(team), all, rows, team * cells);
    }
    return new Teams(present.size(), variables, rows);
  }

  private static void writeTeam(DriverSums team, DriverSums all, double[] rows, int at) {
    int variables = all.drivers().size() + 1;
    int cell = at;
    rows[cell++] = team.n();
    for (int i = 0; i < variables; i++) {
      rows[cell++] = team.n() * (team.mean(i) - all.mean(i)) / scale(all, i);
    }
    for (int i = 0; i < variables; i++) {
      for (int j = i; j < variables; j++) {
        double product =
            team.deviation(i, j)
                + team.n() * (team.mean(i) - all.mean(i)) * (team.mean(j) - all.mean(j));
        rows[cell++] = product / scale(all, i) / scale(all, j);
      }
    }
  }

  /** The standard deviation; 1 for what does not vary. */
  private static double scale(DriverSums sums, int variable) {
    return sums.isConstant(variable) ? 1 : Math.sqrt(sums.deviation(variable, variable) / sums.n());
  }

  /** Values by person, variables next to each other. */
  record People(int count, int variables, double[] values) implements Units {
    @Override
    public void write(int from, int to, double[] into) {
      int cell = 0;
      for (int person = from; person < to; person++) {
        int at = person * variables;
        into[cell++] = 1;
        System.arraycopy(values, at, into, cell, variables);
        cell += variables;
        for (int i = 0; i < variables; i++) {
          double value = values[at + i];
          for (int j = i; j < variables; j++) {
            into[cell++] = value * values[at + j];
          }
        }
      }
    }
  }

  /** Rows as they are. */
  record Teams(int count, int variables, double[] rows) implements Units {
    @Override
    public void write(int from, int to, double[] into) {
      int cells = cells(variables);
      System.arraycopy(rows, from * cells, into, 0, (to - from) * cells);
    }
  }
}
