package nl.onderstroom.engine.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import nl.onderstroom.engine.disclosure.ExhaustiveRule.Loss;
import nl.onderstroom.engine.disclosure.Rule.Verdict;
import nl.onderstroom.engine.disclosure.WithholdingRule.Outcome;
import org.junit.jupiter.api.Test;

/** No decision is safe and takes less away. */
class WithholdingRuleTest {
  private static final int THICKETS = 6_000;
  private static final int FLOOR = 7;

  @Test
  void nothingBetterIsFoundByTryingEverything() {
    int hard = 0;
    for (long seed = 1; seed <= THICKETS; seed++) {
      Thicket thicket = Thicket.of(seed);
      Outcome ours = decide(thicket, WithholdingRule.MOST_OPTIONS);
      requireSafe(thicket, ours.verdicts(), seed);
      Verdict[] best =
          new ExhaustiveRule().decide(thicket.tree(), thicket.candidates(), thicket.own());
      assertThat(loss(thicket, ours)).as("seed %d", seed).isEqualTo(Loss.of(best, thicket.own()));
      assertThat(ours.cuts()).isZero();
      hard += loss(thicket, ours).units() > 0 ? 1 : 0;
    }
    assertThat(hard).as("trees in which something is withheld").isGreaterThan(THICKETS / 5);
  }

  @Test
  void withFewOptionsItIsAsSafeAndSaysThatItWasCut() {
    int cuts = 0;
    long more = 0;
    for (long seed = 1; seed <= THICKETS; seed++) {
      Thicket thicket = Thicket.of(seed);
      Outcome best = decide(thicket, WithholdingRule.MOST_OPTIONS);
      Outcome cut = decide(thicket, 2);
      requireSafe(thicket, cut.verdicts(), seed);
      assertThat(loss(thicket, cut))
          .as("seed %d", seed)
          .isGreaterThanOrEqualTo(loss(thicket, best));
      if (cut.cuts() == 0) {
        assertThat(cut.verdicts()).as("seed %d", seed).isEqualTo(best.verdicts());
      }
      cuts += cut.cuts();
      more += loss(thicket, cut).people() - loss(thicket, best).people();
    }
    assertThat(cuts).isPositive();
    assertThat(more).isPositive();
  }

  @Test
  void theOrderInWhichUnitsAreGivenDoesNotMatterNorDoNamesForWhatIsLost() {
    for (long seed = 1; seed <= THICKETS; seed++) {
      Thicket thicket = Thicket.of(seed);
      Thicket renamed = Thicket.of(seed, new Random(seed));
      assertThat(loss(renamed, decide(renamed, WithholdingRule.MOST_OPTIONS)))
          .as("seed %d", seed)
          .isEqualTo(loss(thicket, decide(thicket, WithholdingRule.MOST_OPTIONS)));
    }
    List<UnitTree.Link> links = new ArrayList<>();
    links.add(new UnitTree.Link("firm", null));
    for (int team = 0; team < 9; team++) {
      links.add(new UnitTree.Link("team" + team, "firm"));
    }
    List<Verdict> there = verdicts(links);
    assertThat(there).containsOnlyOnce(Verdict.REMAINDER);
    assertThat(verdicts(links.reversed())).isEqualTo(there);
  }

  @Test
  void aUnitWithoutPeopleOfItsOwnIsWithheldRatherThanATeam() {
    // Three people remain in the office: the bakery's own nobody costs nobody their result.
    List<UnitTree.Link> links =
        List.of(
            new UnitTree.Link("1 firm", null),
            new UnitTree.Link("2 bakery", "1 firm"),
            new UnitTree.Link("3 shop", "1 firm"),
            new UnitTree.Link("4 bread", "2 bakery"),
            new UnitTree.Link("5 trainees", "2 bakery"));
    UnitTree tree = UnitTree.of(links);
    int[] people = {3, 0, 14, 9, 4};
    assertThat(decide(tree, place -> people[place]))
        .containsExactly(
            Verdict.SHOWN, Verdict.REMAINDER, Verdict.SHOWN, Verdict.SHOWN, Verdict.TOO_LITTLE);
  }

