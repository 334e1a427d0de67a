package nl.onderstroom.engine.measure.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolychoricTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  /** P(X ≤ 0, Y ≤ 0) = 1/4 + asin(ρ)/2π (Sheppard 1899). */
  @ParameterizedTest
  @ValueSource(doubles = {-1, -0.99, -0.93, -0.92, -0.5, 0, 0.3, 0.75, 0.92, 0.93, 0.999, 1})
  void atTheMiddleTheBivariateNormalIsSheppards(double rho) {
    assertThat(new BivariateNormal(rho).below(0, 0))
        .isCloseTo(0.25 + Math.asin(rho) / (2 * Math.PI), offset(1e-14));
  }

  /** Against the sum of φ(x)·Φ((b − ρx)/√(1 − ρ²)) over a fine grid of x below a. */
  @ParameterizedTest
  @ValueSource(doubles = {-0.999, -0.97, -0.93, -0.6, 0.1, 0.6, 0.91, 0.94, 0.98, 0.9995})
  void everywhereTheBivariateNormalIsItsIntegral(double rho) {
    BivariateNormal normal = new BivariateNormal(rho);
    for (double a = -2.5; a <= 2.5; a += 0.7) {
      for (double b = -2.2; b <= 2.5; b += 0.9) {
        assertThat(normal.below(a, b)).isCloseTo(integral(normal, a, b), offset(1e-9));
      }
    }
  }

  @Test
  void boundsMayBeInfinite() {
    BivariateNormal normal = new BivariateNormal(0.5);
    assertThat(normal.below(INFINITY, INFINITY)).isEqualTo(1);
    assertThat(normal.below(INFINITY, 0)).isEqualTo(0.5);
    assertThat(normal.below(-INFINITY, 0)).isZero();
  }

  /** Two by two cut at the medians: the tetrachoric correlation is sin(π/2·(4p − 1)). */
  @Test
  void aTableCutAtTheMediansHasTheTetrachoricInClosedForm() {
    TwoWayTable table = new TwoWayTable(0, 1, 0, 1);
    table.add(0, 0, 400);
    table.add(1, 1, 400);
    table.add(0, 1, 100);
    table.add(1, 0, 100);
    double expected = Math.sin(Math.PI / 2 * (4 * 0.4 - 1));
    assertThat(Polychoric.twoStep(table).correlation()).isCloseTo(expected, offset(1e-9));
    assertThat(Polychoric.jointly(table).correlation()).isCloseTo(expected, offset(1e-9));
    assertThat(table.pearson()).isCloseTo(0.6, offset(1e-12));
  }

  @Test
  void aCutNormalPairGivesItsCorrelationBackWherePearsonIsTooLow() {
    TwoWayTable table = skewed(0.7, 200_000, 7);
    Polychoric twoStep = Polychoric.twoStep(table);
    assertThat(twoStep.correlation()).isCloseTo(0.7, offset(0.006));
    assertThat(Polychoric.jointly(table).correlation()).isCloseTo(0.7, offset(0.006));
    assertThat(table.pearson()).isLessThan(0.62);
    assertThat(twoStep.thresholdsX()).containsExactly(new double[] {0.5, 1.2}, offset(0.02));
  }

  @Test
  void partsMergeToTheWholeAndUnusedLevelsDoNotCount() {
    TwoWayTable one = skewed(0.5, 900, 1);
    TwoWayTable two = skewed(0.5, 700, 2);
    TwoWayTable both = one.merge(two);
    assertThat(both.n()).isEqualTo(1600);
    assertThat(both.count(0, 0)).isEqualTo(one.count(0, 0) + two.count(0, 0));
    TwoWayTable wider = new TwoWayTable(-1, 4, -1, 4);
    for (int x = 0; x <= 2; x++) {
      for (int y = 0; y <= 2; y++) {
        wider.add(x + (x == 2 ? 1 : 0), y, both.count(x, y));
      }
    }
    assertThat(Polychoric.twoStep(wider).correlation())
        .isCloseTo(Polychoric.twoStep(both).correlation(), offset(1e-9));
    assertThatThrownBy(() -> both.merge(wider)).hasMessageContaining("different levels");
    assertThatThrownBy(() -> both.add(3, 0)).hasMessageContaining("expected 0 to 2 and 0 to 2");
  }

  @Test
  void whatHasNoCorrelationIsNaN() {
    TwoWayTable empty = new TwoWayTable(1, 5, 1, 5);
    assertThat(Polychoric.twoStep(empty).correlation()).isNaN();
    TwoWayTable constant = new TwoWayTable(1, 5, 1, 5);
    constant.add(3, 1, 10);
    constant.add(3, 4, 10);
    assertThat(constant.pearson()).isNaN();
    assertThat(Polychoric.twoStep(constant).correlation()).isNaN();
    TwoWayTable perfect = new TwoWayTable(1, 2, 1, 2);
    perfect.add(1, 1, 50);
    perfect.add(2, 2, 50);
    assertThat(Polychoric.twoStep(perfect).correlation()).isNaN();
  }

  @Test
  void ordinalReliabilityIsThatOfTheVariablesBehindTheLevels() {
    List<List<TwoWayTable>> tables =
        List.of(
            List.of(),
            List.of(skewed(0.5, 100_000, 1)),
            List.of(skewed(0.5, 100_000, 2), skewed(0.5, 100_000, 3)));
    OrdinalReliability ordinal = OrdinalReliability.of(List.of("a", "b", "c"), tables);
    assertThat(ordinal.alpha()).isCloseTo(0.75, offset(0.01));
    assertThat(ordinal.omega()).isCloseTo(0.75, offset(0.01));
    assertThat(ordinal.meanPolychoric()).isGreaterThan(ordinal.meanPearson() + 0.05);
    assertThat(ordinal.mostDifference().difference()).isPositive();
  }

  private static double integral(BivariateNormal normal, double a, double b) {
    // Trapezoids over slope(x, b) = φ(x)·Φ(…), the derivative by the first bound.
    int steps = 200_000;
    double low = -9;
    double width = (a - low) / steps;
    double sum = (normal.slope(low, b) + normal.slope(a, b)) / 2;
    for (int i = 1; i < steps; i++) {
      sum += normal.slope(low + i * width, b);
    }
    return sum * width;
  }

  private static TwoWayTable skewed(double rho, int people, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    TwoWayTable table = new TwoWayTable(0, 2, 0, 2);
    for (int i = 0; i < people; i++) {
      double x = random.nextGaussian();
      double y = rho * x + Math.sqrt(1 - rho * rho) * random.nextGaussian();
      table.add(level(x), level(y));
    }
    return table;
  }

  private static int level(double x) {
    return x < 0.5 ? 0 : x < 1.2 ? 1 : 2;
  }
}
