package nl.onderstroom.server.ballots;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import nl.onderstroom.engine.ballot.SigningKey;
import nl.onderstroom.server.database.PeopleDatabase;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.CohortKeys;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes the keys of a round, one a cohort, in the background: the secret halves are kept with the
 * people, then the list of the public ones is published. Making takes about half a second a key of
 * 3,072 bits and a core.
 *
 * <p>Asking again gives the same keys. If the process dies in between, the next start goes on: with
 * the keys that were kept, or with new ones if none were, for then none were published.
 */
@Component
public class KeyMaking implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(KeyMaking.class);

  private final Rounds rounds;
  private final CohortKeys published;
  private final SigningKeys secret;
  private final PeopleDatabase database;
  private final KeySize size;
  private final Map<RoundId, Making> makings = new ConcurrentHashMap<>();

  private volatile ExecutorService threads = stopped();

  KeyMaking(
      Rounds rounds,
      CohortKeys published,
      SigningKeys secret,
      PeopleDatabase database,
      KeySize size) {
    this.rounds = rounds;
    this.published = published;
    this.secret = secret;
    this.database = database;
    this.size = size;
  }

  private record Making(AtomicInteger made, CompletableFuture<Void> done) {}

  /** Makes and publishes the keys of a round that is being handed out, unless that is done. */
  public void make(RoundId round) {
    makings.compute(
        round,
        (id, before) ->
            before == null || before.done().isCompletedExceptionally() ? begin(id) : before);
  }

  /** As {@link #make}; done when the list is published. */
  public CompletableFuture<Void> await(RoundId round) {
    make(round);
    return Objects.requireNonNull(makings.get(round)).done();
  }

  /** How many groups of the round have a key, so far. */
  int made(RoundId round) {
    Making making = makings.get(round);
    return making == null ? 0 : making.made().get();
  }

  private Making begin(RoundId round) {
    var made = new AtomicInteger();
    if (published.find(round).isPresent()) {
      return new Making(made, CompletableFuture.completedFuture(null));
    }
    ExecutorService workers = threads;
    Map<Integer, CompletableFuture<SigningKey>> keys = new TreeMap<>();
    if (secret.list(round).isEmpty()) {
      for (int cohort : rounds.listKeyed(round)) {
        keys.put(
            cohort,
            CompletableFuture.supplyAsync(
                () -> {
                  SigningKey key = SigningKey.generate(size.bits());
                  if (cohort != Cohort.EVERYBODY) {
                    made.incrementAndGet();
                  }
                  return key;
                },
                workers));
      }
    }
    CompletableFuture<Void> done =
        CompletableFuture.allOf(keys.values().toArray(CompletableFuture[]::new))
            .thenRunAsync(() -> keep(round, keys), workers)
            .thenRunAsync(() -> publish(round), workers);
    return new Making(
        made,
        done.whenComplete((nothing, failure) -> {
          if (failure != null && isRunning()) {
            LOG.error(
                "The keys of round {} could not be made; the next start tries again.",
                round,
                failure);
          }
        }));
  }

  private void keep(RoundId round, Map<Integer, CompletableFuture<SigningKey>> keys) {
    database.inTransaction(() -> {
      secret.holdAlone(round);
      if (secret.list(round).isEmpty()) {
        secret.keep(
            round,
            keys.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().join())));
      }
    });
  }

  /** What is kept, whoever made it: so that the two halves always belong together. */
  private void publish(RoundId round) {
    database.inTransaction(() -> {
      secret.holdAlone(round);
      if (published.find(round).isEmpty()) {
        published.publish(
            round,
            secret.list(round).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().verifying())));
      }
    });
  }

  /** Goes on with the keys of rounds that were begun and not published. */
  @Override
  @SuppressWarnings("ThreadPriorityCheck") // Pages go first; nothing depends on it.
  public void start() {
    threads =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("keys-", 0).daemon().priority(Thread.MIN_PRIORITY).factory());
    List<Round> begun =
        rounds.list().stream()
            .filter(round -> round.isAt(RoundState.ISSUING))
            .sorted(Comparator.comparingLong(round -> round.id().value()))
            .toList();
    begun.forEach(round -> make(round.id()));
  }

  /** Half-made keys are let go; nobody has seen them. */
  @Override
  public void stop() {
    ExecutorService stopping = threads;
    threads = stopped();
    stopping.shutdownNow();
    makings
        .values()
        .forEach(each -> each.done().completeExceptionally(new CancellationException()));
    stopping.close();
  }

  private static ExecutorService stopped() {
    ExecutorService none = Executors.newSingleThreadExecutor();
    none.shutdown();
    return none;
  }

  @Override
  public boolean isRunning() {
    return !threads.isShutdown();
  }
}
