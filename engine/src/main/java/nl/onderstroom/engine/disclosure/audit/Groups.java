package nl.onderstroom.engine.disclosure.audit;

import java.util.Arrays;
import java.util.List;

/**
 * Groups of which figures are told, with who is in them. Immutable.
 *
 * @param names unique, one a group
 * @param members per group the people in it, by number from 0, ascending, none twice
 * @param people how many there are
 */
public record Groups(List<String> names, List<int[]> members, int people) {
  /**
   * @throws IllegalArgumentException if names are not one a group, or members are not ascending
   *     numbers of people
   */
  public Groups {
    names = List.copyOf(names);
    members = members.stream().map(int[]::clone).toList();
    if (names.size() != members.size() || names.stream().distinct().count() != names.size()) {
      throw new IllegalArgumentException(
          "%d names for %d groups; expected one each, none twice"
              .formatted(names.size(), members.size()));
    }
    for (int group = 0; group < names.size(); group++) {
      int before = -1;
      for (int person : members.get(group)) {
        if (person <= before || person >= people) {
          throw new IllegalArgumentException(
              "\"%s\" has person %d after %d; expected ascending numbers below %d"
                  .formatted(names.get(group), person, before, people));
        }
        before = person;
      }
    }
  }

  public int size() {
    return names.size();
  }

  /** Only those groups; people stay numbered as they are. */
  public Groups only(boolean[] kept) {
    int[] places = java.util.stream.IntStream.range(0, size()).filter(at -> kept[at]).toArray();
    return new Groups(
        Arrays.stream(places).mapToObj(names::get).toList(),
        Arrays.stream(places).mapToObj(members::get).toList(),
        people);
  }
}
