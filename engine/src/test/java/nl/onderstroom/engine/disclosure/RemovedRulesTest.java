package nl.onderstroom.engine.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.onderstroom.engine.disclosure.audit.Audit;
import nl.onderstroom.engine.disclosure.audit.Groups;
import org.junit.jupiter.api.Test;

/**
 * Take away any one rule, and a reader gets what he should not: each test has the gate without one
 * of its rules, and an attack that finds something there and nothing in ours ({@link
 * GateAttackTest} has ours beside the same attacks).
 */
class RemovedRulesTest {
  private static final int COMPANIES = 4_000;
  private static final Rule OURS = new WithholdingRule();

  @Test
  void theRuleOfTheTree() {
    assertCaught(RemovedRulesTest::onlyTotals, "respondents: \\d people.*");
  }

  @Test
  void theRuleOfTheTreeForEachQuestion() {
    assertCaught(
        (tree, candidates, own) ->
            isAboutPeopleOnly(own)
                ? OURS.decide(tree, candidates, own)
                : onlyTotals(tree, candidates, own),
        "(vision|s1|s2|safety|feelings)( counts)?: \\d .*");
  }

  @Test
  void theFloorForNumbers() {
    assertCaught(with(part -> part.floor() == 7 ? floored(part, 4) : part), ".*: [4-6] people.*");
  }

  @Test
  void theFloorForDistributions() {
    assertCaught(
        with(part -> part.floor() == 10 ? floored(part, 7) : part), ".* counts: [7-9] people.*");
  }

  @Test
  void sameness() {
    assertCaught(with(part -> Part.ofPeople(part.n(), part.floor())), ".* alike .*");
  }

  @Test
  void whoAnsweredAPartOfTheItems() {
    assertCaught(
        (tree, candidates, own) ->
            OURS.decide(
                tree,
                candidates,
                own.stream()
                    .map(parts -> parts.size() > 1 ? parts.subList(0, parts.size() - 1) : parts)
                    .toList()),
        "score minus items: .*");
  }

  /** Each item by itself: where only one is hidden, the score and the other tell it. */
  @Test
  void theItemsOfAScoreTogether() {
    Company company = new Company(1);
    Release ours = Gate.decide(company.family(), Floors.DEFAULT);
    for (long seed = 1; !showsItems(ours); seed++) {
      company = new Company(seed);
      ours = Gate.decide(company.family(), Floors.DEFAULT);
    }
    Release without =
        Edited.figures(
            ours,
            (key, figure) -> key.equals("s2") ? new Figure.HiddenFigure(Reason.SAMENESS) : figure);
    assertThat(new Leaks(company, without).first())
        .hasValueSatisfying(leak -> assertThat(leak).startsWith("score minus the other item"));
    assertThat(new Leaks(company, ours).first()).isEmpty();
    assertThat(CountsAuditTest.isRefused(company.family(), without)).isTrue();
  }

  /** A gate that leaks is stopped by the audit, and without the audit it is not. */
  @Test
  void theAudit() {
    int leaks = 0;
    for (long seed = 1; seed <= 200; seed++) {
      Company company = new Company(seed);
      Release unaudited =
          Gate.decide(company.family(), Floors.DEFAULT, RemovedRulesTest::onlyTotals);
      Optional<String> leak = new Leaks(company, unaudited).first();
      if (leak.isPresent()) {
        leaks++;
        assertThat(CountsAuditTest.isRefused(company.family(), unaudited))
            .as("seed %d, %s", seed, leak.get())
            .isTrue();
      }
    }
    assertThat(leaks).isGreaterThan(50);
  }

  /** Of two people who are shown together, each knows the other. */
  @Test
  void colluders() {
    Groups two = new Groups(List.of("two"), List.of(new int[] {0, 1}), 9);
    assertThat(Audit.of(two, 2, 0, Audit.USUAL_WORK).isSafe()).isTrue();
    assertThat(Audit.of(two, 2, 1, Audit.USUAL_WORK).isSafe()).isFalse();
    assertThat(Certificate.COLLUDERS).isEqualTo(3);
  }

  /** Where only two answers were given, the mean of a few is how many gave each. */
  @Test
  void wholeNumbers() {
    EveryTable reader =
        new EveryTable(new int[] {-1, 0}, new long[] {8, 7}, new long[][] {{0, 3, 3}, {0, 2, 3}});
    Family family = reader.family();
    var floors = new Floors(5, 6);
    Release without = Gate.decide(family, floors, OURS, new PinnedRule(family.tree(), 0));
    assertThat(reader.known(without, 6)).isEqualTo("5 people in 2 said [0, 2, 3]");
    assertThat(CountsAuditTest.isRefused(family, without)).isTrue();
    assertThat(reader.known(Gate.decide(family, floors), 6)).isEmpty();
  }

