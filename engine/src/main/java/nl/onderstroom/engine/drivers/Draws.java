package nl.onderstroom.engine.drivers;

import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;

/** Where the correlations of a draw come from. Safe for several threads at once. */
interface Draws {
  /** Variables: drivers and outcome. */
  int variables();

  /** One draw for each seed: its correlations, as {@link Units#correlations} gives them. */
  double[][] correlations(long[] seeds);

  /**
   * As many units as there are, drawn with replacement (Efron 1979).
   *
   * <p>The sums of a draw are the units' rows weighted by how often each was drawn. Some draws go
   * through the rows together, block by block, so that a block is made once and stays near.
   */
  record OfUnits(Units units) implements Draws {
    private static final int BLOCK = 64;

    @Override
    public int variables() {
      return units.variables();
    }

    @Override
    public double[][] correlations(long[] seeds) {
      int count = units.count();
      int cells = Units.cells(variables());
      short[][] times = new short[seeds.length][count + BLOCK];
      for (int draw = 0; draw < seeds.length; draw++) {
        SplittableRandom random = new SplittableRandom(seeds[draw]);
        for (int i = 0; i < count; i++) {
          times[draw][random.nextInt(count)]++;
        }
      }
      double[][] sums = new double[seeds.length][cells];
      double[] rows = new double[BLOCK * cells];
      for (int from = 0; from < count; from += BLOCK) {
        units.write(from, Math.min(count, from + BLOCK), rows);
        for (int draw = 0; draw < seeds.length; draw++) {
          addBlock(rows, times[draw], from, sums[draw]);
        }
      }
      double[][] correlations = new double[seeds.length][];
      for (int draw = 0; draw < seeds.length; draw++) {
        correlations[draw] = Units.correlations(sums[draw], variables());
      }
      return correlations;
    }

    /** Rows beyond the last unit are of a former block, and drawn 0 times. */
    private static void addBlock(double[] rows, short[] times, int from, double[] sums) {
      int cells = sums.length;
      for (int i = 0; i < BLOCK; i += 4) {
        addFour(
            rows,
            i * cells,
            times[from + i],
            times[from + i + 1],
            times[from + i + 2],
            times[from + i + 3],
            sums);
      }
    }

    /** Four rows to one reading and writing of the sums; the compiler makes vectors of it. */
    private static void addFour(
        double[] rows, int at, double w, double x, double y, double z, double[] sums) {
      int cells = sums.length;
      int second = at + cells;
      int third = second + cells;
      int fourth = third + cells;
      for (int c = 0; c < cells; c++) {
        sums[c] +=
            (w * rows[at + c] + x * rows[second + c])
                + (y * rows[third + c] + z * rows[fourth + c]);
      }
    }
  }

  /**
   * Cross-products spread as those of independent people with normal variables (Wishart), made by
   * Bartlett's decomposition (1933): L·A·Aᵀ·Lᵀ.
   */
  record OfNormal(int variables, double[][] root, double freedom) implements Draws {
    static OfNormal of(DriverSums sums) {
      int variables = sums.drivers().size() + 1;
      double[][] correlations = new double[variables][variables];
      for (int i = 0; i < variables; i++) {
        for (int j = 0; j < variables; j++) {
          correlations[i][j] = sums.correlation(i, j);
        }
      }
      // An outcome that the drivers give away leaves a last pivot of nothing.
      correlations[variables - 1][variables - 1] += 1e-12;
      double[][] root =
          new CholeskyDecomposition(MatrixUtils.createRealMatrix(correlations), 1e-12, 1e-15)
              .getL()
              .getData();
      return new OfNormal(variables, root, sums.freedom());
    }

    @Override
    public double[][] correlations(long[] seeds) {
      double[][] all = new double[seeds.length][];
      for (int draw = 0; draw < seeds.length; draw++) {
        all[draw] = correlations(new SplittableRandom(seeds[draw]));
      }
      return all;
    }

    private double[] correlations(SplittableRandom random) {
      double[][] factor = new double[variables][variables];
      for (int i = 0; i < variables; i++) {
        for (int j = 0; j < i; j++) {
          factor[i][j] = random.nextGaussian();
        }
        ContinuousDistribution.Sampler square =
            ChiSquaredDistribution.of(freedom - i).createSampler(random::nextLong);
        factor[i][i] = Math.sqrt(square.sample());
      }
      double[][] drawn = new double[variables][variables];
      for (int i = 0; i < variables; i++) {
        for (int k = 0; k <= i; k++) {
          for (int j = 0; j <= k; j++) {
            drawn[i][j] += root[i][k] * factor[k][j];
          }
        }
      }
      double[] deviations = new double[variables * variables];
      for (int i = 0; i < variables; i++) {
        for (int j = 0; j < variables; j++) {
          for (int k = 0; k <= Math.min(i, j); k++) {
            deviations[i * variables + j] += drawn[i][k] * drawn[j][k];
          }
        }
      }
      return Units.standardise(deviations, variables, 1e-12);
    }
  }
}
