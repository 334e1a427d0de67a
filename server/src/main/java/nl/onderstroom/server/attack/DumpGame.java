package nl.onderstroom.server.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The attacker holds everything: what the owner of the database sees, every file with the
 * write-ahead log and the server's own log, a copy that was made half way, and the box with its
 * key. He even knows in which order people answered, as somebody at the window does. He has to say
 * which answer is whose.
 *
 * <p>Whatever puts ballots in an order is laid beside people as they came and beside people by
 * their numbers, forwards and backwards ({@link Group}, {@link CrossFit}).
 */
final class DumpGame {
  private final int teams;
  private final int bits;
  private final Random chance;

  DumpGame(int teams, int bits, long seed) {
    this.teams = teams;
    this.bits = bits;
    this.chance = new Random(seed);
  }

  /**
   * @param trials rounds, each with a server of its own
   */
  Outcome play(Breakage breakage, int trials) {
    var groups = new ArrayList<Group>();
    for (int trial = 0; trial < trials; trial++) {
      groups.addAll(groups(breakage, trial));
    }
    double[] advantages =
        new CrossFit<Group, Group.Guess>(
                Group::guesses, (group, guess) -> group.advantage(guess, chance))
            .advantages(groups);
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
      return Sent.byCohort(sent).stream()
          .map(ballots -> new Group(ballots, Sent.persons(sent), byName))
          .toList();
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
}
