package nl.onderstroom.engine.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a batch of new votes changes. People and statements stand where they stood; new ones come
 * after them, in the order in which they are first named. O(votes), to copy them.
 *
 * @param people whose votes changed or who are new, ascending
 * @param size how many votes are new, or other than they were
 */
record Change(Votes before, Votes after, int[] people, int size) {
  /** Of the votes of a person on a statement the last one in the batch counts. */
  static Change of(Votes votes, Index index, List<NewVote> batch) {
    Naming people = new Naming(index.people());
    Naming statements = new Naming(index.statements());
    Map<Integer, Map<Integer, Integer>> cast = new TreeMap<>();
    for (NewVote one : batch) {
      int statement = statements.number(one.statementId());
      cast.computeIfAbsent(people.number(one.personId()), _ -> new TreeMap<>())
          .put(statement, statement << 2 | (one.vote().number() + 1));
    }
    Map<Integer, int[]> changed = new TreeMap<>();
    int size = 0;
    for (Map.Entry<Integer, Map<Integer, Integer>> one : cast.entrySet()) {
      int person = one.getKey();
      int[] old = person < votes.people() ? votes.entries(person) : new int[0];
      int[] now = merged(old, one.getValue());
      int different =
          (int) Arrays.stream(now).filter(entry -> Arrays.binarySearch(old, entry) < 0).count();
      if (different > 0) {
        changed.put(person, now);
        size += different;
      }
    }
    return new Change(
        votes,
        size == 0 ? votes : votes.with(changed, people.added, statements.added),
        changed.keySet().stream().mapToInt(Integer::intValue).toArray(),
        size);
  }

  private static int[] merged(int[] old, Map<Integer, Integer> cast) {
    int[] all = Arrays.copyOf(old, old.length + cast.size());
    int size = old.length;
    for (Map.Entry<Integer, Integer> one : cast.entrySet()) {
      // Where any vote on the statement is or would be: codes are 0, 1 and 2.
      int at = -Arrays.binarySearch(old, one.getKey() << 2 | 3) - 2;
      boolean again = at >= 0 && old[at] >>> 2 == one.getKey();
      all[again ? at : size++] = one.getValue();
    }
    int[] merged = Arrays.copyOf(all, size);
    Arrays.sort(merged);
    return merged;
  }

  /** Numbers for ids, new ones after those there are. */
  private static final class Naming {
    private final Map<String, Integer> known;
    private final Map<String, Integer> fresh = new HashMap<>();
    private final List<String> added = new ArrayList<>();

    Naming(Map<String, Integer> known) {
      this.known = known;
    }

    int number(String id) {
      Integer number = known.get(id);
      return number != null
          ? number
          : fresh.computeIfAbsent(
              id,
              _ -> {
                added.add(id);
                return known.size() + added.size() - 1;
              });
    }
  }
}
