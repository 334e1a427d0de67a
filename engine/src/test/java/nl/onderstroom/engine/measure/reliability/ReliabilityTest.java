package nl.onderstroom.engine.measure.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nl.onderstroom.engine.measure.Interval;
import nl.onderstroom.engine.measure.Scale;
import nl.onderstroom.engine.measure.reliability.Reliability.Basis;
import nl.onderstroom.engine.measure.reliability.ReliabilityRefusal.AgainstTheRest;
import nl.onderstroom.engine.measure.reliability.ReliabilityRefusal.Constant;
import nl.onderstroom.engine.measure.reliability.ReliabilityRefusal.HeywoodCase;
import nl.onderstroom.engine.measure.reliability.ReliabilityRefusal.LookReversed;
import nl.onderstroom.engine.measure.reliability.ReliabilityRefusal.NeverTogether;
import nl.onderstroom.engine.measure.reliability.ReliabilityRefusal.NotConverged;
import nl.onderstroom.engine.measure.reliability.ReliabilityRefusal.NotPositiveDefinite;
import nl.onderstroom.engine.measure.reliability.ReliabilityRefusal.TooFewItems;
import nl.onderstroom.engine.measure.reliability.ReliabilityRefusal.TooFewPeople;
import nl.onderstroom.engine.measure.reliability.ReliabilityRefusal.TooUnreliable;
import org.junit.jupiter.api.Test;

/** Populations whose reliability is known, and every reason to refuse one. */
class ReliabilityTest {
  private static final double TINY = 1e-9;

  @Test
  void parallelItemsHaveTheAlphaOfSpearmanAndBrown() {
    for (int k = 2; k <= 12; k++) {
      Reliability parallel = Reliability.of(equallyCorrelated(k, 0.4, 500));
      double expected = k * 0.4 / (1 + (k - 1) * 0.4);
      assertThat(parallel.alpha().value()).isCloseTo(expected, offset(TINY));
      assertThat(parallel.alpha().standardized()).isCloseTo(expected, offset(TINY));
      assertThat(parallel.coefficient()).isCloseTo(expected, offset(TINY));
    }
  }

  @Test
  void itemsOfEqualLoadingsHaveOmegaEqualToAlpha() {
    double[] loadings = {0.8, 0.8, 0.8, 0.8};
    Reliability equal = Reliability.of(oneFactor(loadings, new double[] {0.3, 0.5, 0.9, 1.4}, 300));
    assertThat(equal.omega()).isCloseTo(equal.alpha().value(), offset(TINY));
    assertThat(equal.usable()).isTrue();
  }

  @Test
  void aPopulationOfOneFactorGivesItsLoadingsAndItsOmegaBack() {
    double[] loadings = {0.9, 0.7, 0.5, 1.2, 0.3};
    double[] uniquenesses = {0.4, 0.6, 0.5, 0.9, 0.2};
    Reliability found = Reliability.of(oneFactor(loadings, uniquenesses, 400));
    OneFactor factor = found.factor().orElseThrow();
    double common = 3.6 * 3.6;
    assertThat(factor.loadings()).containsExactly(loadings, offset(TINY));
    assertThat(factor.uniquenesses()).containsExactly(uniquenesses, offset(TINY));
    assertThat(found.omega()).isCloseTo(common / (common + 2.6), offset(TINY));
    assertThat(found.alpha().value()).isLessThan(found.omega());
    assertThat(factor.fit().chiSquared()).isCloseTo(0, offset(1e-6));
    assertThat(factor.fit().degreesOfFreedom()).isEqualTo(5);
    assertThat(factor.fit().cfi()).isCloseTo(1, offset(TINY));
    assertThat(factor.fit().rmsea()).isZero();
    assertThat(factor.fit().srmr()).isCloseTo(0, offset(1e-8));
  }

  /** Minres looks at correlations, so it finds the population's standardised loadings. */
  @Test
  void minimumResidualsFindTheSameFactorInCorrelations() {
    double[] loadings = {0.9, 0.7, 0.5, 0.8};
    double[] rest = Arrays.stream(loadings).map(l -> 1 - l * l).toArray();
    Reliability found = Reliability.of(oneFactor(loadings, rest, 400));
    assertThat(found.items().stream().mapToDouble(Reliability.Item::loadingMinres).toArray())
        .containsExactly(loadings, offset(1e-8));
    assertThat(found.omegaMinres()).isCloseTo(found.omega(), offset(1e-8));
  }

