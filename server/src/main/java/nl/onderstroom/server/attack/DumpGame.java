package nl.onderstroom.server.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The attacker holds everything: what the owner of the database sees, every file with the
 * write-ahead log and the server's own log, a copy that was made half way, and the box with its
 * key. He even knows in which order people answered, as somebody at the window does. He has to say
 * which answer is whose.
 *
 * <p>Whatever puts ballots in an order is tried, forwards and backwards. Which of all those is best
 * is found on half of the groups and counted on the other half, and the other way round, so that
 * luck is not taken for a leak.
 */
final class DumpGame {
  private static final int HALVES = 2;

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

  /** What was sent, in the order in which it was, and what was found. */
  private record Held(List<Sent> sent, Map<String, Trace> traces) {
    /** Numbers of what was sent, by cohort, in the order in which it was. */
    List<List<Integer>> cohorts() {
      var cohorts = new TreeMap<Integer, List<Integer>>();
      for (int i = 0; i < sent.size(); i++) {
        cohorts.computeIfAbsent(sent.get(i).cohort(), each -> new ArrayList<>()).add(i);
      }
      return List.copyOf(cohorts.values());
    }
  }

  /** A way to guess: a trace by its name, forwards or backwards. */
  private record Guess(String where, boolean backwards) {
    private static final Guess CHANCE = new Guess("", false);
  }

  /**
   * @param trials rounds, each with a server of its own
   */
  Outcome play(Breakage breakage, int trials) {
    var rounds = new ArrayList<Held>();
    for (int trial = 0; trial < trials; trial++) {
      rounds.add(held(breakage, trial));
    }
    var advantages = new ArrayList<Double>();
    for (int half = 0; half < HALVES; half++) {
      Guess best = best(rounds, half);
      for (Held held : rounds) {
        each(held, 1 - half, cohort -> advantages.add(advantage(held, cohort, best)));
      }
    }
    String name = breakage == Breakage.NONE ? "dump" : "dump: " + breakage.code();
    return Outcome.of(
        name,
        breakage != Breakage.NONE,
        advantages.size() * Firm.TEAM,
        advantages.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private Held held(Breakage breakage, int trial) {
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
      return new Held(sent, byName);
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

  private Guess best(List<Held> rounds, int half) {
    var scores = new HashMap<Guess, Double>();
    for (Held held : rounds) {
      for (String where : held.traces().keySet()) {
        for (boolean backwards : new boolean[] {false, true}) {
          var guess = new Guess(where, backwards);
          each(
              held,
              half,
              cohort -> scores.merge(guess, advantage(held, cohort, guess), Double::sum));
        }
      }
    }
    return scores.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(Guess.CHANCE);
  }

  /** Every other cohort, from this one on. */
  private static void each(Held held, int from, Consumer<List<Integer>> work) {
    List<List<Integer>> cohorts = held.cohorts();
    for (int i = from; i < cohorts.size(); i += HALVES) {
      work.accept(cohorts.get(i));
    }
  }

  /** Share of the cohort that is guessed right, beyond one of all. */
  private double advantage(Held held, List<Integer> cohort, Guess guess) {
    Trace trace = held.traces().get(guess.where());
    if (trace == null || !trace.tellsOf(cohort)) {
      return 0;
    }
    long right = 0;
    for (int attempt = 0; attempt < GUESSES; attempt++) {
      List<Integer> order = trace.sorted(cohort, chance);
      List<Integer> told = guess.backwards() ? order.reversed() : order;
      for (int i = 0; i < cohort.size(); i++) {
        right += told.get(i).equals(cohort.get(i)) ? 1 : 0;
      }
    }
    return ((double) right / GUESSES - 1) / cohort.size();
  }
}
