package nl.onderstroom.server.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import nl.onderstroom.engine.disclosure.audit.Groups;

/** Who is in which group, as the rows of a file come by. Mutable while it is read. */
final class Membership {
  static final int MOST_GROUPS = 100_000;
  static final int MOST_PEOPLE = 1_000_000;
  static final int MOST_ROWS = 10_000_000;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> people = new ArrayList<>();
  private final SequencedMap<String, Map<Integer, Integer>> lines = new LinkedHashMap<>();
  private long rows;

  /**
   * @return the line on which this member was named in this group before; 0 if it was not
   */
  int add(String group, String member, int line) {
    int number = numbers.computeIfAbsent(member, name -> numbers.size());
    if (number == people.size()) {
      people.add(member);
    }
    rows++;
    Integer earlier =
        lines.computeIfAbsent(group, name -> new HashMap<>()).putIfAbsent(number, line);
    return earlier == null ? 0 : earlier;
  }

  boolean isEmpty() {
    return people.isEmpty();
  }

  boolean isTooLarge() {
    return lines.size() > MOST_GROUPS || people.size() > MOST_PEOPLE || rows > MOST_ROWS;
  }

  int people() {
    return people.size();
  }

  String name(int person) {
    return people.get(person);
  }

  Groups groups() {
    return new Groups(
        List.copyOf(lines.keySet()),
        lines.values().stream()
            .map(
                members -> members.keySet().stream().mapToInt(Integer::intValue).sorted().toArray())
            .toList(),
        people.size());
  }
}
