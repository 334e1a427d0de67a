package nl.onderstroom.engine.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;

class RidgePredictionTest {
  @Test
  void withoutLambdaItIsLeastSquares() {
    DriverSums sums = Made.records(4, 120, 6).sums();
    assertThat(RidgePrediction.of(sums, 0).standardised())
        .containsExactly(Regression.of(sums).standardised(), offset(1e-13));
    double[] coefficients = Regression.of(sums).coefficients();
    double[] values = {1, 2, 3, 4};
    double expected = coefficients[0];
    for (int j = 0; j < 4; j++) {
      expected += coefficients[j + 1] * values[j];
    }
    assertThat(RidgePrediction.of(sums, 0).predict(values)).isCloseTo(expected, offset(1e-12));
  }

  @Test
  void driversThatDoNotOverlapShrinkAlike() {
    double[][] apart = {{1, 0, .5}, {0, 1, -.3}, {.5, -.3, 1}};
    assertThat(RidgePrediction.of(Made.ofCorrelations(100, apart), .25).standardised())
        .containsExactly(new double[] {.4, -.24}, offset(1e-14));
  }

  /** n·RSS/(n − tr H)² (Golub, Heath and Wahba 1979), from people and whole matrices. */
  @Test
  void crossValidationFromSumsIsThatFromPeople() {
    int n = 60;
    double lambda = .3;
    double[][] columns = Made.columns(5, n, 7);
    DriverSums sums = Made.records(columns).sums();
    RealMatrix z = MatrixUtils.createRealMatrix(n, 5);
    RealVector y = MatrixUtils.createRealVector(n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < 5; j++) {
        double scale = Math.sqrt(sums.deviation(j, j));
        z.setEntry(i, j, (columns[j][i] - sums.mean(j)) / scale);
      }
      y.setEntry(i, columns[5][i] - sums.mean(5));
    }
    RealMatrix ridge =
        z.transposeMultiply(z).add(MatrixUtils.createRealIdentityMatrix(5).scalarMultiply(lambda));
    RealMatrix hat =
        z.multiply(new LUDecomposition(ridge).getSolver().getInverse()).multiplyTransposed(z);
    RealVector residuals = y.subtract(hat.operate(y));
    double free = n - 1 - hat.getTrace();
    assertThat(RidgePrediction.of(sums, lambda).generalisedCrossValidation())
        .isCloseTo(n * residuals.dotProduct(residuals) / (free * free), offset(1e-10));
  }

  @Test
  void theChosenLambdaIsBetterThanItsNeighboursAndThanNone() {
    DriverSums sums = Made.records(18, 40, 3).sums();
    RidgePrediction chosen = RidgePrediction.of(sums);
    assertThat(chosen.lambda()).isBetween(.01, 99.0);
    for (double other : new double[] {0, chosen.lambda() * 1.26, chosen.lambda() / 1.26}) {
      assertThat(chosen.generalisedCrossValidation())
          .isLessThan(RidgePrediction.of(sums, other).generalisedCrossValidation());
    }
  }

  @Test
  void newPeopleArePredictedBetterThanByLeastSquaresWhenThereAreFew() {
    double[][] fresh = Made.columns(18, 2000, 99);
    double ridge = 0;
    double leastSquares = 0;
    for (int seed = 1; seed <= 20; seed++) {
      DriverSums few = Made.records(18, 40, seed).sums();
      ridge += error(RidgePrediction.of(few), fresh);
      leastSquares += error(RidgePrediction.of(few, 0), fresh);
    }
    assertThat(ridge).isLessThan(.8 * leastSquares);
  }

  @Test
  void driversThatAreTheSameCanStillPredict() {
    double[][] columns = Made.columns(2, 100, 3);
    columns[1] = columns[0];
    DriverSums sums = Made.records(columns).sums();
    double[] standardised = RidgePrediction.of(sums).standardised();
    assertThat(standardised[0]).isCloseTo(standardised[1], offset(1e-9));
    assertThatThrownBy(() -> RidgePrediction.of(sums, 0)).hasMessageContaining("λ = 0.0");
  }

  private static double error(RidgePrediction ridge, double[][] people) {
    int p = people.length - 1;
    double sum = 0;
    for (int i = 0; i < people[0].length; i++) {
      double[] values = new double[p];
      for (int j = 0; j < p; j++) {
        values[j] = people[j][i];
      }
      double apart = people[p][i] - ridge.predict(values);
      sum += apart * apart;
    }
    return sum;
  }
}