  /** The worked example of congeneric items in Cho (2016), "Making reliability reliable". */
  @Test
  void aPublishedExampleHasItsPublishedOmega() {
    double[][] v = {
      {10.00, 4.42, 4.98, 6.98},
      {4.42, 11.00, 5.71, 7.99},
      {4.98, 5.71, 12.00, 9.01},
      {6.98, 7.99, 9.01, 13.00}
    };
    Reliability example = Reliability.of(covariances(300, v));
    assertThat(example.omega()).isCloseTo(0.8550, offset(5e-4));
    assertThat(example.factor().orElseThrow().loadings())
        .containsExactly(new double[] {1.96, 2.25, 2.53, 3.55}, offset(0.01));
    assertThat(example.factor().orElseThrow().uniquenesses())
        .containsExactly(new double[] {6.13, 5.92, 5.56, 0.37}, offset(0.03));
  }

  /** The example that C. Evans prints with his feldt1.return: alpha .913, 873 people, 20 items. */
  @Test
  void feldtsIntervalIsThatOfAPublishedExample() {
    double r = 0.913 / (20 - 0.913 * 19);
    Interval feldt = Alpha.of(equallyCorrelated(20, r, 873)).feldt().orElseThrow();
    assertThat(feldt.low()).isCloseTo(0.9044024, offset(1e-7));
    assertThat(feldt.high()).isCloseTo(0.9211588, offset(1e-7));
  }

  /**
   * Lawley and Maxwell (1963), scores of 220 boys in Gaelic, English, history, arithmetic, algebra
   * and geometry: a single factor is far from enough, which the likelihood ratio has to say.
   */
  @Test
  void subjectsOfTwoKindsDoNotFitOneFactor() {
    double[][] r = {
      {1, 0.439, 0.410, 0.288, 0.329, 0.248},
      {0.439, 1, 0.351, 0.354, 0.320, 0.329},
      {0.410, 0.351, 1, 0.164, 0.190, 0.181},
      {0.288, 0.354, 0.164, 1, 0.595, 0.470},
      {0.329, 0.320, 0.190, 0.595, 1, 0.464},
      {0.248, 0.329, 0.181, 0.470, 0.464, 1}
    };
    Covariances subjects =
        new Covariances(
            List.of("gaelic", "english", "history", "arithmetic", "algebra", "geometry"), 220, r);
    FactorFit fit = Reliability.of(subjects).factor().orElseThrow().fit();
    assertThat(fit.degreesOfFreedom()).isEqualTo(9);
    assertThat(fit.p()).isLessThan(1e-6);
    assertThat(fit.rmseaLow()).isPositive().isLessThan(fit.rmsea());
    assertThat(fit.rmseaHigh()).isGreaterThan(fit.rmsea());
    assertThat(fit.cfi()).isBetween(0.7, 0.95);
  }

  @Test
  void anItemIsHeldAgainstTheSumOfTheOthers() {
    // Items a, b, c: with b + c, a covaries 1.2 and b + c has variance 2 + 1 = 3.
    Covariances three =
        covariances(500, new double[][] {{1, 0.6, 0.6}, {0.6, 1, 0.5}, {0.6, 0.5, 1}});
    Reliability.Item a = Reliability.of(three).items().getFirst();
    assertThat(a.key()).isEqualTo("i1");
    assertThat(a.itemRest()).isCloseTo(1.2 / Math.sqrt(3), offset(TINY));
    assertThat(a.alphaIfDropped()).isCloseTo(2 * 0.5 / 1.5, offset(TINY));
  }

  @Test
  void feldtsIntervalIsWiderForFewerPeople() {
    Interval few = Reliability.of(equallyCorrelated(5, 0.4, 100)).alpha().feldt().orElseThrow();
    Interval many = Reliability.of(equallyCorrelated(5, 0.4, 10_000)).alpha().feldt().orElseThrow();
    double alpha = 5 * 0.4 / 2.6;
    assertThat(few.low()).isLessThan(many.low());
    assertThat(few.high()).isGreaterThan(many.high());
    assertThat(alpha).isBetween(many.low(), many.high());
  }

