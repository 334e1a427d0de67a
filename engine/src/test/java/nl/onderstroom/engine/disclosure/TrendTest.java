package nl.onderstroom.engine.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import nl.onderstroom.engine.measure.waves.Sample;
import nl.onderstroom.engine.measure.waves.Turnover;
import nl.onderstroom.engine.measure.waves.WaveChange;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;
import org.junit.jupiter.api.Test;

/** What two releases tell together. */
class TrendTest {
  private static final List<String> KEYS = List.of("vision", "daring");
  private static final SummaryShape SHAPE =
      new SummaryShape(
          List.of(
              new Quantity.Levels("vision", 1, 5),
              new Quantity.Levels("daring", 1, 5),
              new Quantity.Ticks("feelings", 3)),
          List.of());

  private static final int[] SIZES = {8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 30};

  private final Random random = new Random(20261126);
  private final List<Integer> teams = new ArrayList<>();

  /** The worst case: everybody answers, and whoever stays says the same again. */
  @Test
  void whoSubtractsTwoReleasesWhereATrendIsToldGetsAtNobody() {
    int told = 0;
    for (long seed = 1; seed <= 1_000; seed++) {
      Upheaval company = new Upheaval(seed);
      random.setSeed(seed);
      Map<Move, List<long[]>> people = new HashMap<>();
      for (Move move : company.moves) {
        people.put(
            move, IntStream.range(0, (int) move.people()).mapToObj(i -> answers(0)).toList());
      }
      Release before = wave(company.before, people, true);
      Release after = wave(company.after, people, false);
      List<Membership> compared =
          Movements.comparable(company.before, company.after, company.moves, Upheaval.FLOOR);
      Trend trend = Gate.compare(before, after, compared, KEYS);
      for (String key : KEYS) {
        Set<String> units = new HashSet<>();
        for (CohortPlan.Unit unit : company.after) {
          if (trend.unit(unit.id()).get(key) instanceof Change.Told) {
            units.add(unit.id());
            assertThat(shows(before, unit.id(), key) && shows(after, unit.id(), key)).isTrue();
          }
        }
        assertThat(company.laysBare(units)).as("seed %d, %s of %s", seed, key, units).isFalse();
        told += units.size();
      }
    }
    assertThat(told).as("changes told").isGreaterThan(1_000);
  }

  @Test
  void whatIsToldIsTheDifferenceOfWhatBothRoundsShow() {
    Release before = firm(0, SIZES);
    Release after = firm(1, SIZES);
    Trend trend = Gate.compare(before, after, everybodyStayed(), KEYS);
    for (String unit : after.units().keySet()) {
      if (trend.unit(unit).get("vision") instanceof Change.Told told) {
        double difference = evidence(told).people().difference();
        assertThat(difference).isCloseTo(mean(after, unit) - mean(before, unit), within(1e-12));
        assertThat(evidence(told).people().before().n()).isEqualTo(n(before, unit));
      }
    }
    assertThat(trend.unit("firm").get("vision"))
        .isInstanceOfSatisfying(
            Change.Told.class,
            whole -> {
              assertThat(whole.verdict()).isInstanceOf(WaveChange.Changed.class);
              assertThat(evidence(whole).teams().orElseThrow().teams()).isEqualTo(SIZES.length);
            });
  }

  @Test
  void whereNothingChangedAndManyAnsweredThatIsTold() {
    int[] sizes = new int[40];
    java.util.Arrays.fill(sizes, 40);
    Trend trend = Gate.compare(firm(0, sizes), firm(0, sizes), everybodyStayed(), KEYS);
    assertThat(trend.unit("firm").get("vision"))
        .isInstanceOfSatisfying(
            Change.Told.class,
            told -> assertThat(told.verdict()).isInstanceOf(WaveChange.NotChanged.class));
  }

  @Test
  void ofASmallTeamItCannotBeTold() {
    Trend trend = Gate.compare(firm(0, 9, 40), firm(1, 9, 40), everybodyStayed(), KEYS);
    assertThat(trend.unit("team0").get("vision"))
        .isInstanceOfSatisfying(
            Change.Told.class,
            told ->
                assertThat(told.verdict())
                    .isInstanceOfSatisfying(
                        WaveChange.CannotTell.class,
                        cannot ->
                            assertThat(cannot.shortfall().reason())
                                .isEqualTo(WaveChange.Reason.TOO_FEW_ANSWERS)));
  }

  @Test
  void aUnitThatMayNotBeComparedSaysSoAndOneThatIsHiddenSaysThat() {
    Release before = firm(0, 20, 20, 4, 4);
    Release after = firm(0, 20, 20, 20, 8);
    List<Membership> memberships =
        everybodyStayed().stream().filter(each -> !each.unit().equals("team1")).toList();
    Trend trend = Gate.compare(before, after, memberships, KEYS);
    assertThat(trend.unit("team0").get("vision")).isInstanceOf(Change.Told.class);
    assertThat(trend.unit("team1").get("vision"))
        .isEqualTo(new Change.Untold(Change.Why.FEW_CAME_OR_WENT));
    assertThat(trend.unit("team2").get("vision"))
        .isEqualTo(new Change.Untold(Change.Why.NOT_SHOWN_BOTH_TIMES));
    assertThat(trend.unit("team2").keySet()).containsExactlyElementsOf(KEYS);
  }

