package nl.onderstroom.engine.landscape;

import java.util.stream.IntStream;

/**
 * The eigenvectors of a small symmetric matrix, by Jacobi's rotations; the largest first.
 *
 * @param vectors one in each row, of length 1, the largest component positive
 * @param values descending
 */
record PrincipalAxes(double[][] vectors, double[] values) {
  private static final int SWEEPS = 40;

  /**
   * @param matrix square and symmetric; not changed
   */
  static PrincipalAxes of(double[][] matrix) {
    int order = matrix.length;
    double[][] rest = new double[order][];
    double[][] axes = new double[order][order];
    for (int at = 0; at < order; at++) {
      rest[at] = matrix[at].clone();
      axes[at][at] = 1;
    }
    for (int sweep = 0; sweep < SWEEPS && off(rest) > 1e-24 * (1 + trace(rest)); sweep++) {
      for (int one = 0; one < order; one++) {
        for (int other = one + 1; other < order; other++) {
          rotate(rest, axes, one, other);
        }
      }
    }
    return sorted(rest, axes);
  }

  private static double off(double[][] matrix) {
    double sum = 0;
    for (int row = 0; row < matrix.length; row++) {
      for (int column = 0; column < row; column++) {
        sum += matrix[row][column] * matrix[row][column];
      }
    }
    return sum;
  }

  private static double trace(double[][] matrix) {
    double sum = 0;
    for (int at = 0; at < matrix.length; at++) {
      sum += Math.abs(matrix[at][at]);
    }
    return sum * sum;
  }

  private static void rotate(double[][] rest, double[][] axes, int one, int other) {
    double off = rest[one][other];
    if (off == 0) {
      return;
    }
    double theta = (rest[other][other] - rest[one][one]) / (2 * off);
    double tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double cosine = 1 / Math.sqrt(tangent * tangent + 1);
    double sine = tangent * cosine;
    for (double[] row : rest) {
      mix(row, one, other, cosine, sine);
    }
    for (int at = 0; at < rest.length; at++) {
      double first = rest[one][at];
      double second = rest[other][at];
      rest[one][at] = cosine * first - sine * second;
      rest[other][at] = sine * first + cosine * second;
    }
    for (double[] row : axes) {
      mix(row, one, other, cosine, sine);
    }
  }

  private static void mix(double[] row, int one, int other, double cosine, double sine) {
    double first = row[one];
    double second = row[other];
    row[one] = cosine * first - sine * second;
    row[other] = sine * first + cosine * second;
  }

  private static PrincipalAxes sorted(double[][] rest, double[][] axes) {
    int order = rest.length;
    int[] ranks =
        IntStream.range(0, order)
            .boxed()
            .sorted((one, other) -> Double.compare(rest[other][other], rest[one][one]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[][] vectors = new double[order][order];
    double[] values = new double[order];
    for (int rank = 0; rank < order; rank++) {
      values[rank] = rest[ranks[rank]][ranks[rank]];
      double largest = 0;
      for (int at = 0; at < order; at++) {
        vectors[rank][at] = axes[at][ranks[rank]];
        largest = Math.abs(vectors[rank][at]) > Math.abs(largest) ? vectors[rank][at] : largest;
      }
      for (int at = 0; largest < 0 && at < order; at++) {
        vectors[rank][at] = -vectors[rank][at];
      }
    }
    return new PrincipalAxes(vectors, values);
  }
}