  @Test
  void twoItemsAreJudgedBySpearmanAndBrownAndOneIsRefused() {
    Reliability two = Reliability.of(equallyCorrelated(2, 0.5, 300));
    assertThat(two.basis()).isEqualTo(Basis.SPEARMAN_BROWN);
    assertThat(two.coefficient()).isCloseTo(2 * 0.5 / 1.5, offset(TINY));
    assertThat(two.omega()).isNaN();
    assertThat(two.usable()).isTrue();
    assertThat(Reliability.of(equallyCorrelated(2, 0.3, 300)).why())
        .hasOnlyElementsOfType(TooUnreliable.class);
    Reliability one = Reliability.of(equallyCorrelated(1, 0.5, 300));
    assertThat(one.basis()).isEqualTo(Basis.NONE);
    assertThat(one.why()).containsExactly(new TooFewItems(1, 2));
  }

  @Test
  void aLowOmegaIsRefusedWithTheNumberOfItemsThatWouldDo() {
    Reliability low = Reliability.of(equallyCorrelated(3, 0.2, 300));
    // 0.2·m / (1 + 0.2·(m − 1)) reaches .60 at m = 6.
    assertThat(low.why())
        .singleElement()
        .isInstanceOfSatisfying(
            TooUnreliable.class,
            why -> {
              assertThat(why.coefficient()).isCloseTo(0.6 / 1.4, offset(TINY));
              assertThat(why.enough()).isEqualTo(0.60);
              assertThat(why.itemsEnough()).isEqualTo(6);
            });
    assertThat(Reliability.of(equallyCorrelated(6, 0.201, 300)).usable()).isTrue();
  }

  @Test
  void fewerThanAHundredPeopleAreRefusedAndTheFiguresStay() {
    Reliability few = Reliability.of(equallyCorrelated(4, 0.5, 99));
    assertThat(few.why()).containsExactly(new TooFewPeople(99, 100));
    assertThat(few.omega()).isCloseTo(0.8, offset(TINY));
    assertThat(Reliability.of(equallyCorrelated(4, 0.5, 100)).usable()).isTrue();
  }

  @Test
  void anItemThatGoesWithNoneOfTheOthersIsNamed() {
    double[][] v = equallyCorrelated(4, 0.5, 300).matrix();
    for (int i = 0; i < 3; i++) {
      v[3][i] = -0.02;
      v[i][3] = -0.02;
    }
    Reliability odd = Reliability.of(covariances(300, v));
    assertThat(odd.omega()).isGreaterThan(0.6);
    assertThat(odd.why())
        .singleElement()
        .isInstanceOfSatisfying(
            AgainstTheRest.class,
            why -> {
              assertThat(why.item()).isEqualTo("i4");
              assertThat(why.itemRest()).isNegative();
            });
  }

