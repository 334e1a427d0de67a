package nl.onderstroom.engine.disclosure.audit;

/** Whole numbers modulo the Mersenne prime 2⁶¹ − 1. */
final class PrimeField {
  static final long PRIME = (1L << 61) - 1;

  /** Numerators and denominators up to this are told apart without doubt: 2 · 2²⁹ · 2²⁹ < 2⁶¹. */
  private static final long MOST = 1L << 29;

  private PrimeField() {}

  static long of(long value) {
    return Math.floorMod(value, PRIME);
  }

  static long minus(long one, long other) {
    long difference = one - other;
    return difference < 0 ? difference + PRIME : difference;
  }

  static long plus(long one, long other) {
    long sum = one + other;
    return sum >= PRIME ? sum - PRIME : sum;
  }

  static long times(long one, long other) {
    long high = Math.multiplyHigh(one, other);
    long low = one * other;
    long sum = (low & PRIME) + ((low >>> 61) | (high << 3));
    return sum >= PRIME ? sum - PRIME : sum;
  }

  /**
   * @param value not 0
   */
  static long inverse(long value) {
    long result = 1;
    long power = value;
    for (long exponent = PRIME - 2; exponent > 0; exponent >>= 1) {
      if ((exponent & 1) == 1) {
        result = times(result, power);
      }
      power = times(power, power);
    }
    return result;
  }

  /**
   * The fraction with small numerator and denominator that is this number (Wang 1981); one whose
   * denominator is 0 when there is none.
   */
  static Fraction fraction(long value) {
    long r0 = PRIME;
    long r1 = value;
    long t0 = 0;
    long t1 = 1;
    while (r1 > MOST) {
      long quotient = r0 / r1;
      long r2 = r0 - quotient * r1;
      long t2 = t0 - quotient * t1;
      r0 = r1;
      r1 = r2;
      t0 = t1;
      t1 = t2;
    }
    if (Math.abs(t1) > MOST) {
      return new Fraction(0, 0);
    }
    return t1 < 0 ? new Fraction(-r1, -t1) : new Fraction(r1, t1);
  }
}
