package nl.onderstroom.engine.numeric;

import java.util.function.DoubleUnaryOperator;

/** Where a function of one number with one valley is lowest, by the golden section. */
public final class Minimum {
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private Minimum() {}

  /**
   * The lowest point between both ends, an end itself when that is no higher than what is found
   * inside. Cost: about 80 calls of the function.
   */
  public static double of(DoubleUnaryOperator function, double from, double to) {
    double low = from;
    double high = to;
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double atLeft = function.applyAsDouble(left);
    double atRight = function.applyAsDouble(right);
    while (high - low > 1e-13 * (to - from) && left < right) {
      if (atLeft <= atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = function.applyAsDouble(left);
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = function.applyAsDouble(right);
      }
    }
    double found = (low + high) / 2;
    double lowest = function.applyAsDouble(found);
    if (function.applyAsDouble(from) <= lowest) {
      return from;
    }
    return function.applyAsDouble(to) < lowest ? to : found;
  }
}
