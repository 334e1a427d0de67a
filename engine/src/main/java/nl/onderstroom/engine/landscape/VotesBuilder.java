package nl.onderstroom.engine.landscape;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers votes as they come and keeps of each person on each statement the last one: the one with
 * the highest time, and of equal times the one added last. Sixteen bytes a vote while gathering;
 * {@link #build} is O(votes · log votes of a person).
 */
public final class VotesBuilder {
  /** More statements do not fit the packed form. */
  static final int MOST_STATEMENTS = 1 << 28;

  private final Map<String, Integer> people = new HashMap<>();
  private final Map<String, Integer> statements = new HashMap<>();
  private int[] person = new int[1024];
  private int[] entry = new int[1024];
  private long[] time = new long[1024];
  private int size;

  /** Without votes yet. */
  public VotesBuilder() {}

  /**
   * One vote.
   *
   * @param time orders the votes of one person on one statement; any unit
   */
  public VotesBuilder add(String personId, String statementId, Vote vote, long time) {
    add(person(personId), statement(statementId), vote, time);
    return this;
  }

  /** The index of a person, made when new: for readers that keep it. */
  public int person(String id) {
    return people.computeIfAbsent(id, _ -> people.size());
  }

  /** The index of a statement, made when new: for readers that keep it. */
  public int statement(String id) {
    return statements.computeIfAbsent(id, _ -> statements.size());
  }

  /** One vote, by the indexes that {@link #person} and {@link #statement} gave. */
  public void add(int personIndex, int statementIndex, Vote vote, long when) {
    if (size == person.length) {
      int larger = (int) Math.min(Integer.MAX_VALUE - 8, size * 3L / 2);
      person = Arrays.copyOf(person, larger);
      entry = Arrays.copyOf(entry, larger);
      time = Arrays.copyOf(time, larger);
    }
    person[size] = personIndex;
    entry[size] = statementIndex << 2 | (vote.number() + 1);
    time[size++] = when;
  }

  /** Votes added so far, those that later ones replace included. */
  public int size() {
    return size;
  }

  /** The votes that count, in canonical order. */
  public Votes build() {
    int[] starts = new int[people.size() + 1];
    for (int at = 0; at < size; at++) {
      starts[person[at] + 1]++;
    }
    for (int at = 0; at < people.size(); at++) {
      starts[at + 1] += starts[at];
    }
    int[] order = byPerson(starts);
    int[] kept = lastOnes(starts, order);
    return CanonicalOrder.of(starts, kept, names(people), names(statements));
  }

  /** The rows of each person together, in the order in which they were added. */
  private int[] byPerson(int[] starts) {
    int[] next = Arrays.copyOf(starts, starts.length);
    int[] order = new int[size];
    for (int at = 0; at < size; at++) {
      order[next[person[at]]++] = at;
    }
    return order;
  }

  /** Replaces {@code starts} by those of what is kept. */
  private int[] lastOnes(int[] starts, int[] order) {
    int[] kept = new int[size];
    int out = 0;
    int from = 0;
    long[] keys = new long[16];
    for (int who = 0; who + 1 < starts.length; who++) {
      int to = starts[who + 1];
      keys = keys.length >= to - from ? keys : new long[2 * (to - from)];
      out = lastOnes(order, from, to, keys, kept, out);
      from = to;
      starts[who + 1] = out;
    }
    return kept;
  }

  private int lastOnes(int[] order, int from, int to, long[] keys, int[] kept, int out) {
    for (int at = from; at < to; at++) {
      keys[at - from] = (long) (entry[order[at]] >>> 2) << 32 | (at - from);
    }
    Arrays.sort(keys, 0, to - from);
    int next = out;
    for (int at = 0; at < to - from; at++) {
      int row = order[from + (int) keys[at]];
      boolean same = at > 0 && keys[at] >>> 32 == keys[at - 1] >>> 32;
      if (!same) {
        kept[next++] = row;
      } else if (time[row] >= time[kept[next - 1]]) {
        kept[next - 1] = row;
      }
    }
    for (int at = out; at < next; at++) {
      kept[at] = entry[kept[at]];
    }
    return next;
  }

  private static List<String> names(Map<String, Integer> indexes) {
    String[] names = new String[indexes.size()];
    indexes.forEach((name, index) -> names[index] = name);
    return Arrays.asList(names);
  }
}
