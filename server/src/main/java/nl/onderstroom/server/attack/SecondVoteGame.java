package nl.onderstroom.server.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.onderstroom.engine.ballot.Ballot;
import nl.onderstroom.server.rounds.RoundId;

/**
 * A respondent sends one ballot a thousand times at once: one may be counted, and lie in the box.
 * And she sends ballots that are forged, cut short, of another cohort or another round: each is to
 * be refused, and in the same words, or what is said tells what was wrong.
 */
final class SecondVoteGame {
  private static final int AT_ONCE = 1_000;
  private static final int OF_EACH = 50;
  private static final int NO_COHORT = 1_000;

  private final Firm firm;
  private final boolean broken;
  private final String suffix;
  private final AskedRound earlier;
  private final AskedRound round;

  /**
   * @param firm of two teams at least; its server is stopped by the game
   */
  SecondVoteGame(Firm firm, Breakage breakage, long seed) {
    var random = new Random(seed);
    this.firm = firm;
    this.broken = breakage != Breakage.NONE;
    this.suffix = broken ? ": " + breakage.code() : "";
    this.earlier = AskedRound.open(firm, random);
    this.round = AskedRound.open(firm, random);
  }

  List<Outcome> play() {
    Outcome forgeries = forgeries();
    return List.of(replays(), forgeries);
  }

  private Outcome replays() {
    Callable<Reply> same = hand(round.id(), round.cohort(0), round.ballot(0));
    long counted =
        atOnce(Collections.nCopies(AT_ONCE, same)).stream()
            .filter(reply -> reply.result().equals("counted"))
            .count();
    long tooMany = Math.max(Math.abs(counted - 1), Math.abs(inTheBox() - 1));
    return Outcome.ofTries("second-vote" + suffix, broken, AT_ONCE, Math.toIntExact(tooMany));
  }

  private long inTheBox() {
    firm.stop();
    Path box = firm.data().resolve("boxes").resolve("round-" + round.id() + OpenedBox.BOX);
    try {
      return OpenedBox.open(box).full();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Outcome forgeries() {
    List<Reply> said = atOnce(wrongBallots());
    Reply refusal =
        said.stream().filter(reply -> reply.result().equals("refused")).findFirst().orElse(null);
    long notRefusedAlike = said.stream().filter(reply -> !reply.equals(refusal)).count();
    return Outcome.ofTries(
        "forgeries" + suffix, broken, said.size(), Math.toIntExact(notRefusedAlike));
  }

  private List<Callable<Reply>> wrongBallots() {
    Ballot real = round.ballot(1);
    int cohort = round.cohort(1);
    List<Callable<Reply>> tries = new ArrayList<>();
    for (int i = 0; i < OF_EACH; i++) {
      byte[] forged = flipped(real.signature(), i);
      byte[] changed = flipped(real.message(), i);
      byte[] shortSignature = Arrays.copyOf(real.signature(), i);
      byte[] shortMessage = Arrays.copyOf(real.message(), i);
      tries.add(hand(round.id(), cohort, new Ballot(real.message(), forged)));
      tries.add(hand(round.id(), cohort, new Ballot(changed, real.signature())));
      tries.add(hand(round.id(), cohort, new Ballot(real.message(), shortSignature)));
      tries.add(hand(round.id(), cohort, new Ballot(shortMessage, real.signature())));
      tries.add(hand(round.id(), round.cohort(Firm.TEAM), real));
      tries.add(hand(round.id(), NO_COHORT + i, real));
      tries.add(hand(round.id(), cohort, earlier.ballot(1 + i % (Firm.TEAM - 1))));
      tries.add(hand(earlier.id(), cohort, real));
      tries.add(hand(new RoundId(round.id().value() + 1 + i), cohort, real));
    }
    return tries;
  }

  private Callable<Reply> hand(RoundId where, int cohort, Ballot ballot) {
    String body = Participant.padded(Participant.body(cohort, ballot, 1, round.anySheet()));
    return () -> firm.participant(1).hand(where.toString(), body);
  }

  private static byte[] flipped(byte[] bytes, int at) {
    byte[] flipped = bytes.clone();
    flipped[at % flipped.length] ^= 1;
    return flipped;
  }

  private static List<Reply> atOnce(List<Callable<Reply>> tries) {
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Reply> said = new ArrayList<>();
      for (Future<Reply> each : all.invokeAll(tries)) {
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
