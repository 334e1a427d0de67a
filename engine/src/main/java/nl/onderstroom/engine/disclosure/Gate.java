package nl.onderstroom.engine.disclosure;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Decides what of a round may be shown: the one door from summaries to releases.
 *
 * <p>First the units, on respondents, by {@link WithholdingRule}; then each question among the
 * shown units, on the people who answered it, by the same rule: people skip questions, so each
 * question is a family of its own; then the cuts, by {@link CutGate}; then {@link ReleaseAudit}
 * looks at all of it. The package page has the argument and its limits. Pure and deterministic.
 * Cost: O(units × counters of a summary).
 */
public final class Gate {
  private Gate() {}

  /**
   * @throws UnprovenRelease if the audit does not find the release safe, by a fault of ours
   */
  public static Release decide(Family family, Floors floors) {
    Release units = decide(family, floors, new WithholdingRule());
    Release release =
        units.withCuts(new CutGate(family, floors, units.units(), CutRule.PROVEN).decide());
    return release.with(ReleaseAudit.of(family, release));
  }

  /**
   * What people wrote, of one question and one group that is shown.
   *
   * @param texts one a person; nobody's two
   * @param random whose order nobody can know: a cryptographic one in the product
   */
  public static TextRelease decide(List<String> texts, Floors floors, RandomGenerator random) {
    return TextRelease.of(texts, floors, random);
  }

  /**
   * What changed between two waves: the one door from releases to trends. Judged together, over all
   * units and questions, by {@link nl.onderstroom.engine.measure.waves.WaveChange}; in
   * deterministic order, so that the same releases give the same trend.
   *
   * @param memberships the units to compare, as {@link Movements} chose them; of other units
   *     nothing is told
   * @param keys questions asked alike both times, of which a mean means something
   * @throws IllegalArgumentException if a question is of words that people tick
   */
  public static Trend compare(
      Release before, Release after, List<Membership> memberships, List<String> keys) {
    return new Comparison(before, after, memberships).trend(keys);
  }

  static Release decide(Family family, Floors floors, Rule rule) {
    return decide(family, floors, rule, new PinnedRule(family.tree(), floors.distributions()));
  }

  static Release decide(Family family, Floors floors, Rule rule, PinnedRule pinned) {
    UnitTree tree = family.tree();
    List<List<Part>> respondents =
        IntStream.range(0, tree.size())
            .mapToObj(place ->
                List.of(
                    Part.ofRespondents(
                        family.own(place).respondents(), family.silent(place), floors.numbers())))
            .toList();
    boolean[] everywhere = new boolean[tree.size()];
    Arrays.fill(everywhere, true);
    Rule.Verdict[] verdicts = rule.decide(tree, everywhere, respondents);
    OptionalLong[] responses = new Responses(family, floors).shown(rule, verdicts);
    List<SequencedMap<String, Figure>> figures =
        new FigureGate(family, floors, rule, pinned, verdicts).figures();

    SequencedMap<String, UnitRelease> units = new LinkedHashMap<>();
    for (int place = 0; place < tree.size(); place++) {
      units.put(
          tree.id(place),
          switch (verdicts[place]) {
            case SHOWN -> new UnitRelease.Shown(responses[place], figures.get(place));
            case REMAINDER -> new UnitRelease.Withheld(Reason.WOULD_REVEAL_REMAINDER);
            case TOO_LITTLE, EXCLUDED -> new UnitRelease.Withheld(Reason.TOO_FEW_RESPONDENTS);
          });
    }
    return new Release(floors, units);
  }
}
