package nl.onderstroom.engine.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;

/** Beside the formulas written out with whole matrices. */
class RobustErrorsTest {
  private static final int PEOPLE = 80;
  private static final int PER_TEAM = 7;

  private final double[][] columns = Made.columns(3, PEOPLE, 5);
  private final int[] teams = Made.teams(PEOPLE, PER_TEAM);
  private final RealMatrix x = MatrixUtils.createRealMatrix(PEOPLE, 4);
  private final RealMatrix bread;
  private final RealVector residuals;

  RobustErrorsTest() {
    for (int i = 0; i < PEOPLE; i++) {
      x.setRow(i, new double[] {1, columns[0][i], columns[1][i], columns[2][i]});
    }
    bread = new LUDecomposition(x.transposeMultiply(x)).getSolver().getInverse();
    RealVector y = MatrixUtils.createRealVector(columns[3]);
    residuals = y.subtract(x.operate(bread.operate(x.transpose().operate(y))));
  }

  @Test
  void hc3IsItsFormula() {
    RealMatrix middle = MatrixUtils.createRealMatrix(4, 4);
    for (int i = 0; i < PEOPLE; i++) {
      RealVector row = x.getRowVector(i);
      double left = residuals.getEntry(i) / (1 - row.dotProduct(bread.operate(row)));
      middle = middle.add(row.outerProduct(row).scalarMultiply(left * left));
    }
    assertThat(RobustErrors.hc3(Made.records(columns)))
        .containsExactly(rootsOf(bread.multiply(middle).multiply(bread)), offset(1e-12));
  }

  @Test
  void cr1IsItsFormulaThoughItSeesSumsOnly() {
    RealMatrix middle = MatrixUtils.createRealMatrix(4, 4);
    int count = teams[PEOPLE - 1] + 1;
    for (int team = 0; team < count; team++) {
      RealVector score = MatrixUtils.createRealVector(4);
      for (int i = 0; i < PEOPLE; i++) {
        if (teams[i] == team) {
          score = score.add(x.getRowVector(i).mapMultiply(residuals.getEntry(i)));
        }
      }
      middle = middle.add(score.outerProduct(score));
    }
    double correction = count / (count - 1.0) * (PEOPLE - 1) / (PEOPLE - 4);
    RealMatrix variance = bread.multiply(middle).multiply(bread).scalarMultiply(correction);
    assertThat(RobustErrors.cr1(Made.records(columns, teams).teamSums()))
        .containsExactly(rootsOf(variance), offset(1e-12));
  }

  @Test
  void teamsOfNobodyDoNotCount() {
    List<DriverSums> given = Made.records(columns, teams).teamSums();
    List<DriverSums> more = new ArrayList<>(given);
    more.add(3, DriverSums.empty("outcome", Made.names(3)));
    assertThat(RobustErrors.cr1(more)).isEqualTo(RobustErrors.cr1(given));
  }

  @Test
  void oneTeamTellsNothing() {
    List<DriverSums> one = List.of(Made.records(columns).sums());
    assertThatThrownBy(() -> RobustErrors.cr1(one)).hasMessageContaining("1 teams");
  }

  private static double[] rootsOf(RealMatrix variance) {
    double[] roots = new double[variance.getRowDimension()];
    Arrays.setAll(roots, k -> Math.sqrt(variance.getEntry(k, k)));
    return roots;
  }
}