  /** A mean and a standard deviation of seven people are often one distribution only. */
  @Test
  void noSpreadOfAFew() {
    long[] real = {0, 0, 1, 1, 5};
    Family family = Firms.of(Firms.unit("team", null, 7, real));
    Release ours = Gate.decide(family, Floors.DEFAULT);
    Figure.Mean mean = (Figure.Mean) ((UnitRelease.Shown) ours.unit("team")).figure("q");
    assertThat(mean.isOwnSd()).isFalse();
    assertThat(Firms.histograms(7, mean.mean(), Double.NaN)).hasSizeGreaterThan(1);
    double own = Math.sqrt(nl.onderstroom.engine.summary.Histogram.of(1, real).variance());
    Release without = Edited.figures(ours, (key, figure) -> new Figure.Mean(7, mean.mean(), own));
    assertThat(Firms.histograms(7, mean.mean(), own)).containsExactly(real);
    assertThat(CountsAuditTest.isRefused(family, without)).isTrue();
  }

  /** Everybody in the team answered alike but one: the firm around it says which way. */
  @Test
  void samenessIsNoReasonGivenWhereAFirmAroundItTellsTheRest() {
    Family family =
        Firms.of(
            Firms.unit("firm", null, 40, 0, 4, 4, 4, 6),
            Firms.unit("team", "firm", 14, 0, 0, 0, 1, 11));
    UnitRelease.Shown team = (UnitRelease.Shown) Gate.decide(family, Floors.DEFAULT).unit("team");
    assertThat(team.figure("q")).isEqualTo(new Figure.HiddenFigure(Reason.WOULD_REVEAL_REMAINDER));
  }

  /** Eight people on the roster, of whom nobody took part: subtraction would say so of each. */
  @Test
  void peopleWhoAllStayedAway() {
    Family family =
        Firms.of(
            Firms.unit("firm", null, 0, 0, 0, 0, 0, 0),
            Firms.unit("bread", "firm", 12, 2, 2, 2, 2, 2),
            Firms.unit("cake", "firm", 12, 2, 2, 2, 2, 1),
            Firms.unit("shop", "firm", 8, 0, 0, 0, 0, 0));
    Rule without = with(part -> new Part(part.n(), part.said(), part.floor()));
    Release leaking = Gate.decide(family, Floors.DEFAULT, without);
    assertThat(shown(leaking)).containsExactly("firm", "bread", "cake");
    assertThat(CountsAuditTest.isRefused(family, leaking)).isTrue();
    assertThat(shown(Gate.decide(family, Floors.DEFAULT))).containsExactly("firm", "bread");
  }

  /** Everybody in the bakery took part; the number would say so of each. */
  @Test
  void peopleWhoAllTookPart() {
    Family family =
        Firms.of(
            Firms.unit("firm", null, 14, 2, 2, 2, 2, 2),
            Firms.unit("bread", "firm", 10, 2, 2, 2, 2, 2));
    Release ours = Gate.decide(family, Floors.DEFAULT);
    assertThat(((UnitRelease.Shown) ours.unit("firm")).respondents()).hasValue(20);
    assertThat(((UnitRelease.Shown) ours.unit("bread")).respondents()).isEmpty();
    assertThat(CountsAuditTest.isRefused(family, Edited.telling(ours, "bread", 10))).isTrue();
  }

  private static boolean showsItems(Release release) {
    return release.unit("unit0") instanceof UnitRelease.Shown shown
        && !(shown.figure("s2") instanceof Figure.HiddenFigure);
  }

  private static List<String> shown(Release release) {
    List<String> shown = new ArrayList<>();
    release
        .units()
        .forEach((id, unit) -> {
          if (unit instanceof UnitRelease.Shown) {
            shown.add(id);
          }
        });
    return shown;
  }

  private static Part floored(Part part, int floor) {
    return new Part(part.n(), part.silent(), part.said(), floor);
  }

  private static Rule with(UnaryOperator<Part> change) {
    return (tree, candidates, own) ->
        OURS.decide(
            tree, candidates, own.stream().map(p -> p.stream().map(change).toList()).toList());
  }

  private static boolean isAboutPeopleOnly(List<List<Part>> own) {
    return own.getFirst().getFirst().said().isEmpty();
  }

  /** Whatever is safe by itself. */
  private static Rule.Verdict[] onlyTotals(
      UnitTree tree, boolean[] candidates, List<List<Part>> own) {
    List<List<Part>> totals = Rule.totals(tree, own);
    Rule.Verdict[] verdicts = new Rule.Verdict[tree.size()];
    Arrays.setAll(
        verdicts,
        place ->
            candidates[place]
                    && !totals.get(place).getFirst().isEmpty()
                    && totals.get(place).stream().allMatch(Part::isSafe)
                ? Rule.Verdict.SHOWN
                : Rule.Verdict.TOO_LITTLE);
    return verdicts;
  }

  private static void assertCaught(Rule broken, String kind) {
    Optional<String> leak = Optional.empty();
    for (long seed = 1; seed <= COMPANIES && leak.isEmpty(); seed++) {
      Company company = new Company(seed);
      Release release = Gate.decide(company.family(), Floors.DEFAULT, broken);
      leak = new Leaks(company, release).first().filter(found -> found.matches(kind));
    }
    assertThat(leak).as("a leak like " + kind).isPresent();
  }
}