  /** What was frozen may be wrong; the gate looks itself. */
  @Test
  void aMembershipOfAFewWhoJoinedIsNotBelieved() {
    Release before = firm(0, 20, 20);
    Release after = firm(0, 21, 20);
    Trend trend =
        Gate.compare(
            before, after, List.of(new Membership("team0", null, new Turnover(20, 21, 20))), KEYS);
    assertThat(trend.unit("team0").get("vision"))
        .isEqualTo(new Change.Untold(Change.Why.FEW_CAME_OR_WENT));
  }

  @Test
  void wordsThatPeopleTickHaveNoTrend() {
    Release release = firm(0, 20, 20);
    assertThatThrownBy(() -> Gate.compare(release, release, everybodyStayed(), List.of("feelings")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("feelings");
  }

  @Test
  void aTrendOfTwoThousandTeamsIsMadeWhileAPageLoads() {
    int[] sizes = IntStream.range(0, 2_000).map(team -> 10 + team % 40).toArray();
    Release before = firm(0, sizes);
    Release after = firm(0, sizes);
    List<Membership> stayed = everybodyStayed();
    Gate.compare(before, after, stayed, KEYS);
    long start = System.nanoTime();
    Trend trend = Gate.compare(before, after, stayed, KEYS);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("Trend of 2,001 units, two questions: %.2f s%n", seconds);
    assertThat(trend.unit("team1999").get("vision")).isInstanceOf(Change.Told.class);
    assertThat(seconds).isLessThan(2);
  }

  @Test
  void takingSomePeopleOutUndoesPuttingThemIn() {
    for (int i = 0; i < 200; i++) {
      Sample some = Sample.of(random.doubles(random.nextInt(9), 1, 5).toArray());
      Sample others = Sample.of(random.doubles(random.nextInt(9), 1, 5).toArray());
      Sample left = some.merge(others).without(others);
      assertThat(left.n()).isEqualTo(some.n());
      if (some.n() > 0) {
        assertThat(left.mean()).isCloseTo(some.mean(), within(1e-12));
      }
      if (some.n() > 1) {
        assertThat(left.variance()).isCloseTo(some.variance(), within(1e-11));
      }
    }
    assertThatThrownBy(() -> Sample.of(1, 2).without(Sample.of(1, 2, 3)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Release wave(
      List<CohortPlan.Unit> tree, Map<Move, List<long[]>> people, boolean isBefore) {
    Map<String, Tally> tallies = new HashMap<>();
    people.forEach((move, answers) -> {
      String unit = isBefore ? move.from() : move.to();
      if (unit != null) {
        answers.forEach(tallies.computeIfAbsent(unit, each -> new Tally(SHAPE))::add);
      }
    });
    return Gate.decide(
        new Family(
            SHAPE,
            tree.stream()
                .map(unit ->
                    new Family.Group(
                        unit.id(),
                        unit.parent(),
                        List.of(tallies.getOrDefault(unit.id(), new Tally(SHAPE)).summary())))
                .toList()),
        new Floors(Upheaval.FLOOR, Upheaval.FLOOR));
  }

  /** A firm with teams of these sizes; vision is {@code higher} than it would be. */
  private Release firm(int higher, int... sizes) {
    teams.clear();
    List<Family.Group> groups = new ArrayList<>(List.of(new Family.Group("firm", null, List.of())));
    for (int team = 0; team < sizes.length; team++) {
      Tally tally = new Tally(SHAPE);
      IntStream.range(0, sizes[team]).forEach(person -> tally.add(answers(higher)));
      groups.add(new Family.Group("team" + team, "firm", List.of(tally.summary())));
      teams.add(sizes[team]);
    }
    return Gate.decide(new Family(SHAPE, groups), Floors.DEFAULT);
  }

  private long[] answers(int higher) {
    return new long[] {1 + random.nextInt(4) + higher, 1 + random.nextInt(5), random.nextInt(8)};
  }

  private List<Membership> everybodyStayed() {
    List<Membership> stayed = new ArrayList<>();
    long all = teams.stream().mapToInt(Integer::intValue).sum();
    stayed.add(new Membership("firm", null, Turnover.none(all)));
    for (int team = 0; team < teams.size(); team++) {
      stayed.add(new Membership("team" + team, "firm", Turnover.none(teams.get(team))));
    }
    return stayed;
  }

  private static boolean shows(Release release, String unit, String key) {
    return release.unit(unit) instanceof UnitRelease.Shown shown
        && !(shown.figure(key) instanceof Figure.HiddenFigure);
  }

  private static double mean(Release release, String unit) {
    return switch (((UnitRelease.Shown) release.unit(unit)).figure("vision")) {
      case Figure.Mean it -> it.mean();
      case Figure.Distribution it -> it.mean();
      default -> Double.NaN;
    };
  }

  private static long n(Release release, String unit) {
    return switch (((UnitRelease.Shown) release.unit(unit)).figure("vision")) {
      case Figure.Mean it -> it.n();
      case Figure.Distribution it -> it.n();
      default -> 0;
    };
  }

  private static WaveChange.Evidence evidence(Change.Told told) {
    return switch (told.verdict()) {
      case WaveChange.Changed it -> it.evidence();
      case WaveChange.NotChanged it -> it.evidence();
      case WaveChange.CannotTell it -> it.evidence().orElseThrow();
    };
  }
}
