package nl.onderstroom.quality.landscape;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import nl.onderstroom.engine.landscape.Vote;
import nl.onderstroom.engine.landscape.Votes;
import nl.onderstroom.engine.landscape.VotesBuilder;

/** Who voted what, one person after another, in the order in which they came. */
final class Conversation {
  static final int DISAGREE = 0;
  static final int PASS = 1;
  static final int AGREE = 2;

  /** Somebody with fewer votes is not placed, unless there are fewer statements. */
  private static final int LEAST_VOTES = 7;

  private final int statements;
  private final int[] starts;

  /** Statement times four plus what was voted. */
  private final int[] entries;

  Conversation(int statements, int[] starts, int[] entries) {
    this.statements = statements;
    this.starts = starts;
    this.entries = entries;
  }

  int people() {
    return starts.length - 1;
  }

  int statements() {
    return statements;
  }

  int votes() {
    return entries.length;
  }

  int votes(int person) {
    return starts[person + 1] - starts[person];
  }

  int start(int person) {
    return starts[person];
  }

  int end(int person) {
    return starts[person + 1];
  }

  int statement(int entry) {
    return entries[entry] >>> 2;
  }

  int vote(int entry) {
    return entries[entry] & 3;
  }

  boolean placed(int person) {
    return votes(person) >= Math.min(LEAST_VOTES, statements);
  }

  /** The shares that agree, (A + 1) / (n + 2), passes being no. */
  double[] smoothedMeans() {
    double[] agree = new double[statements];
    double[] all = new double[statements];
    for (int entry = 0; entry < entries.length; entry++) {
      all[statement(entry)]++;
      agree[statement(entry)] += vote(entry) == AGREE ? 1 : 0;
    }
    return IntStream.range(0, statements).mapToDouble(s -> (agree[s] + 1) / (all[s] + 2)).toArray();
  }

  /** The same people and statements with some of the votes. */
  Conversation where(IntPredicate kept) {
    int[] fewer = new int[entries.length];
    int[] fewerStarts = new int[starts.length];
    int out = 0;
    for (int person = 0; person < people(); person++) {
      for (int entry = starts[person]; entry < starts[person + 1]; entry++) {
        if (kept.test(entry)) {
          fewer[out++] = entries[entry];
        }
      }
      fewerStarts[person + 1] = out;
    }
    return new Conversation(statements, fewerStarts, Arrays.copyOf(fewer, out));
  }

  /** The same people on the same statements, who say something else. */
  Conversation withVotes(int[] votes) {
    int[] other =
        IntStream.range(0, entries.length).map(e -> (entries[e] & ~3) | votes[e]).toArray();
    return new Conversation(statements, starts, other);
  }

  /** Which votes stay when each does with a chance. */
  boolean[] keeping(double share, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    boolean[] kept = new boolean[entries.length];
    for (int entry = 0; entry < kept.length; entry++) {
      kept[entry] = random.nextDouble() < share;
    }
    return kept;
  }

  /**
   * A conversation in another order.
   *
   * @param people where each of its people stands in the first
   * @param statements where each of its statements stands in the first
   */
  @SuppressWarnings("ArrayRecordComponent") // read here only
  record Reordered(Conversation conversation, int[] people, int[] statements) {}

  /** People and statements numbered at random. */
  Reordered shuffled(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return reordered(permutation(people(), random), permutation(statements, random));
  }

  /** In an order that follows from the votes alone. */
  Reordered canonical() {
    Votes votes = engineVotes();
    return reordered(
        IntStream.range(0, people()).map(p -> Integer.parseInt(votes.personId(p))).toArray(),
        IntStream.range(0, statements).map(s -> Integer.parseInt(votes.statementId(s))).toArray());
  }

  /** As the engine has them; people and statements are called by their numbers here. */
  Votes engineVotes() {
    VotesBuilder builder = new VotesBuilder();
    IntStream.range(0, statements).forEach(s -> builder.statement(Integer.toString(s)));
    for (int person = 0; person < people(); person++) {
      int who = builder.person(Integer.toString(person));
      for (int entry = starts[person]; entry < starts[person + 1]; entry++) {
        builder.add(who, statement(entry), Vote.of(vote(entry) - 1), 0);
      }
    }
    return builder.build();
  }

  private Reordered reordered(int[] peopleOrder, int[] statementOrder) {
    int[] place = new int[statements];
    for (int at = 0; at < statements; at++) {
      place[statementOrder[at]] = at;
    }
    int[] newStarts = new int[starts.length];
    int[] newEntries = new int[entries.length];
    int out = 0;
    for (int at = 0; at < peopleOrder.length; at++) {
      int from = out;
      for (int old = starts[peopleOrder[at]]; old < starts[peopleOrder[at] + 1]; old++) {
        newEntries[out++] = place[statement(old)] << 2 | vote(old);
      }
      Arrays.sort(newEntries, from, out);
      newStarts[at + 1] = out;
    }
    return new Reordered(
        new Conversation(statements, newStarts, newEntries), peopleOrder, statementOrder);
  }

  static int[] permutation(int size, SplittableRandom random) {
    int[] order = IntStream.range(0, size).toArray();
    for (int at = size - 1; at > 0; at--) {
      int other = random.nextInt(at + 1);
      int kept = order[at];
      order[at] = order[other];
      order[other] = kept;
    }
    return order;
  }
}
