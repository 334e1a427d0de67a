package nl.onderstroom.engine.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Splits people who would answer together by cuts, such as their site, where every part is large
 * enough to answer together by itself. Nothing finer than such a part ever reaches an answer, so a
 * cut can only be shown of parts that lie in it wholly.
 *
 * <p>Cut by cut, in the order given: if each value, and nobody's value, is that of no one or of at
 * least the floor, people are split by it; if not, they stay together and belong to none of its
 * values. Cost: O(people × cuts).
 *
 * @param people in the order given
 * @param cuts ids of what they all share
 */
public record CohortSplit<P>(List<P> people, Set<String> cuts) {
  public CohortSplit {
    people = List.copyOf(people);
    cuts = Set.copyOf(cuts);
  }

  /**
   * @param people who would answer together
   * @param cuts per cut the id of the group that somebody is in, empty when in none
   * @param floor least people in a part
   * @return at least one part, unless there is nobody; each person in one
   */
  public static <P> List<CohortSplit<P>> of(
      List<P> people, List<Function<P, Optional<String>>> cuts, int floor) {
    List<CohortSplit<P>> parts =
        people.isEmpty() ? List.of() : List.of(new CohortSplit<>(people, Set.of()));
    for (Function<P, Optional<String>> cut : cuts) {
      parts = parts.stream().flatMap(part -> part.by(cut, floor).stream()).toList();
    }
    return parts;
  }

  private List<CohortSplit<P>> by(Function<P, Optional<String>> cut, int floor) {
    Map<String, List<P>> byValue = new TreeMap<>();
    List<P> none = new ArrayList<>();
    for (P person : people) {
      cut.apply(person)
          .map(value -> byValue.computeIfAbsent(value, each -> new ArrayList<>()))
          .orElse(none)
          .add(person);
    }
    int parts = byValue.size() + (none.isEmpty() ? 0 : 1);
    boolean large =
        byValue.values().stream().allMatch(part -> part.size() >= floor)
            && (none.isEmpty() || none.size() >= floor);
    if (parts > 1 && !large) {
      return List.of(this);
    }
    List<CohortSplit<P>> split = new ArrayList<>();
    byValue.forEach((value, part) -> {
      Set<String> both = new TreeSet<>(cuts);
      both.add(value);
      split.add(new CohortSplit<>(part, both));
    });
    if (!none.isEmpty()) {
      split.add(new CohortSplit<>(none, cuts));
    }
    return split;
  }
}
