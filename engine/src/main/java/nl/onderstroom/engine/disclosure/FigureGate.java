package nl.onderstroom.engine.disclosure;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.IntStream;
import nl.onderstroom.engine.summary.Answers;
import nl.onderstroom.engine.summary.Composite;
import nl.onderstroom.engine.summary.Histogram;
import nl.onderstroom.engine.summary.Moments;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.TickCounts;

/** The second half of {@link Gate}: among the shown units, which question shows which figure. */
final class FigureGate {
  private final Family family;
  private final Floors floors;
  private final Rule rule;
  private final PinnedRule pinned;
  private final boolean[] shownUnits;
  private final Respects respects;
  private final Map<String, boolean[]> shownScores = new HashMap<>();

  FigureGate(Family family, Floors floors, Rule rule, PinnedRule pinned, Rule.Verdict[] units) {
    this.family = family;
    this.floors = floors;
    this.rule = rule;
    this.pinned = pinned;
    this.shownUnits = shown(units);
    this.respects = new Respects(family, floors);
  }

  /** Per place, and there per key in the order of the shape; empty for units that are not shown. */
  List<SequencedMap<String, Figure>> figures() {
    Map<String, Figure[]> byKey = new HashMap<>();
    Set<String> never =
        family.shape().composites().stream().map(Composite::partial).collect(toSet());
    Set<String> items =
        family.shape().composites().stream().flatMap(c -> c.items().stream()).collect(toSet());
    // Items are shown only where their score is, so scores go first.
    for (Quantity quantity : family.shape().quantities()) {
      if (!items.contains(quantity.key()) && !never.contains(quantity.key())) {
        byKey.putAll(figures(List.of(quantity), shownUnits, respects.own(quantity)));
      }
    }
    for (Composite composite : family.shape().composites()) {
      List<Quantity> together = composite.items().stream().map(respects::quantity).toList();
      boolean[] candidates = shownScores.getOrDefault(composite.score(), shownUnits);
      byKey.putAll(figures(together, candidates, respects.own(together, composite.partial())));
    }

    List<SequencedMap<String, Figure>> figures = new ArrayList<>();
    for (int place = 0; place < shownUnits.length; place++) {
      SequencedMap<String, Figure> here = new LinkedHashMap<>();
      for (Quantity quantity : family.shape().quantities()) {
        Figure[] column = byKey.get(quantity.key());
        if (shownUnits[place] && column != null) {
          here.put(quantity.key(), column[place]);
        }
      }
      figures.add(here);
    }
    return figures;
  }

  /**
   * @param together one question, or all items of a score: were one of them hidden by itself, the
   *     score minus the others would be that one
   * @param own per place, a part of each question, then others that must be safe with them
   */
  private Map<String, Figure[]> figures(
      List<Quantity> together, boolean[] candidates, List<List<Part>> own) {
    Rule.Verdict[] verdicts = rule.decide(family.tree(), candidates, own);
    boolean[] numbers = shown(verdicts);
    List<boolean[]> finer =
        IntStream.range(0, together.size())
            .mapToObj(respect -> finer(together.get(respect), numbers, respect, own))
            .toList();
    List<List<Histogram>> counts =
        together.stream().flatMap(q -> respects.counts(q).stream()).toList();
    for (int place : pinned.hide(counts, numbers, finer)) {
      verdicts[place] = Rule.Verdict.REMAINDER;
    }
    List<List<Part>> totals = Rule.totals(family.tree(), own);
    int[] above = Pieces.nearest(family.tree(), numbers);
    Map<String, Figure[]> figures = new HashMap<>();
    for (int respect = 0; respect < together.size(); respect++) {
      Quantity quantity = together.get(respect);
      shownScores.put(quantity.key(), numbers);
      var spread =
          new Spread(family.tree(), finer.get(respect), totals, respect, respects.evenSd(quantity));
      Figure[] column = new Figure[numbers.length];
      for (int place = 0; place < column.length; place++) {
        Part total = totals.get(place).get(respect);
        column[place] =
            numbers[place]
                ? figure(total.said().getFirst(), spread.isOwn(place), sd(total, spread, place))
                : new Figure.HiddenFigure(
                    reason(verdicts[place], total, above[place] != UnitTree.NONE));
      }
      figures.put(quantity.key(), column);
    }
    return figures;
  }

  private static double sd(Part total, Spread spread, int place) {
    return total.said().getFirst() instanceof TickCounts ? Double.NaN : spread.sd(place);
  }

  /**
   * Where what is finer than a mean may be shown: counts per level, and a standard deviation that
   * would give them away. It needs its own, higher floor, for remainders too.
   */
  private boolean[] finer(Quantity quantity, boolean[] numbers, int respect, List<List<Part>> own) {
    if (respects.levels(quantity).isEmpty()) {
      return numbers.clone();
    }
    List<List<Part>> higher =
        own.stream()
            .map(parts -> parts.get(respect))
            .map(part -> List.of(new Part(part.n(), part.said(), floors.distributions())))
            .toList();
    return shown(rule.decide(family.tree(), numbers, higher));
  }

  /**
   * @param isOwn whether what is finer than a mean may be told
   * @param sd standard deviation to be told; that of the answers themselves where {@code isOwn}
   */
  static Figure figure(Answers answers, boolean isOwn, double sd) {
    return switch (answers) {
      case Histogram levels when isOwn ->
          new Figure.Distribution(levels.n(), levels.min(), counts(levels), levels.mean(), sd);
      case Histogram levels -> new Figure.Mean(levels.n(), levels.mean(), sd, false);
      case Moments moments -> new Figure.Mean(moments.n(), moments.mean(), sd, isOwn);
      case TickCounts ticks -> new Figure.TickShares(ticks.n(), counts(ticks));
    };
  }

  private static List<Long> counts(Histogram levels) {
    List<Long> counts = new ArrayList<>();
    for (int level = levels.min(); level <= levels.max(); level++) {
      counts.add(levels.count(level));
    }
    return counts;
  }

  private static List<Long> counts(TickCounts ticks) {
    List<Long> counts = new ArrayList<>();
    for (int option = 0; option < ticks.options(); option++) {
      counts.add(ticks.count(option));
    }
    return counts;
  }

  /**
   * @param isShownAbove whether the question is shown of a unit around it: to say that nearly all
   *     answered alike would then often say how
   */
  private static Reason reason(Rule.Verdict verdict, Part total, boolean isShownAbove) {
    if (verdict == Rule.Verdict.EXCLUDED) {
      return Reason.SCORE_HIDDEN;
    }
    if (total.isEmpty()) {
      return Reason.NO_ANSWERS;
    }
    if (total.n() < total.floor()) {
      return Reason.TOO_FEW_RESPONDENTS;
    }
    return total.isEnough() || isShownAbove ? Reason.WOULD_REVEAL_REMAINDER : Reason.SAMENESS;
  }

  private static boolean[] shown(Rule.Verdict[] verdicts) {
    boolean[] shown = new boolean[verdicts.length];
    for (int place = 0; place < shown.length; place++) {
      shown[place] = verdicts[place] == Rule.Verdict.SHOWN;
    }
    return shown;
  }
}
