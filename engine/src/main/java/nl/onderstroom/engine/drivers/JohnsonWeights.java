package nl.onderstroom.engine.drivers;

import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Johnson's relative weights (2000): R² divided by way of the nearest drivers that do not overlap.
 * They add up to R² and are cheap for any number of drivers, but have no meaning of their own;
 * {@link LindemanMerendaGold} has, and this is to compare it with.
 */
public final class JohnsonWeights {
  private JohnsonWeights() {}

  /**
   * Parts of R², {@code [p]}. O(p³).
   *
   * @throws IllegalArgumentException as {@link Regression#of}
   */
  public static double[] parts(DriverSums sums) {
    Regression fit = Regression.of(sums);
    RealMatrix drivers = MatrixUtils.createRealMatrix(sums.driverCorrelations());
    RealMatrix root = new EigenDecompositionSymmetric(drivers).getSquareRoot();
    // The coefficients on the drivers' nearest unrelated twins: R^(1/2) · β.
    double[] twins = root.operate(fit.standardised());
    double[] parts = new double[twins.length];
    for (int j = 0; j < parts.length; j++) {
      for (int k = 0; k < parts.length; k++) {
        double part = root.getEntry(j, k) * twins[k];
        parts[j] += part * part;
      }
    }
    return parts;
  }
}
