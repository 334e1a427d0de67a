package nl.onderstroom.bench.ballots;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import nl.onderstroom.bench.ScratchFolder;
import nl.onderstroom.engine.ballot.Ballot;
import nl.onderstroom.engine.ballot.BlindedMessage;
import nl.onderstroom.engine.ballot.SigningKey;
import nl.onderstroom.engine.ballot.VerifyingKey;
import nl.onderstroom.server.Server;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.CohortKeys;
import nl.onderstroom.server.rounds.Organisation;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundOpened;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.rounds.Unit;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A server with a database of its own and a round that takes answers. No people: who they are plays
 * no part in answering, and the keys are here, so that ballots are made as fast as they are signed.
 */
final class OpenRound implements AutoCloseable {
  private static final int COHORTS = 100;
  private static final int FLOOR = 7;
  private static final int MESSAGE_BYTES = 32;

  private final ScratchFolder folder;
  private final ConfigurableApplicationContext server;
  private final Map<Integer, SigningKey> keys = new HashMap<>();
  private final RoundId id;

  /** A ballot, and the cohort that it is of. */
  record Held(int cohort, Ballot ballot) {}

  private OpenRound(ScratchFolder folder, ConfigurableApplicationContext server, int people) {
    this.folder = folder;
    this.server = server;
    this.id = room(Rounds.class).draft("Bench", FLOOR, Questionnaire.FIRST);
    open(people / COHORTS);
  }

  /**
   * @param people who have a ballot, a multiple of {@value #COHORTS}
   */
  static OpenRound of(int people) throws IOException {
    ScratchFolder folder = ScratchFolder.make();
    return new OpenRound(
        folder,
        new SpringApplication(Server.class)
            .run(
                "--server.port=0",
                "--onderstroom.answers.port=0",
                "--logging.level.nl.onderstroom=warn",
                "--onderstroom.data=" + folder.path()),
        people);
  }

  private void open(int ofEach) {
    List<Unit> units = new ArrayList<>(List.of(new Unit("whole", "Whole", null, 0)));
    List<Cohort> cohorts = new ArrayList<>();
    Map<Integer, Integer> issued = new HashMap<>();
    for (int number = 1; number <= COHORTS; number++) {
      units.add(new Unit("unit" + number, "Unit " + number, "whole", ofEach));
      cohorts.add(new Cohort(number, "unit" + number, ofEach));
      issued.put(number, ofEach);
    }
    room(Rounds.class).beginIssuing(id, round -> new Organisation(units, cohorts));
    List<Integer> keyed = room(Rounds.class).listKeyed(id);
    List<SigningKey> made = keyed.parallelStream().map(each -> SigningKey.generate()).toList();
    Map<Integer, VerifyingKey> published = new HashMap<>();
    for (int i = 0; i < keyed.size(); i++) {
      keys.put(keyed.get(i), made.get(i));
      published.put(keyed.get(i), made.get(i).verifying());
    }
    CohortKeys list = room(CohortKeys.class);
    list.publish(id, published);
    list.countersign(id, list.find(id).orElseThrow().fingerprint());
    room(Rounds.class).advance(id, RoundState.ISSUING);
    list.open(id, issued);
    server.publishEvent(new RoundOpened(id));
  }

  /** New ballots, from all cohorts in turn; on all processors. */
  List<Held> ballots(int count) {
    SecureRandom random = new SecureRandom();
    return IntStream.range(0, count)
        .parallel()
        .mapToObj(i -> {
          int cohort = 1 + i % COHORTS;
          SigningKey key = Objects.requireNonNull(keys.get(cohort));
          BlindedMessage asked =
              BlindedMessage.blind(key.verifying(), new byte[MESSAGE_BYTES], random);
          return new Held(cohort, asked.finish(key.blindSign(asked.blinded())));
        })
        .toList();
  }

  RoundId id() {
    return id;
  }

  Path data() {
    return folder.path();
  }

  <T> T room(Class<T> type) {
    return server.getBean(type);
  }

  @Override
  public void close() throws IOException {
    server.close();
    folder.close();
  }
}
