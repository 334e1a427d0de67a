package nl.onderstroom.engine.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import nl.onderstroom.engine.measure.waves.Sample;
import nl.onderstroom.engine.measure.waves.Turnover;
import nl.onderstroom.engine.measure.waves.WaveChange;
import nl.onderstroom.engine.measure.waves.Waves;
import org.jspecify.annotations.Nullable;

/**
 * The work of {@link Gate#compare}. A unit's people are divided by the units below it that are
 * compared as well: so that what is tested is whether teams changed, not only whether people
 * differ.
 */
final class Comparison {
  private final Release before;
  private final Release after;
  private final SequencedMap<String, Membership> memberships = new LinkedHashMap<>();

  Comparison(Release before, Release after, List<Membership> memberships) {
    this.before = before;
    this.after = after;
    int floor = Math.max(before.floors().numbers(), after.floors().numbers());
    for (Membership membership : memberships) {
      if (Membership.isSafe(membership.turnover(), floor)) {
        this.memberships.put(membership.unit(), membership);
      }
    }
  }

  Trend trend(List<String> keys) {
    Map<String, SequencedMap<String, Change>> units = new LinkedHashMap<>();
    after.units().keySet().forEach(unit -> units.put(unit, new LinkedHashMap<>()));
    List<Waves> asked = new ArrayList<>();
    List<Runnable> answers = new ArrayList<>();
    List<WaveChange> verdicts = new ArrayList<>();
    for (String key : keys) {
      SequencedMap<String, Cell> cells = cells(key);
      units.forEach((unit, changes) -> {
        Cell cell = cells.get(unit);
        if (cell == null) {
          changes.put(key, new Change.Untold(whyNot(unit, key)));
        } else {
          int place = asked.size();
          asked.add(cell.waves());
          answers.add(() -> changes.put(key, new Change.Told(verdicts.get(place))));
        }
      });
    }
    verdicts.addAll(WaveChange.judge(asked));
    answers.forEach(Runnable::run);
    Map<String, SequencedMap<String, Change>> ordered = new LinkedHashMap<>();
    units.forEach((unit, changes) -> ordered.put(unit, inOrder(keys, changes)));
    return new Trend(ordered);
  }

  private static SequencedMap<String, Change> inOrder(
      List<String> keys, Map<String, Change> changes) {
    SequencedMap<String, Change> ordered = new LinkedHashMap<>();
    keys.forEach(key -> Optional.ofNullable(changes.get(key)).ifPresent(c -> ordered.put(key, c)));
    return ordered;
  }

  private Change.Why whyNot(String unit, String key) {
    return sample(before, unit, key).isPresent() && sample(after, unit, key).isPresent()
        ? Change.Why.FEW_CAME_OR_WENT
        : Change.Why.NOT_SHOWN_BOTH_TIMES;
  }

  /** Of each unit that is compared on the question, its people outside those below it. */
  private SequencedMap<String, Cell> cells(String key) {
    SequencedMap<String, Cell> cells = new LinkedHashMap<>();
    for (Membership membership : memberships.values()) {
      Optional<Sample> old = sample(before, membership.unit(), key);
      Optional<Sample> now = sample(after, membership.unit(), key);
      if (old.isPresent() && now.isPresent()) {
        cells.put(membership.unit(), new Cell(membership.turnover(), old.get(), now.get()));
      }
    }
    cells.forEach((unit, cell) -> cell.hangUnder(above(unit, cells)));
    for (Cell cell : cells.values()) {
      for (Cell at = cell; at != null; at = at.above) {
        at.below.add(cell);
      }
    }
    return cells;
  }

  /** The nearest unit above that is compared on the question as well. */
  private @Nullable Cell above(String unit, Map<String, Cell> cells) {
    for (Membership at = memberships.get(unit); at != null && at.above() != null; ) {
      Cell above = cells.get(at.above());
      if (above != null) {
        return above;
      }
      at = memberships.get(at.above());
    }
    return null;
  }

  private static Optional<Sample> sample(Release release, String unit, String key) {
    if (!(release.find(unit).orElse(null) instanceof UnitRelease.Shown shown)) {
      return Optional.empty();
    }
    return switch (shown.figures().get(key)) {
      case null -> Optional.empty();
      case Figure.HiddenFigure hidden -> Optional.empty();
      case Figure.Mean it -> Optional.of(new Sample(it.n(), it.mean(), it.sd() * it.sd()));
      case Figure.Distribution it -> Optional.of(new Sample(it.n(), it.mean(), it.sd() * it.sd()));
      case Figure.TickShares ticks ->
          throw new IllegalArgumentException(
              "\"" + key + "\" has words that people tick; expected a question with a mean");
    };
  }

  /** A unit; its samples become those of its remainder. */
  private static final class Cell {
    private final Turnover turnover;
    private final Sample wholeBefore;
    private final Sample wholeAfter;
    private final List<Cell> below = new ArrayList<>();
    private Sample before;
    private Sample after;
    private @Nullable Cell above;

    Cell(Turnover turnover, Sample before, Sample after) {
      this.turnover = turnover;
      this.wholeBefore = before;
      this.wholeAfter = after;
      this.before = before;
      this.after = after;
    }

    void hangUnder(@Nullable Cell unit) {
      above = unit;
      if (unit != null) {
        unit.before = unit.before.without(wholeBefore);
        unit.after = unit.after.without(wholeAfter);
      }
    }

    /** Itself and the units below it. */
    Waves waves() {
      return new Waves(
          below.stream().map(cell -> cell.before).toList(),
          below.stream().map(cell -> cell.after).toList(),
          turnover);
    }
  }
}
