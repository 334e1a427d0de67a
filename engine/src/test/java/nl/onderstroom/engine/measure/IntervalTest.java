package nl.onderstroom.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          1, 12.706204736175
          2, 4.302652729749
          3, 3.182446305284
          4, 2.776445105198
          5, 2.570581835636
          7, 2.364624251593
          10, 2.228138851986
          20, 2.085963447266
          30, 2.042272456301
          60, 2.000297822014
          100, 1.983971518524
          120, 1.979930405082
          299, 1.967929669066
          300, 1.967903011261
          301, 1.967876531286
          500, 1.964719837467
          1000, 1.962339080826
          100000, 1.959987707535
          """)
  void aMeanIsAsSureAsStudentsPublishedTableSays(long df, double point) {
    double rootOfPeople = Math.sqrt(df + 1.0);
    assertThat(Interval.ofMean(df + 1, 0, rootOfPeople).high()).isCloseTo(point, offset(1e-10));
  }

  /** SciPy 1.17, ttest_1samp of 2, 4, 4, 5, 5, 3, 4. */
  @Test
  void aMeanHasStudentsInterval() {
    Interval interval = Interval.ofMean(7, 27 / 7.0, Math.sqrt(1.1428571428571428));
    assertThat(interval.low()).isCloseTo(2.868441164051, offset(1e-11));
    assertThat(interval.high()).isCloseTo(4.845844550234, offset(1e-11));
  }

  /** Newcombe 1998, Statistics in Medicine 17, table I, method 3. */
  @ParameterizedTest
  @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611"})
  void aShareHasWilsonsInterval(long count, long n, double low, double high) {
    assertThat(Interval.ofShare(count, n).low()).isCloseTo(low, offset(5e-5));
    assertThat(Interval.ofShare(count, n).high()).isCloseTo(high, offset(5e-5));
    Interval mirrored = Interval.ofShare(n - count, n);
    assertThat(mirrored.low()).isCloseTo(1 - Interval.ofShare(count, n).high(), offset(1e-14));
  }

  @Test
  void aShareOfNobodyCanBeAnything() {
    assertThat(Interval.ofShare(0, 0)).isEqualTo(new Interval(0, 1));
  }

  @Test
  void impossibleFiguresAreRefused() {
    assertThatThrownBy(() -> Interval.ofMean(1, 3, 0)).hasMessageContaining("expected n ≥ 2");
    assertThatThrownBy(() -> Interval.ofMean(9, 3, Double.NaN)).hasMessageContaining("sd = NaN");
    assertThatThrownBy(() -> Interval.ofShare(5, 4)).hasMessageContaining("5 out of 4");
  }
}
