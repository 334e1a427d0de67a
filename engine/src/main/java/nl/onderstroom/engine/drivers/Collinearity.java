package nl.onderstroom.engine.drivers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Whether drivers are contained in others. Those with the most of their own are swept out first
 * (pivoted Cholesky); what then has nothing left is contained wholly. If none is, variance
 * inflation tells.
 */
final class Collinearity {
  static final double MOST_INFLATION = 100;

  private static final double NOTHING_LEFT = 1e-10;

  /** Beside the largest coefficient on another driver: smaller ones are not named. */
  private static final double WORTH_NAMING = 0.1;

  private final List<String> names;
  private final int drivers;
  private final double[][] matrix;
  private final boolean[] swept;

  private Collinearity(DriverSums sums) {
    this.names = sums.drivers();
    this.drivers = names.size();
    this.matrix = new double[drivers + 1][drivers + 1];
    this.swept = new boolean[drivers];
    for (int i = 0; i <= drivers; i++) {
      for (int j = 0; j <= drivers; j++) {
        matrix[i][j] = sums.correlation(i, j);
      }
    }
  }

  /** The reason to refuse, if there is one. All variables vary. */
  static Optional<Refusal> find(DriverSums sums) {
    Collinearity found = new Collinearity(sums);
    found.sweepAll();
    for (int i = 0; i <= found.drivers; i++) {
      boolean open = i == found.drivers || !found.swept[i];
      if (open && found.matrix[i][i] < -NOTHING_LEFT) {
        return Optional.of(new Refusal.Incoherent());
      }
    }
    List<Refusal.Contained> contained = found.whollyContained();
    if (contained.isEmpty()) {
      contained = nearlyContained(sums);
    }
    return contained.isEmpty() ? Optional.empty() : Optional.of(new Refusal.Collinear(contained));
  }

  private void sweepAll() {
    for (int step = 0; step < drivers; step++) {
      int most = -1;
      for (int j = 0; j < drivers; j++) {
        if (!swept[j] && (most < 0 || matrix[j][j] > matrix[most][most])) {
          most = j;
        }
      }
      if (matrix[most][most] <= NOTHING_LEFT) {
        return;
      }
      sweep(most);
    }
  }

  /** Afterwards {@code matrix[j][i]} of a swept j is the coefficient on j of variable i. */
  private void sweep(int pivot) {
    double own = matrix[pivot][pivot];
    for (int i = 0; i <= drivers; i++) {
      for (int j = 0; j <= drivers; j++) {
        if (i != pivot && j != pivot) {
          matrix[i][j] -= matrix[i][pivot] * matrix[pivot][j] / own;
        }
      }
    }
    for (int j = 0; j <= drivers; j++) {
      if (j != pivot) {
        matrix[pivot][j] /= own;
        matrix[j][pivot] /= -own;
      }
    }
    matrix[pivot][pivot] = 1 / own;
    swept[pivot] = true;
  }

  private List<Refusal.Contained> whollyContained() {
    List<Refusal.Contained> contained = new ArrayList<>();
    for (int i = 0; i < drivers; i++) {
      if (!swept[i]) {
        double[] coefficients = new double[drivers];
        for (int j = 0; j < drivers; j++) {
          coefficients[j] = swept[j] ? matrix[j][i] : 0;
        }
        contained.add(contained(names, i, coefficients, Double.POSITIVE_INFINITY));
      }
    }
    return contained;
  }

  private static List<Refusal.Contained> nearlyContained(DriverSums sums) {
    RealMatrix correlations = MatrixUtils.createRealMatrix(sums.driverCorrelations());
    RealMatrix inverse =
        new CholeskyDecomposition(correlations, 1e-12, 1e-12).getSolver().getInverse();
    List<Refusal.Contained> contained = new ArrayList<>();
    for (int i = 0; i < correlations.getRowDimension(); i++) {
      double inflation = inverse.getEntry(i, i);
      if (inflation >= MOST_INFLATION) {
        int self = i;
        double[] coefficients = new double[correlations.getRowDimension()];
        Arrays.setAll(coefficients, j -> j == self ? 0 : -inverse.getEntry(self, j) / inflation);
        contained.add(contained(sums.drivers(), i, coefficients, inflation));
      }
    }
    return contained;
  }

  private static Refusal.Contained contained(
      List<String> names, int driver, double[] coefficients, double inflation) {
    double largest = Arrays.stream(coefficients).map(Math::abs).max().orElse(0);
    Comparator<Integer> most = Comparator.comparingDouble(j -> -Math.abs(coefficients[j]));
    List<String> in =
        IntStream.range(0, coefficients.length)
            .filter(j -> j != driver && Math.abs(coefficients[j]) >= WORTH_NAMING * largest)
            .boxed()
            .sorted(most)
            .map(names::get)
            .toList();
    return new Refusal.Contained(names.get(driver), in, inflation);
  }
}
