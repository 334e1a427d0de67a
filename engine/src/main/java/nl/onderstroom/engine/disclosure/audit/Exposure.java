package nl.onderstroom.engine.disclosure.audit;

import java.util.List;

/**
 * People about whom together something can be worked out, and how.
 *
 * @param people their numbers, ascending
 * @param from groups whose figures, each times its coefficient, add up to the figure about them
 */
public record Exposure(List<Integer> people, List<Term> from) {
  public Exposure {
    people = List.copyOf(people);
    from = List.copyOf(from);
  }

  /** A group's figure, so many times. */
  public record Term(String group, Fraction coefficient) {}

  public int size() {
    return people.size();
  }
}
