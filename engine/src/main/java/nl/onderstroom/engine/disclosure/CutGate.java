package nl.onderstroom.engine.disclosure;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import nl.onderstroom.engine.summary.Answers;
import nl.onderstroom.engine.summary.Composite;
import nl.onderstroom.engine.summary.Histogram;
import nl.onderstroom.engine.summary.Moments;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.TickCounts;

/**
 * Rule R2: groups across the whole tree, such as a site, once it is decided what units show. They
 * come second: no cut takes a unit's result away.
 *
 * <p>All cuts together if that is proven safe; else one by one, the largest first, each if it is
 * proven safe with those before it: of sizes by the audit, of minds by {@link OneMind}. First on
 * respondents, then per question, then for counts per level. A cut shows counts or nothing, no
 * number of who took part, and no items of a score: who skipped some of them would have to be safe
 * too.
 */
final class CutGate {
  private static final Figure NOTHING = new Figure.HiddenFigure(Reason.NO_ANSWERS);

  private final Family family;
  private final Floors floors;
  private final SequencedMap<String, UnitRelease> units;
  private final CutRule rule;

  CutGate(Family family, Floors floors, SequencedMap<String, UnitRelease> units, CutRule rule) {
    this.family = family;
    this.floors = floors;
    this.units = units;
    this.rule = rule;
  }

  /** Per cut, in the order of their ids. */
  SequencedMap<String, UnitRelease> decide() {
    List<String> all = family.cuts();
    SequencedMap<String, UnitRelease> releases = new LinkedHashMap<>();
    if (all.isEmpty()) {
      return releases;
    }
    ToLongFunction<Family.Cell> people = cell -> cell.said().respondents();
    List<String> shown =
        safe(all, CutRule.Respect.ofPeople(floors.numbers(), people, this::isShown));
    SequencedMap<String, SequencedMap<String, Figure>> figures = new LinkedHashMap<>();
    shown.forEach(cut -> figures.put(cut, new LinkedHashMap<>()));
    for (Quantity quantity : questions()) {
      new Column(quantity).decide(shown, figures);
    }
    for (String cut : all) {
      long n = inside(cut).mapToLong(people).sum();
      SequencedMap<String, Figure> own = figures.get(cut);
      releases.put(
          cut,
          own != null
              ? new UnitRelease.Shown(OptionalLong.empty(), own)
              : new UnitRelease.Withheld(
                  n < floors.numbers()
                      ? Reason.TOO_FEW_RESPONDENTS
                      : Reason.WOULD_REVEAL_REMAINDER));
    }
    return releases;
  }

  /** What is neither an item of a score nor who answered only a part of one. */
  private List<Quantity> questions() {
    Set<String> left =
        family.shape().composites().stream()
            .flatMap(each -> Stream.concat(Stream.of(each.partial()), each.items().stream()))
            .collect(toSet());
    return family.shape().quantities().stream()
        .filter(quantity -> !left.contains(quantity.key()))
        .toList();
  }

  private boolean isShown(int place) {
    return units.get(family.tree().id(place)) instanceof UnitRelease.Shown;
  }

  private Stream<Family.Cell> inside(String cut) {
    return family.cells().stream().filter(cell -> cell.cuts().contains(cut));
  }

  /** Of the candidates those that may be shown together. */
  private List<String> safe(List<String> candidates, CutRule.Respect respect) {
    ToLongFunction<String> size = cut -> inside(cut).mapToLong(respect.people()).sum();
    List<String> enough =
        candidates.stream()
            .filter(cut -> size.applyAsLong(cut) >= respect.floor())
            .sorted(Comparator.comparingLong(size).reversed().thenComparing(cut -> cut))
            .toList();
    if (enough.isEmpty() || rule.isSafe(family, enough, respect)) {
      return enough;
    }
    List<String> kept = new ArrayList<>();
    for (String cut : enough) {
      kept.add(cut);
      if (!rule.isSafe(family, kept, respect)) {
        kept.removeLast();
      }
    }
    return kept;
  }

  /** One question of all cuts. */
  private final class Column {
    private final Quantity quantity;
    private final List<String> minds;

    Column(Quantity quantity) {
      this.quantity = quantity;
      this.minds =
          Stream.concat(
                  Stream.of(quantity.key()),
                  family.shape().composites().stream()
                      .filter(each -> each.score().equals(quantity.key()))
                      .map(Composite::items)
                      .flatMap(List::stream))
              .toList();
    }

    void decide(
        List<String> candidates, SequencedMap<String, SequencedMap<String, Figure>> figures) {
      int floor = quantity instanceof Quantity.Ticks ? floors.distributions() : floors.numbers();
      List<String> together =
          safe(candidates, new CutRule.Respect(floor, this::n, this::isShownIn, this::said));
      // Counts of a cut beside counts of units: their higher floor holds for what is left as well.
      List<String> shown =
          quantity instanceof Quantity.Levels
              ? safe(
                  together,
                  CutRule.Respect.ofPeople(floors.distributions(), this::n, this::isCountedIn))
              : together;
      for (String cut : candidates) {
        Answers answers = inside(cut).map(this::answers).reduce(Answers::merge).orElseThrow();
        figures
            .getOrDefault(cut, new LinkedHashMap<>())
            .put(
                quantity.key(),
                shown.contains(cut)
                    ? FigureGate.figure(answers, true, sd(answers))
                    : new Figure.HiddenFigure(reason(answers.n(), floor)));
      }
    }

    private static double sd(Answers answers) {
      return Math.sqrt(
          switch (answers) {
            case Histogram histogram -> histogram.variance();
            case Moments moments -> moments.variance();
            case TickCounts ticks -> Double.NaN;
          });
    }

    /** Never that all answered alike: beside the whole, that would often say how. */
    private static Reason reason(long n, int floor) {
      return n == 0
          ? Reason.NO_ANSWERS
          : n < floor ? Reason.TOO_FEW_RESPONDENTS : Reason.WOULD_REVEAL_REMAINDER;
    }

    private Answers answers(Family.Cell cell) {
      return cell.said().answers(quantity.key());
    }

    private long n(Family.Cell cell) {
      return answers(cell).n();
    }

    private List<Answers> said(Family.Cell cell) {
      return minds.stream().map(key -> cell.said().answers(key)).toList();
    }

    private boolean isShownIn(int place) {
      return !(ofUnit(place) instanceof Figure.HiddenFigure);
    }

    private boolean isCountedIn(int place) {
      return ofUnit(place) instanceof Figure.Distribution;
    }

    private Figure ofUnit(int place) {
      return units.get(family.tree().id(place)) instanceof UnitRelease.Shown shown
          ? shown.figures().getOrDefault(quantity.key(), NOTHING)
          : NOTHING;
    }
  }
}
