package nl.onderstroom.server.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The attacker holds everything: what the owner of the database sees, every file with the
 * write-ahead log and the server's own log, a copy that was made half way, and the box with its
 * key. He even knows in which order people answered, as somebody at the window does. He has to say
 * which answer is whose.
 *
 * <p>Whatever puts ballots in an order is tried, forwards and backwards ({@link CrossFit}).
 */
final class DumpGame {
  /** Where a trace has no order, chance guesses so often. */
  private static final int GUESSES = 20;

  private final int teams;
  private final int bits;
  private final Random chance;

  DumpGame(int teams, int bits, long seed) {
    this.teams = teams;
    this.bits = bits;
    this.chance = new Random(seed);
  }

  /** People of a cohort in the order in which they answered, and what was found. */
  private record Group(List<Integer> ballots, Map<String, Trace> traces) {
    List<Guess> guesses() {
      return traces.keySet().stream()
          .flatMap(where -> Stream.of(new Guess(where, false), new Guess(where, true)))
          .toList();
    }
  }

  /** A way to guess: a trace by its name, forwards or backwards. */
  private record Guess(String where, boolean backwards) {}

  /**
   * @param trials rounds, each with a server of its own
   */
  Outcome play(Breakage breakage, int trials) {
    var groups = new ArrayList<Group>();
    for (int trial = 0; trial < trials; trial++) {
      groups.addAll(groups(breakage, trial));
    }
    double[] advantages = new CrossFit<>(Group::guesses, this::advantage).advantages(groups);
    String name = breakage == Breakage.NONE ? "dump" : "dump: " + breakage.code();
    return Outcome.of(name, breakage != Breakage.NONE, advantages.length * Firm.TEAM, advantages);
  }

  private List<Group> groups(Breakage breakage, int trial) {
    try (Firm firm = Firm.open(teams, breakage, bits);
        Backup backup = Backup.none()) {
      AskedRound round = AskedRound.open(firm, new Random(trial));
      List<Sent> sent =
          round.everybodyAnswers(
              () -> backup.make(firm.data(), breakage == Breakage.BOX_IN_BACKUP));
      var serials = new Serials(sent);
      var traces = new ArrayList<>(Tables.traces(firm.data(), serials));
      firm.stop();
      traces.addAll(Disk.traces(firm.data(), "", serials));
      traces.addAll(Disk.traces(backup.folder(), "backup, ", serials));
      var byName = new HashMap<String, Trace>();
      traces.forEach(trace -> byName.put(trace.where(), trace));
      requireOpenEyes(sent, byName);
      return Sent.byCohort(sent).stream().map(ballots -> new Group(ballots, byName)).toList();
    }
  }

  /** Who finds nothing because he looks in the wrong place has not shown that there is nothing. */
  private static void requireOpenEyes(List<Sent> sent, Map<String, Trace> traces) {
    Trace box = traces.get(Disk.BOX);
    if (box == null || box.places().size() < sent.size()) {
      throw new IllegalStateException(
          "%d answers were sent, and in the ballot box are %d of them; the attack must find all."
              .formatted(sent.size(), box == null ? 0 : box.places().size()));
    }
  }

  /** Share of the cohort that is guessed right, beyond one of all. */
  private double advantage(Group group, Guess guess) {
    Trace trace = group.traces().get(guess.where());
    List<Integer> ballots = group.ballots();
    if (trace == null || !trace.tellsOf(ballots)) {
      return 0;
    }
    long right = 0;
    for (int attempt = 0; attempt < GUESSES; attempt++) {
      List<Integer> order = trace.sorted(ballots, chance);
      List<Integer> told = guess.backwards() ? order.reversed() : order;
      for (int i = 0; i < ballots.size(); i++) {
        right += told.get(i).equals(ballots.get(i)) ? 1 : 0;
      }
    }
    return ((double) right / GUESSES - 1) / ballots.size();
  }
}
