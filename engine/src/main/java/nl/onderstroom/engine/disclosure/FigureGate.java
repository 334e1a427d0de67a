package nl.onderstroom.engine.disclosure;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
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
  private final boolean[] shownUnits;
  private final Map<String, Composite> byScore = new HashMap<>();
  private final Map<String, Composite> byItem = new HashMap<>();
  private final Map<String, boolean[]> shownScores = new HashMap<>();

  FigureGate(Family family, Floors floors, Rule rule, Rule.Verdict[] units) {
    this.family = family;
    this.floors = floors;
    this.rule = rule;
    this.shownUnits = shown(units);
    for (Composite composite : family.shape().composites()) {
      byScore.put(composite.score(), composite);
      composite.items().forEach(item -> byItem.put(item, composite));
    }
  }

  /** Per place, and there per key in the order of the shape; empty for units that are not shown. */
  List<SequencedMap<String, Figure>> figures() {
    Map<String, Figure[]> byKey = new HashMap<>();
    Set<String> never =
        family.shape().composites().stream().map(Composite::partial).collect(toSet());
    // Items are shown only where their score is, so scores go first.
    for (Quantity quantity : family.shape().quantities()) {
      if (!byItem.containsKey(quantity.key()) && !never.contains(quantity.key())) {
        byKey.put(quantity.key(), figures(quantity));
      }
    }
    byItem.keySet().forEach(item -> byKey.put(item, figures(quantity(item))));

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

  private Figure[] figures(Quantity quantity) {
    boolean onlyDistribution = quantity instanceof Quantity.Ticks;
    int floor = onlyDistribution ? floors.distributions() : floors.numbers();
    List<List<Part>> own = own(quantity.key(), floor);
    boolean[] candidates = candidates(quantity.key());
    Rule.Verdict[] verdicts = rule.decide(family.tree(), candidates, own);
    boolean[] numbers = shown(verdicts);
    shownScores.put(quantity.key(), numbers);
    boolean[] distributions = distributions(quantity, numbers);

    List<List<Part>> totals = Rule.totals(family.tree(), own);
    Figure[] figures = new Figure[numbers.length];
    for (int place = 0; place < figures.length; place++) {
      List<Part> total = totals.get(place);
      figures[place] =
          numbers[place]
              ? figure(total.getFirst().said().getFirst(), distributions[place])
              : new Figure.HiddenFigure(reason(verdicts[place], total.getFirst()));
    }
    return figures;
  }

  /** Counts per level need their own, higher floor, for remainders too. */
  private boolean[] distributions(Quantity quantity, boolean[] numbers) {
    if (!(quantity instanceof Quantity.Levels)) {
      return numbers;
    }
    List<List<Part>> own = own(quantity.key(), floors.distributions());
    return shown(rule.decide(family.tree(), numbers, own));
  }

  private boolean[] candidates(String key) {
    Composite composite = byItem.get(key);
    return composite == null ? shownUnits : shownScores.getOrDefault(composite.score(), shownUnits);
  }

  private List<List<Part>> own(String key, int floor) {
    List<List<Part>> own = new ArrayList<>();
    for (int place = 0; place < shownUnits.length; place++) {
      own.add(parts(place, key, floor));
    }
    return own;
  }

  private List<Part> parts(int place, String key, int floor) {
    Answers answers = family.own(place).answers(key);
    Composite score = byScore.get(key);
    if (score != null) {
      List<Answers> said = new ArrayList<>(List.of(answers));
      score.items().forEach(item -> said.add(family.own(place).answers(item)));
      return List.of(new Part(answers.n(), said, floor));
    }
    Composite composite = byItem.get(key);
    if (composite == null) {
      return List.of(Part.ofAnswers(answers, floor));
    }
    long partial = family.own(place).histogram(composite.partial()).count(1);
    return List.of(Part.ofAnswers(answers, floor), Part.ofPeople(partial, floors.numbers()));
  }

  static Figure figure(Answers answers, boolean distribution) {
    return switch (answers) {
      case Histogram levels when distribution ->
          new Figure.Distribution(
              levels.n(), levels.min(), counts(levels), levels.mean(), sd(levels.variance()));
      case Histogram levels -> new Figure.Mean(levels.n(), levels.mean(), sd(levels.variance()));
      case Moments moments -> new Figure.Mean(moments.n(), moments.mean(), sd(moments.variance()));
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

  private static double sd(double variance) {
    return Math.sqrt(variance);
  }

  private static Reason reason(Rule.Verdict verdict, Part total) {
    if (verdict == Rule.Verdict.EXCLUDED) {
      return Reason.SCORE_HIDDEN;
    }
    if (total.isEmpty()) {
      return Reason.NO_ANSWERS;
    }
    if (total.n() < total.floor()) {
      return Reason.TOO_FEW_RESPONDENTS;
    }
    return total.isEnough() ? Reason.WOULD_REVEAL_REMAINDER : Reason.SAMENESS;
  }

  private Quantity quantity(String key) {
    return family.shape().quantities().get(family.shape().index(key));
  }

  private static boolean[] shown(Rule.Verdict[] verdicts) {
    boolean[] shown = new boolean[verdicts.length];
    for (int place = 0; place < shown.length; place++) {
      shown[place] = verdicts[place] == Rule.Verdict.SHOWN;
    }
    return shown;
  }
}
