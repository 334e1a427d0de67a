package nl.onderstroom.engine.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every figure beside the same figure computed naively with as many digits as it takes. */
class ExactnessTest {
  private static final MathContext DIGITS = new MathContext(60);

  @Test
  void meansAndVariancesEqualThoseOfBigDecimal() {
    for (long seed = 1; seed <= 100; seed++) {
      Random random = new Random(seed);
      List<long[]> people = ExampleShape.people(2 + random.nextInt(80), random);
      Summary summary = ExampleShape.summary(people);
      Histogram vision = summary.histogram("vision");
      List<BigDecimal> answers = column(people, 0, 0);
      assertThat(vision.n()).isEqualTo(answers.size());
      assertThat(vision.n() + vision.missing()).isEqualTo(people.size());
      check(seed, answers, vision.mean(), vision.variance());
      Moments earlier = summary.moments("earlier");
      check(seed, column(people, 5, 10), earlier.mean(), earlier.variance());
    }
  }

  @Test
  void valuesFarFromZeroKeepTheirSpread() {
    Tally tally = new Tally(SummaryShape.of(new Quantity.Decimal("x", 10)));
    long base = Quantity.Decimal.GREATEST - 2;
    for (long step = 0; step < 3; step++) {
      tally.add(new long[] {base + step});
    }
    // The variance of 0, 1 and 2 is 1, here in units of 10^-10.
    assertThat(tally.summary().moments("x").variance()).isEqualTo(1e-20);
  }

  @Test
  void sumsOfTheGreatestValuesDoNotOverflow() {
    Tally tally = new Tally(SummaryShape.of(new Quantity.Decimal("x", 0)));
    for (int i = 0; i < 200_000; i++) {
      tally.add(new long[] {i % 2 == 0 ? Quantity.Decimal.GREATEST : -Quantity.Decimal.GREATEST});
    }
    Moments moments = tally.summary().moments("x");
    assertThat(moments.sum().signum()).isZero();
    assertThat(moments.squares().toString()).isEqualTo("2" + "0".repeat(31));
  }

  @Test
  void wordsAreCountedBitByBit() {
    Random random = new Random(3);
    List<long[]> people = ExampleShape.people(100, random);
    TickCounts ticks = ExampleShape.summary(people).ticks("every.bit");
    for (int option = 0; option < 62; option++) {
      int bit = option;
      long expected =
          people.stream().filter(p -> p[4] != Tally.MISSING && (p[4] >>> bit & 1) == 1).count();
      assertThat(ticks.count(option)).isEqualTo(expected);
    }
  }

  @Test
  void crossProductsAreOverPeopleWhoAnsweredBoth() {
    Random random = new Random(5);
    List<long[]> people = ExampleShape.people(300, random);
    CrossProducts cross = ExampleShape.summary(people).crossProducts();
    List<long[]> both =
        people.stream().filter(p -> p[0] != Tally.MISSING && p[1] != Tally.MISSING).toList();
    assertThat(cross.n("vision", "safety")).isEqualTo(both.size());
    assertThat(cross.sum("vision", "safety")).isEqualTo(sum(both, 0, -1));
    assertThat(cross.sum("safety", "vision")).isEqualTo(sum(both, 1, -1));
    assertThat(cross.sumOfSquares("vision", "safety")).isEqualTo(sum(both, 0, 0));
    assertThat(cross.product("safety", "vision")).isEqualTo(sum(both, 0, 1));
    double n = both.size();
    double sums = (double) sum(both, 0, -1) * sum(both, 1, -1);
    double expected = (sum(both, 0, 1) - sums / n) / (n - 1);
    assertThat(cross.covariance("vision", "safety")).isCloseTo(expected, offset(1e-12));
  }

  @Test
  void nobodyHasNoMeanAndOnePersonNoVariance() {
    Tally tally = new Tally(SummaryShape.of(new Quantity.Levels("a", 1, 5)));
    assertThat(tally.summary().histogram("a").mean()).isNaN();
    tally.add(new long[] {4});
    assertThat(tally.summary().histogram("a").mean()).isEqualTo(4);
    assertThat(tally.summary().histogram("a").variance()).isNaN();
  }

  private static long sum(List<long[]> people, int x, int y) {
    return people.stream().mapToLong(p -> p[x] * (y < 0 ? 1 : p[y])).sum();
  }

  private static List<BigDecimal> column(List<long[]> people, int place, int decimals) {
    return people.stream()
        .filter(p -> p[place] != Tally.MISSING)
        .map(p -> BigDecimal.valueOf(p[place], decimals))
        .toList();
  }

  private static void check(long seed, List<BigDecimal> values, double mean, double variance) {
    if (values.size() < 2) {
      return;
    }
    BigDecimal n = BigDecimal.valueOf(values.size());
    BigDecimal m = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(n, DIGITS);
    BigDecimal spread =
        values.stream()
            .map(v -> v.subtract(m).pow(2))
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .divide(n.subtract(BigDecimal.ONE), DIGITS);
    assertThat(mean).as("mean, seed %d", seed).isEqualTo(m.doubleValue());
    assertThat(variance).as("variance, seed %d", seed).isEqualTo(spread.doubleValue());
  }
}
