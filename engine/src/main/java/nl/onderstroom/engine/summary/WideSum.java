package nl.onderstroom.engine.summary;

import java.math.BigInteger;

/**
 * A running sum of products in 128 bits: |x·y| ≤ 10<sup>26</sup> and at most 10<sup>12</sup> of
 * them stay below 2<sup>127</sup>.
 */
final class WideSum {
  private long high;
  private long low;

  void addProduct(long x, long y) {
    long product = x * y;
    long sum = low + product;
    long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
    high += Math.multiplyHigh(x, y) + carry;
    low = sum;
  }

  BigInteger value() {
    BigInteger unsignedLow = new BigInteger(Long.toUnsignedString(low));
    return BigInteger.valueOf(high).shiftLeft(Long.SIZE).add(unsignedLow);
  }
}
