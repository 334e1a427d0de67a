package nl.onderstroom.engine.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import nl.onderstroom.engine.summary.Histogram;

/**
 * How many took part is an answer too: everybody on the roster answered "did you take part?" with
 * yes or no, and the rules for any question hold for it. Where all or all but one of some people
 * did, or did not, the number is not told.
 */
final class Responses {
  private final Family family;
  private final Floors floors;

  Responses(Family family, Floors floors) {
    this.family = family;
    this.floors = floors;
  }

  /**
   * Per place how many took part, empty where that is not told. Where nobody knows how many could,
   * it always is.
   */
  OptionalLong[] shown(Rule rule, Rule.Verdict[] units) {
    boolean[] candidates = new boolean[units.length];
    IntStream.range(0, units.length)
        .forEach(place -> candidates[place] = units[place] == Rule.Verdict.SHOWN);
    List<List<Part>> own =
        IntStream.range(0, units.length)
            .mapToObj(place -> List.of(Part.ofAnswers(own(family, place), floors.numbers())))
            .toList();
    Rule.Verdict[] verdicts = rule.decide(family.tree(), candidates, own);
    List<List<Part>> totals = Rule.totals(family.tree(), own);
    OptionalLong[] shown = new OptionalLong[units.length];
    Arrays.setAll(
        shown,
        place ->
            verdicts[place] == Rule.Verdict.SHOWN || (candidates[place] && !family.isRosterKnown())
                ? OptionalLong.of(tookPart(totals.get(place).getFirst()))
                : OptionalLong.empty());
    return shown;
  }

  /** Those attached to a place: how many did not take part, and how many did. */
  static Histogram own(Family family, int place) {
    return Histogram.of(0, family.silent(place), family.own(place).respondents());
  }

  private static long tookPart(Part total) {
    return total.said().getFirst() instanceof Histogram both ? both.count(1) : 0;
  }
}
