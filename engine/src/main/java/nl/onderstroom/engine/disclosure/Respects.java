package nl.onderstroom.engine.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import nl.onderstroom.engine.summary.Answers;
import nl.onderstroom.engine.summary.Composite;
import nl.onderstroom.engine.summary.Histogram;
import nl.onderstroom.engine.summary.Quantity;

/** In which respects a question must be safe, and what those attached to each unit add to each. */
final class Respects {
  private final Family family;
  private final Floors floors;
  private final Map<String, Composite> byScore = new HashMap<>();

  Respects(Family family, Floors floors) {
    this.family = family;
    this.floors = floors;
    family.shape().composites().forEach(composite -> byScore.put(composite.score(), composite));
  }

  /** Of a question that is shown or hidden by itself, per place. */
  List<List<Part>> own(Quantity quantity) {
    List<String> keys = new ArrayList<>(List.of(quantity.key()));
    Composite score = byScore.get(quantity.key());
    if (score != null) {
      keys.addAll(score.items());
    }
    return everywhere(place -> {
      List<Answers> said = keys.stream().map(key -> family.own(place).answers(key)).toList();
      return List.of(new Part(said.getFirst().n(), said, floor(quantity)));
    });
  }

  /**
   * Of the items of one score, per place: each of them, and those who answered a part of the items,
   * for the score's sum minus the items' sums is about them alone.
   */
  List<List<Part>> own(List<Quantity> items, String partial) {
    return everywhere(place -> {
      List<Part> parts = new ArrayList<>();
      for (Quantity item : items) {
        parts.add(Part.ofAnswers(family.own(place).answers(item.key()), floor(item)));
      }
      long some = family.own(place).histogram(partial).count(1);
      parts.add(Part.ofPeople(some, floors.numbers()));
      return parts;
    });
  }

  /** The levels of a question, or those of a score's only item, which is that item. */
  Optional<Quantity.Levels> levels(Quantity quantity) {
    return counted(quantity)
        .filter(Quantity.Levels.class::isInstance)
        .map(Quantity.Levels.class::cast);
  }

  /** Per place the counts per level; empty for what has no levels. */
  Optional<List<Histogram>> counts(Quantity quantity) {
    return levels(quantity)
        .map(levels ->
            IntStream.range(0, family.tree().size())
                .mapToObj(place -> family.own(place).histogram(levels.key()))
                .toList());
  }

  /** Standard deviation of answers spread evenly over all levels; 0 where there are none. */
  double evenSd(Quantity quantity) {
    double cells = levels(quantity).map(Quantity::cells).orElse(1);
    return Math.sqrt((cells * cells - 1) / 12);
  }

  private Optional<Quantity> counted(Quantity quantity) {
    Composite score = byScore.get(quantity.key());
    if (score == null) {
      return Optional.of(quantity);
    }
    return score.items().size() == 1
        ? Optional.of(quantity(score.items().getFirst()))
        : Optional.empty();
  }

  /** Of words, and of two levels, the least that could be shown tells how many gave each answer. */
  private int floor(Quantity quantity) {
    boolean tellsAll =
        quantity instanceof Quantity.Ticks
            || levels(quantity).filter(levels -> levels.cells() <= 2).isPresent();
    return tellsAll ? floors.distributions() : floors.numbers();
  }

  Quantity quantity(String key) {
    return family.shape().quantities().get(family.shape().index(key));
  }

  private List<List<Part>> everywhere(IntFunction<List<Part>> own) {
    return IntStream.range(0, family.tree().size()).mapToObj(own).toList();
  }
}
