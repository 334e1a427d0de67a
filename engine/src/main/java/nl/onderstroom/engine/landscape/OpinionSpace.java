package nl.onderstroom.engine.landscape;

import static nl.onderstroom.engine.landscape.PackedCholesky.cell;
import static nl.onderstroom.engine.landscape.PackedCholesky.cells;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is known of each statement: how readily it is agreed with, and where agreement with it lies
 * among opinions.
 *
 * <p><b>Model.</b> Person i agrees with statement j (given that they do not pass) with chance
 * logistic(a<sub>j</sub> + y<sub>i</sub> + u<sub>i</sub>·w<sub>j</sub>). The participant effect y
 * is how readily i agrees with anything (yea-saying), u the place among opinions, w the loadings. A
 * priori y ~ N(0, τ²), u ~ N(0, I), w<sub>jd</sub> ~ N(0, v<sub>d</sub>) with v estimated. Only
 * votes that were cast count; nothing is imputed.
 *
 * <p>Of a statement with b = (a, 1, w) are kept the second moments E[b bᵀ], packed: the cell (0, 1)
 * is the mean of a, the cells (1, 2 + d) are the means of w.
 */
final class OpinionSpace {
  private final int dimensions;
  private final int statements;
  private final double[] moments;
  private final double yeaSayingVariance;
  private @Nullable StatementTable table;

  /**
   * @param moments of each statement, {@link #momentCells()} after one another
   * @param yeaSayingVariance τ², in squared logits
   */
  OpinionSpace(int dimensions, int statements, double[] moments, double yeaSayingVariance) {
    this.dimensions = dimensions;
    this.statements = statements;
    this.moments = moments;
    this.yeaSayingVariance = yeaSayingVariance;
  }

  int dimensions() {
    return dimensions;
  }

  int statements() {
    return statements;
  }

  double yeaSayingVariance() {
    return yeaSayingVariance;
  }

  /** Second moments of one statement, or of one person. */
  int momentCells() {
    return cells(dimensions + 2);
  }

  double[] moments() {
    return moments;
  }

  /** The same for loops over votes; made when it is first asked for. */
  synchronized StatementTable table() {
    if (table == null) {
      table = new StatementTable(this);
    }
    return table;
  }

  /**
   * The same with more statements. What is known of those that were there does not change, the
   * average statement of the {@link #table()} included.
   *
   * @param fresh second moments of each new one
   */
  OpinionSpace wider(int statementsThen, double[] fresh) {
    double[] all = Arrays.copyOf(moments, statementsThen * momentCells());
    for (int statement = statements; statement < statementsThen; statement++) {
      System.arraycopy(fresh, 0, all, statement * momentCells(), momentCells());
    }
    OpinionSpace wider = new OpinionSpace(dimensions, statementsThen, all, yeaSayingVariance);
    wider.table = table().wider(wider);
    return wider;
  }

  /** How readily the statement is agreed with, in logits. */
  double intercept(int statement) {
    return moments[statement * momentCells() + 1];
  }

  /** The loading of a statement on a dimension, in logits a standard deviation of people. */
  double loading(int statement, int dimension) {
    return moments[statement * momentCells() + cell(dimension + 2, 1)];
  }

  /** E[η] of a person, of whom the moments of (1, y, u) are given. */
  double meanLogit(int statement, double[] person) {
    int offset = statement * momentCells();
    double mean = moments[offset + 1] + person[1];
    for (int d = 0; d < dimensions; d++) {
      mean += moments[offset + cell(d + 2, 1)] * person[cell(d + 2, 0)];
    }
    return mean;
  }

  /** E[η²] of a person, of whom the moments of (1, y, u) are given. */
  double squaredLogit(int statement, double[] person) {
    int offset = statement * momentCells();
    double sum = 0;
    for (int row = 0, at = 0; row < dimensions + 2; row++) {
      for (int column = 0; column < row; column++, at++) {
        sum += 2 * moments[offset + at] * person[at];
      }
      sum += moments[offset + at] * person[at++];
    }
    return sum;
  }

  /** The chance that a person who does not pass agrees. */
  double agreement(int statement, double[] person) {
    double mean = meanLogit(statement, person);
    return Logistic.mean(mean, squaredLogit(statement, person) - mean * mean);
  }
}
