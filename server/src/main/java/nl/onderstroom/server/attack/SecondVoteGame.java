package nl.onderstroom.server.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.onderstroom.engine.ballot.Ballot;
import nl.onderstroom.server.rounds.RoundId;

/**
 * A respondent sends one ballot a thousand times at once, and ballots that are forged, cut short,
 * of another cohort or of another round. Of all those one may be counted.
 */
final class SecondVoteGame {
  private static final int AT_ONCE = 1_000;
  private static final int OF_EACH = 50;

  private SecondVoteGame() {}

  /**
   * @param round open, in which everybody of the firm has a ballot and nobody of team 0 answered
   *     yet
   */
  static List<Outcome> play(Firm firm, RoundId round) {
    return List.of(replays(firm, round), forgeries(firm, round));
  }

  private static Outcome replays(Firm firm, RoundId round) {
    Participant person = firm.participant(0);
    String body =
        Participant.padded(Participant.body(firm.cohort(0), firm.ballot(0), 1, firm.anySheet()));
    List<Callable<String>> tries = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      tries.add(() -> person.hand(round.toString(), body));
    }
    long counted = atOnce(tries).stream().filter("counted"::equals).count();
    return Outcome.ofTries("second-vote", false, AT_ONCE, Math.toIntExact(Math.abs(counted - 1)));
  }

  private static Outcome forgeries(Firm firm, RoundId round) {
    Ballot real = firm.ballot(1);
    int cohort = firm.cohort(1);
    int other = firm.cohort(Firm.TEAM + 1);
    List<Callable<String>> tries = new ArrayList<>();
    for (int i = 0; i < OF_EACH; i++) {
      int at = i;
      tries.add(
          hand(firm, round, cohort, new Ballot(real.message(), flipped(real.signature(), at))));
      tries.add(
          hand(firm, round, cohort, new Ballot(flipped(real.message(), at), real.signature())));
      tries.add(
          hand(
              firm,
              round,
              cohort,
              new Ballot(real.message(), java.util.Arrays.copyOf(real.signature(), at))));
      tries.add(hand(firm, round, other, real));
      tries.add(hand(firm, new RoundId(round.value() + 1 + at), cohort, real));
    }
    long notRefused = atOnce(tries).stream().filter(said -> !said.equals("refused")).count();
    return Outcome.ofTries("forgeries", false, tries.size(), Math.toIntExact(notRefused));
  }

  private static Callable<String> hand(Firm firm, RoundId round, int cohort, Ballot ballot) {
    String body = Participant.padded(Participant.body(cohort, ballot, 1, firm.anySheet()));
    return () -> firm.participant(1).hand(round.toString(), body);
  }

  private static byte[] flipped(byte[] bytes, int at) {
    byte[] flipped = bytes.clone();
    flipped[at % flipped.length] ^= 1;
    return flipped;
  }

  private static List<String> atOnce(List<Callable<String>> tries) {
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      List<String> said = new ArrayList<>();
      for (Future<String> each : all.invokeAll(tries)) {
        said.add(each.get());
      }
      return said;
    } catch (ExecutionException problem) {
      throw new IllegalStateException(problem.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped during an attack", stopped);
    }
  }
}