  @Test
  void ofTwoThousandTeamsTheSmallestGoes() {
    UnitTree star = tree(2_001, unit -> 0);
    Verdict[] verdicts = decide(star, place -> place == 0 ? 3 : place == 1_234 ? 8 : 9);
    assertThat(verdicts[1_234]).isEqualTo(Verdict.REMAINDER);
    assertThat(verdicts).filteredOn(v -> v == Verdict.SHOWN).hasSize(2_000);
  }

  @Test
  void aTreeAsDeepAsItIsLargeIsNoTrouble() {
    UnitTree chain = tree(10_001, unit -> unit - 1);
    Verdict[] verdicts = decide(chain, place -> 1);
    assertThat(verdicts[0]).isEqualTo(Verdict.SHOWN);
    // Every seventh from below, but for the top, whose remainder is what is left over and seven.
    assertThat(verdicts).filteredOn(v -> v == Verdict.SHOWN).hasSize(10_001 / FLOOR);
    assertThat(ExhaustiveRule.isSafe(chain, verdicts, own(chain, place -> 1))).isTrue();
  }

  private static List<Verdict> verdicts(List<UnitTree.Link> links) {
    UnitTree tree = UnitTree.of(links);
    Verdict[] verdicts = decide(tree, place -> place == 0 ? 2 : 8);
    TreeMap<String, Verdict> byId = new TreeMap<>();
    for (int place = 0; place < verdicts.length; place++) {
      byId.put(tree.id(place), verdicts[place]);
    }
    return List.copyOf(byId.values());
  }

  private static UnitTree tree(int units, IntUnaryOperator parent) {
    List<UnitTree.Link> links = new ArrayList<>();
    for (int unit = 0; unit < units; unit++) {
      String above = unit == 0 ? null : "%05d".formatted(parent.applyAsInt(unit));
      links.add(new UnitTree.Link("%05d".formatted(unit), above));
    }
    return UnitTree.of(links);
  }

  private static Verdict[] decide(UnitTree tree, IntUnaryOperator people) {
    boolean[] candidates = new boolean[tree.size()];
    Arrays.fill(candidates, true);
    return new WithholdingRule().decide(tree, candidates, own(tree, people));
  }

  private static List<List<Part>> own(UnitTree tree, IntUnaryOperator people) {
    List<List<Part>> own = new ArrayList<>();
    for (int place = 0; place < tree.size(); place++) {
      own.add(List.of(Part.ofPeople(people.applyAsInt(place), FLOOR)));
    }
    return own;
  }

  private static Outcome decide(Thicket thicket, int mostOptions) {
    return WithholdingRule.choose(thicket.tree(), thicket.candidates(), thicket.own(), mostOptions);
  }

  private static Loss loss(Thicket thicket, Outcome outcome) {
    return Loss.of(outcome.verdicts(), thicket.own());
  }

  /** Safe, the top shown if it can be, and the reasons right. */
  private static void requireSafe(Thicket thicket, Verdict[] verdicts, long seed) {
    Verdict[] most = ExhaustiveRule.most(thicket.tree(), thicket.candidates(), thicket.own());
    assertThat(verdicts[0]).as("seed %d", seed).isEqualTo(most[0]);
    for (int place = 0; place < verdicts.length; place++) {
      if (verdicts[place] != Verdict.REMAINDER) {
        assertThat(verdicts[place]).as("seed %d", seed).isEqualTo(most[place]);
      } else {
        assertThat(most[place]).as("seed %d", seed).isEqualTo(Verdict.SHOWN);
      }
    }
    assertThat(ExhaustiveRule.isSafe(thicket.tree(), verdicts, thicket.own()))
        .as("seed %d", seed)
        .isTrue();
  }
}