  @Test
  void itemsNotTurnedRoundAreNamedAndFitOnceTheyAre() {
    double[][] v = equallyCorrelated(5, 0.4, 300).matrix();
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        v[i][j] *= (i == 1 || i == 3) == (j == 1 || j == 3) ? 1 : -1;
      }
    }
    Reliability mixed = Reliability.of(covariances(300, v));
    assertThat(mixed.alpha().value()).isLessThan(0.4);
    assertThat(mixed.why())
        .contains(new LookReversed(List.of("i2", "i4")))
        .filteredOn(TooUnreliable.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(TooUnreliable.class, why -> assertThat(why.itemsEnough()).isZero());
  }

  @Test
  void anItemThatEverybodyAnswersAlikeIsNamed() {
    double[][] v = equallyCorrelated(3, 0.5, 300).matrix();
    for (int i = 0; i < 3; i++) {
      v[1][i] = 0;
      v[i][1] = 0;
    }
    Reliability constant = Reliability.of(covariances(300, v));
    assertThat(constant.why()).containsExactly(new Constant("i2"));
    assertThat(constant.omega()).isNaN();
    assertThat(constant.omegaMinres()).isNaN();
    assertThat(constant.items().get(1).itemRest()).isNaN();
  }

  @Test
  void itemsNeverAskedTogetherAreNamed() {
    double[][] v = equallyCorrelated(3, 0.5, 300).matrix();
    v[2][0] = Double.NaN;
    v[0][2] = Double.NaN;
    Reliability apart = Reliability.of(covariances(0, v));
    assertThat(apart.why())
        .containsExactly(new TooFewPeople(0, 100), new NeverTogether("i1", "i3"));
    assertThat(apart.alpha().value()).isNaN();
    assertThat(apart.alpha().feldt()).isEmpty();
    assertThat(apart.alpha().duhachek()).isEmpty();
  }

  /** Of three items λ₁² = r₁₂·r₁₃/r₂₃, here .9·.6/.5 = 1.08: the first would have ψ = −.08. */
  @Test
  void aHeywoodCaseIsRefusedWithItsItem() {
    double[][] v = {{1, 0.9, 0.6}, {0.9, 1, 0.5}, {0.6, 0.5, 1}};
    assertThat(Reliability.of(covariances(300, v)).why())
        .singleElement()
        .isInstanceOfSatisfying(
            HeywoodCase.class,
            why -> {
              assertThat(why.item()).isEqualTo("i1");
              assertThat(why.uniqueness()).isCloseTo(-0.08, offset(1e-6));
            });
  }

  @Test
  void anItemAskedTwiceIsRefused() {
    double[][] v = {{1, 1, 0.5}, {1, 1, 0.5}, {0.5, 0.5, 1}};
    assertThat(Reliability.of(covariances(300, v)).why())
        .containsExactly(new NotPositiveDefinite());
  }

  @Test
  void itemsWithNothingInCommonAreRefused() {
    Reliability nothing = Reliability.of(equallyCorrelated(4, 0, 300));
    assertThat(nothing.usable()).isFalse();
    assertThat(nothing.why()).hasAtLeastOneElementOfType(AgainstTheRest.class);
    assertThat(nothing.why())
        .anyMatch(why -> why instanceof NotConverged || why instanceof TooUnreliable);
  }

  /** Few people, many or odd items, answers by chance: each time a verdict, and a sound one. */
  @Test
  void whateverIsAnsweredThereIsAVerdict() {
    SplittableRandom random = new SplittableRandom(9);
    int usable = 0;
    for (int survey = 0; survey < 1000; survey++) {
      Reliability verdict = Reliability.of(byChance(random));
      if (verdict.usable()) {
        usable++;
        assertThat(verdict.coefficient()).isBetween(0.6, 1.0);
        assertThat(verdict.alpha().feldt()).isPresent();
        assertThat(verdict.items()).allMatch(item -> item.itemRest() > 0);
      }
    }
    assertThat(usable).isBetween(50, 950);
  }

  @Test
  void unlikeRowsAreRefused() {
    assertThatThrownBy(() -> covariances(10, new double[][] {{1, 0.5}, {0.4, 1}}))
        .hasMessageContaining("expected one value");
    assertThatThrownBy(() -> covariances(10, new double[][] {{-1}}))
        .hasMessage("i1: variance -1.0; expected at least 0");
    assertThatThrownBy(() -> new Covariances(List.of("a"), 1, new double[2][2]))
        .hasMessageContaining("expected a row for each item");
    assertThatThrownBy(() ->
            Covariances.of(
                new Scale("x", List.of("a"), Set.of(), 1, 5),
                Answered.summary(List.of()).crossProducts()))
        .hasMessageContaining("\"a\" is not crossed");
  }

  private static Covariances byChance(SplittableRandom random) {
    int items = 1 + random.nextInt(9);
    int levels = 2 + random.nextInt(5);
    int people = random.nextInt(random.nextBoolean() ? 15 : 400);
    List<String> keys = IntStream.range(0, items).mapToObj(i -> "i" + i).toList();
    CompleteAnswers answers = new CompleteAnswers(new Scale("any", keys, Set.of(), 1, levels));
    double[] loadings = random.doubles(items, -0.1, 1.2).toArray();
    for (int person = 0; person < people; person++) {
      double factor = random.nextGaussian();
      answers.add(
          Arrays.stream(loadings)
              .map(loading -> levels / 2.0 + loading * factor + 0.5 * random.nextGaussian())
              .mapToInt(x -> (int) Math.clamp(Math.round(x), 1L, levels))
              .toArray());
    }
    return answers.covariances();
  }

  static Covariances equallyCorrelated(int items, double r, long n) {
    double[][] v = new double[items][items];
    for (int i = 0; i < items; i++) {
      Arrays.fill(v[i], r);
      v[i][i] = 1;
    }
    return covariances(n, v);
  }

  private static Covariances oneFactor(double[] loadings, double[] uniquenesses, long n) {
    double[][] v = new double[loadings.length][loadings.length];
    for (int i = 0; i < v.length; i++) {
      for (int j = 0; j < v.length; j++) {
        v[i][j] = loadings[i] * loadings[j] + (i == j ? uniquenesses[i] : 0);
      }
    }
    return covariances(n, v);
  }

  private static Covariances covariances(long n, double[][] v) {
    List<String> keys = IntStream.rangeClosed(1, v.length).mapToObj(i -> "i" + i).toList();
    return new Covariances(keys, n, v);
  }
}
