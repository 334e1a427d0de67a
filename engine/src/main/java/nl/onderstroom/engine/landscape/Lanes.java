package nl.onderstroom.engine.landscape;

/**
 * Arithmetic on {@value #COUNT} people at once: each array holds one number of each. Loops of one
 * length over one index are what the compiler turns into vector instructions; a person at a time
 * costs five times as much.
 */
final class Lanes {
  static final int COUNT = 64;

  private Lanes() {}

  /** An array of numbers for each of {@code rows}. */
  static double[][] rows(int rows) {
    return new double[rows][COUNT];
  }

  /** into = from + number. */
  static void plus(double[] from, double number, double[] into) {
    for (int lane = 0; lane < COUNT; lane++) {
      into[lane] = from[lane] + number;
    }
  }

  /** into = left · right. */
  static void product(double[] left, double[] right, double[] into) {
    for (int lane = 0; lane < COUNT; lane++) {
      into[lane] = left[lane] * right[lane];
    }
  }

  /** into += left · right. */
  static void addProduct(double[] left, double[] right, double[] into) {
    for (int lane = 0; lane < COUNT; lane++) {
      into[lane] += left[lane] * right[lane];
    }
  }

  /** into −= left · right. */
  static void subtractProduct(double[] left, double[] right, double[] into) {
    for (int lane = 0; lane < COUNT; lane++) {
      into[lane] -= left[lane] * right[lane];
    }
  }

  /** into = √from, of a number that rounding made too small a very small one. */
  static void root(double[] from, double[] into) {
    for (int lane = 0; lane < COUNT; lane++) {
      into[lane] = Math.sqrt(Math.max(from[lane], 1e-12));
    }
  }

  /** into = 1 / from. */
  static void reciprocal(double[] from, double[] into) {
    for (int lane = 0; lane < COUNT; lane++) {
      into[lane] = 1 / from[lane];
    }
  }

  /** into = max(into, from). */
  static void largest(double[] from, double[] into) {
    for (int lane = 0; lane < COUNT; lane++) {
      into[lane] = Math.max(from[lane], into[lane]);
    }
  }
}
