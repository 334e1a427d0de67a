package nl.onderstroom.server.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.onderstroom.server.rounds.RoundId;

/**
 * The attacker holds everything: every table with its hidden columns, every file with the
 * write-ahead log, the box with its key. He even knows in which order people answered, as somebody
 * at the window does. He has to say which answer is whose.
 *
 * <p>Whatever puts ballots in an order is tried, forwards and backwards. Which of all those is best
 * is found on half of the groups and counted on the other half, so that luck is not taken for a
 * leak.
 */
final class DumpGame {
  private final int teams;
  private final int bits;
  private final int trials;

  DumpGame(int teams, int bits, int trials) {
    this.teams = teams;
    this.bits = bits;
    this.trials = trials;
  }

  /** What was sent, in the order in which it was, and what was found. */
  private record Held(List<Sent> sent, List<Trace> traces) {
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

  Outcome play(Breakage breakage) {
    var rounds = new ArrayList<Held>();
    for (int trial = 0; trial < trials; trial++) {
      rounds.add(held(breakage, trial));
    }
    Guess best = best(rounds);
    var advantages = new ArrayList<Double>();
    rounds.forEach(held -> each(held, 1, cohort -> advantages.add(advantage(held, cohort, best))));
    String name = breakage == Breakage.NONE ? "dump" : "dump: " + breakage.code();
    return Outcome.of(
        name,
        breakage != Breakage.NONE,
        advantages.size() * Firm.TEAM,
        advantages.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private Held held(Breakage breakage, int trial) {
    try (Firm firm = Firm.open(teams, breakage, bits, trial)) {
      RoundId round = firm.openRound();
      List<Sent> sent = firm.everybodyAnswers(round);
      var serials = new Serials(sent);
      var traces = new ArrayList<>(Tables.traces(firm, serials));
      firm.stop();
      traces.addAll(Disk.traces(firm.data(), serials));
      return new Held(sent, traces);
    }
  }

  private static Guess best(List<Held> rounds) {
    var scores = new TreeMap<String, Double>();
    var guesses = new TreeMap<String, Guess>();
    for (Held held : rounds) {
      for (Trace trace : held.traces()) {
        for (boolean backwards : new boolean[] {false, true}) {
          var guess = new Guess(trace.where(), backwards);
          guesses.put(guess.toString(), guess);
          each(
              held,
              0,
              cohort ->
                  scores.merge(guess.toString(), advantage(held, cohort, guess), Double::sum));
        }
      }
    }
    return scores.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(entry -> guesses.getOrDefault(entry.getKey(), Guess.CHANCE))
        .orElse(Guess.CHANCE);
  }

  /** Every other cohort, from this one on. */
  private static void each(Held held, int from, java.util.function.Consumer<List<Integer>> work) {
    List<List<Integer>> cohorts = held.cohorts();
    for (int i = from; i < cohorts.size(); i += 2) {
      work.accept(cohorts.get(i));
    }
  }

  /** Share of the cohort that is guessed right, beyond one of all. */
  private static double advantage(Held held, List<Integer> cohort, Guess guess) {
    return held.traces().stream()
        .filter(trace -> trace.where().equals(guess.where()) && trace.covers(cohort))
        .findFirst()
        .map(trace -> {
          List<Integer> order = trace.sorted(cohort);
          List<Integer> told = guess.backwards() ? order.reversed() : order;
          long right = 0;
          for (int i = 0; i < cohort.size(); i++) {
            right += told.get(i).equals(cohort.get(i)) ? 1 : 0;
          }
          return (double) (right - 1) / cohort.size();
        })
        .orElse(0.0);
  }
}
