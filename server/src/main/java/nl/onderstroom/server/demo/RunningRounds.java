package nl.onderstroom.server.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import nl.onderstroom.server.ballots.Countersigning;
import nl.onderstroom.server.ballots.KeyMaking;
import nl.onderstroom.server.ballots.Opening;
import nl.onderstroom.server.rounds.CohortKeys;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings the two rounds that run to where a guest finds them: the seventh open, with a ballot for
 * everybody and answers of all but the guests' people; the eighth handing out. By the same doors as
 * everybody, with real ballots, in the background: the first page need not wait. Stopped half way,
 * the next start goes on.
 */
@Component
@ConditionalOnProperty("onderstroom.demo")
public class RunningRounds implements SmartLifecycle {
  static final int OPEN = Simulation.ROUNDS + 1;
  static final int HANDING_OUT = Simulation.ROUNDS + 2;

  private static final Logger LOG = LoggerFactory.getLogger(RunningRounds.class);

  private final Company company;
  private final Simulation simulation;
  private final Rounds rounds;
  private final KeyMaking making;
  private final CohortKeys keys;
  private final Countersigning countersigning;
  private final Opening opening;
  private final TakingPart takingPart;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();

  private Optional<Thread> worker = Optional.empty();

  RunningRounds(
      Company company,
      Simulation simulation,
      Rounds rounds,
      KeyMaking making,
      CohortKeys keys,
      Countersigning countersigning,
      Opening opening,
      TakingPart takingPart) {
    this.company = company;
    this.simulation = simulation;
    this.rounds = rounds;
    this.making = making;
    this.keys = keys;
    this.countersigning = countersigning;
    this.opening = opening;
    this.takingPart = takingPart;
  }

  /** Done when both rounds are where they should be. */
  public CompletableFuture<Void> ready() {
    return ready;
  }

  @Override
  @SuppressWarnings("ThreadPriorityCheck") // Pages go first; nothing depends on it.
  public void start() {
    worker =
        Optional.of(
            Thread.ofPlatform()
                .name("demo")
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .start(this::live));
  }

  private void live() {
    try {
      Optional<Round> handingOut = find(HANDING_OUT);
      // The last thing that is done.
      if (handingOut.filter(round -> !keys.isCountersigned(round.id())).isPresent()) {
        Optional<Round> open = find(OPEN);
        if (open.isPresent()) {
          handOut(open.get());
          answer(open.get().id());
        }
        countersign(handingOut.get());
        LOG.info(
            "Round {} of the example company is open, round {} hands out ballots.",
            OPEN,
            HANDING_OUT);
      }
      ready.complete(null);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      ready.completeExceptionally(new CancellationException());
    } catch (ExecutionException | RuntimeException failure) {
      ready.completeExceptionally(failure);
      if (!Thread.currentThread().isInterrupted()) {
        LOG.error("The rounds of the example company that run now could not be set up.", failure);
      }
    }
  }

  private void handOut(Round round) throws InterruptedException, ExecutionException {
    if (round.isAt(RoundState.ISSUING)) {
      countersign(round);
      takingPart.fetch(round.id(), company.people());
      opening.open(round.id());
    }
  }

  private void countersign(Round round) throws InterruptedException, ExecutionException {
    if (round.isAt(RoundState.ISSUING)) {
      making.await(round.id()).get();
      if (!keys.isCountersigned(round.id())) {
        countersigning.countersign(
            round.id(),
            TakingPart.identity(company.person(Persona.WORKS_COUNCIL)),
            keys.find(round.id()).orElseThrow().fingerprint());
      }
    }
  }

  /** Without the personas: whoever comes in as one of them has yet to answer. */
  private void answer(RoundId round) throws InterruptedException {
    if (rounds.get(round).isAt(RoundState.OPEN)) {
      Set<Integer> personas =
          Arrays.stream(Persona.values())
              .map(each -> company.person(each).number())
              .collect(Collectors.toSet());
      List<Sheet> sheets =
          simulation.round(Simulation.ROUNDS).stream()
              .filter(sheet -> !personas.contains(sheet.person()))
              .toList();
      takingPart.answer(round, sheets, Voices.of(Simulation.ROUNDS + 1));
    }
  }

  private Optional<Round> find(int number) {
    return rounds.list().stream()
        .filter(round -> round.name().equals(DemoSeeding.name(number)))
        .findFirst();
  }

  @Override
  public void stop() {
    worker.ifPresent(thread -> {
      thread.interrupt();
      try {
        thread.join();
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
      }
    });
    worker = Optional.empty();
  }

  @Override
  public boolean isRunning() {
    return worker.isPresent();
  }
}
