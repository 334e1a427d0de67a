package nl.onderstroom.engine.landscape;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Who voted what on which statement: at most one vote of a person on a statement, by person, four
 * bytes each.
 *
 * <p>People and statements stand in an order that follows from the votes alone, not from the order
 * or the names in which they came ({@link CanonicalOrder}); what is computed from a {@code Votes}
 * is therefore the same to the last bit however the input was shuffled or renumbered.
 */
public final class Votes {
  /** A person's votes are {@code entries[starts[person]] … entries[starts[person + 1] - 1]}. */
  private final int[] starts;

  /**
   * Statement times four plus 0 (disagree), 1 (pass) or 2 (agree); ascending in a person. After the
   * last person's there may be others, which do not count.
   */
  private final int[] entries;

  private final List<String> personIds;
  private final List<String> statementIds;

  Votes(int[] starts, int[] entries, List<String> personIds, List<String> statementIds) {
    this.starts = starts;
    this.entries = entries;
    this.personIds = personIds;
    this.statementIds = statementIds;
  }

  /** How many people cast a vote. */
  public int people() {
    return starts.length - 1;
  }

  /** How many statements got a vote. */
  public int statements() {
    return statementIds.size();
  }

  /** How many votes count. */
  public int size() {
    return starts[people()];
  }

  /** How many votes one person cast. */
  public int size(int person) {
    return starts[person + 1] - starts[person];
  }

  public String personId(int person) {
    return personIds.get(person);
  }

  public String statementId(int statement) {
    return statementIds.get(statement);
  }

  /** Where a person's votes begin among all votes; they are {@link #size(int)} in a row. */
  public int start(int person) {
    return starts[person];
  }

  int end(int person) {
    return starts[person + 1];
  }

  /** What one of all votes is about. */
  public int statement(int entry) {
    return entries[entry] >>> 2;
  }

  /** What one of all votes says: 0 for disagree, 1 for pass, 2 for agree. */
  public int code(int entry) {
    return entries[entry] & 3;
  }

  Vote vote(int entry) {
    return Vote.of(code(entry) - 1);
  }

  /**
   * The same people and statements with some votes left out, each with the same chance.
   *
   * @param share left out, between 0 and 1
   * @param seed which ones
   */
  Votes without(double share, long seed) {
    long start = CanonicalOrder.mix(seed);
    int[] fewerStarts = new int[starts.length];
    int[] fewer = new int[size()];
    int out = 0;
    for (int person = 0; person < people(); person++) {
      long own = CanonicalOrder.mix(start + person);
      for (int entry = starts[person]; entry < starts[person + 1]; entry++) {
        long mixed = CanonicalOrder.mix(own + (entries[entry] >>> 2));
        // Written whatever it is: which one is left out cannot be foretold.
        fewer[out] = entries[entry];
        out += (mixed >>> 11) * 0x1p-53 >= share ? 1 : 0;
      }
      fewerStarts[person + 1] = out;
    }
    return new Votes(fewerStarts, fewer, personIds, statementIds);
  }

  /** What one person voted, ascending: statement times four plus the code. */
  int[] entries(int person) {
    return Arrays.copyOfRange(entries, starts[person], starts[person + 1]);
  }

  /**
   * The same with other votes of some people; who and what is new comes last, out of the canonical
   * order.
   *
   * @param changed by person, all their votes as {@link #entries} has them
   */
  Votes with(Map<Integer, int[]> changed, List<String> newPeople, List<String> newStatements) {
    int people = people() + newPeople.size();
    int[] others = new int[people + 1];
    for (int person = 0; person < people; person++) {
      int[] own = changed.get(person);
      others[person + 1] = others[person] + (own == null ? size(person) : own.length);
    }
    int[] all = new int[others[people]];
    int done = 0;
    for (Map.Entry<Integer, int[]> one : new TreeMap<>(changed).entrySet()) {
      int person = one.getKey();
      copyPeople(done, Math.min(person, people()), all, others);
      System.arraycopy(one.getValue(), 0, all, others[person], one.getValue().length);
      done = person + 1;
    }
    copyPeople(done, people(), all, others);
    return new Votes(others, all, both(personIds, newPeople), both(statementIds, newStatements));
  }

  private void copyPeople(int from, int to, int[] into, int[] others) {
    if (from < to) {
      System.arraycopy(entries, starts[from], into, others[from], starts[to] - starts[from]);
    }
  }

  private static List<String> both(List<String> names, List<String> more) {
    return more.isEmpty() ? names : Stream.concat(names.stream(), more.stream()).toList();
  }

  /** The same votes in canonical order. */
  Votes canonical() {
    return CanonicalOrder.of(starts, entries, personIds, statementIds);
  }

  /**
   * Only the first people in the canonical order, as good as a random sample; all statements. No
   * vote is copied.
   */
  Votes first(int people) {
    return new Votes(
        Arrays.copyOf(starts, people + 1), entries, personIds.subList(0, people), statementIds);
  }

  /** The first people in the canonical order: as good as a random sample. */
  int peopleWithin(long votes) {
    int at = Arrays.binarySearch(starts, (int) Math.min(votes, Integer.MAX_VALUE));
    return Math.max(1, Math.min(people(), at >= 0 ? at : -at - 2));
  }
}
