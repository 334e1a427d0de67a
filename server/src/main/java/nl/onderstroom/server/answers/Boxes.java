package nl.onderstroom.server.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.onderstroom.server.database.FolderLock;
import nl.onderstroom.server.database.PrivateFile;
import nl.onderstroom.server.rounds.CohortKeys;
import nl.onderstroom.server.rounds.KeyList;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of ballot boxes, which one process has: {@code round-7.box} with its key in {@code
 * round-7.key}, and likewise {@code round-7-worries}. A box is made when its round opens, so that a
 * file's age tells of nobody, and destroyed with its key when the round closes; one that a crash
 * left behind is destroyed at the next start.
 */
final class Boxes implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Boxes.class);
  private static final Pattern FILE = Pattern.compile("round-([0-9]{1,18})(-worries)?[.](box|key)");
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Path folder;
  private final Rounds rounds;
  private final CohortKeys keys;
  private final FolderLock lock;
  private final Map<RoundId, OpenRound> open = new ConcurrentHashMap<>();

  /** Held by whoever makes, opens or destroys files, and by who closes a round. */
  private final Lock files = new ReentrantLock();

  private boolean closed;

  private Boxes(Path folder, Rounds rounds, CohortKeys keys, FolderLock lock) {
    this.folder = folder;
    this.rounds = rounds;
    this.keys = keys;
    this.lock = lock;
  }

  /**
   * @throws nl.onderstroom.server.database.DatabaseUnavailable when another process has the folder
   */
  static Boxes in(Path folder, Rounds rounds, CohortKeys keys) {
    try {
      PrivateFile.keepFolder(folder);
      var boxes = new Boxes(folder, rounds, keys, FolderLock.take(folder, PATIENCE));
      boxes.destroyLeftOvers();
      boxes.openAll();
      return boxes;
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while starting", stopped);
    }
  }

  /** The round, if it takes answers. */
  Optional<OpenRound> find(RoundId round) {
    OpenRound known = open.get(round);
    if (known != null) {
      return Optional.of(known);
    }
    // Asked for without the lock first: a flood for a round that takes none must not queue up.
    return findOpen(round).isEmpty() ? Optional.empty() : open(round);
  }

  private Optional<Round> findOpen(RoundId id) {
    return rounds.find(id).filter(round -> round.isAt(RoundState.OPEN));
  }

  private Optional<OpenRound> open(RoundId id) {
    files.lock();
    try {
      OpenRound known = open.get(id);
      if (known != null || closed) {
        return Optional.ofNullable(known);
      }
      Optional<OpenRound> opened = findOpen(id).map(round -> open(id, round.questionnaire()));
      opened.ifPresent(now -> open.put(id, now));
      return opened;
    } finally {
      files.unlock();
    }
  }

  private OpenRound open(RoundId id, Questionnaire questionnaire) {
    List<KeyList.OfCohort> cohorts =
        keys.find(id).map(KeyList::cohorts).orElse(List.of()).stream()
            .filter(KeyList.OfCohort::opened)
            .toList();
    int people =
        cohorts.stream()
            .filter(each -> !each.isEverybody())
            .mapToInt(KeyList.OfCohort::people)
            .sum();
    Optional<KeyList.OfCohort> everybody =
        cohorts.stream().filter(KeyList.OfCohort::isEverybody).findFirst();
    try {
      BallotBox answers =
          box(answers(id), people, SealedSlips.slotBytes(questionnaire.asked().size()));
      Optional<BallotBox> worries =
          everybody.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  box(worries(id), everybody.get().people(), SealedSlips.WORRY_SLOT_BYTES));
      return new OpenRound(
          questionnaire,
          cohorts.stream()
              .collect(Collectors.toMap(KeyList.OfCohort::number, KeyList.OfCohort::key)),
          answers,
          worries);
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  private BallotBox box(String name, int people, int slotBytes) throws IOException {
    return new BallotBox(SealedSlips.open(box(name), key(name), people, slotBytes));
  }

  /**
   * Closes a round that takes answers: nobody can hand in any more, this work takes what is in the
   * boxes, and all that was handed in is destroyed. If the work fails the round goes on.
   *
   * @return false, and nothing was done, when the round takes no answers
   */
  boolean end(RoundId round, Consumer<Emptied> work) {
    files.lock();
    try {
      Optional<OpenRound> ending = find(round);
      if (ending.isEmpty()) {
        return false;
      }
      open.remove(round);
      if (!empty(ending.get(), work)) {
        throw new IllegalStateException("The box of round %s had ended already.".formatted(round));
      }
      destroy(round);
      return true;
    } catch (IOException undestroyed) {
      throw new UncheckedIOException(undestroyed);
    } finally {
      files.unlock();
    }
  }

  /** False when a box had ended before. */
  private static boolean empty(OpenRound round, Consumer<Emptied> work) {
    var done = new AtomicBoolean(true);
    Consumer<SealedSlips> answers =
        sheets -> {
          if (round.worries().isEmpty()) {
            work.accept(new Emptied(sheets.sheets(), List.of()));
          } else {
            done.set(
                round
                    .worries()
                    .get()
                    .end(texts -> work.accept(new Emptied(sheets.sheets(), texts.worries()))));
          }
        };
    return round.answers().end(answers) && done.get();
  }

  /** The key first: without it, every copy of the box is noise. */
  private void destroy(RoundId round) throws IOException {
    for (String name : List.of(answers(round), worries(round))) {
      PrivateFile.destroy(key(name));
      PrivateFile.destroy(box(name));
    }
  }

  private void openAll() {
    for (Round round : rounds.list()) {
      if (round.isAt(RoundState.OPEN)) {
        prepare(round.id());
      }
    }
  }

  /** Makes the box of a round that has just opened, or opens it after a start. */
  void prepare(RoundId round) {
    try {
      find(round);
    } catch (UncheckedIOException unusable) {
      LOG.error("The ballot box of round {} cannot be used.", round, unusable);
    }
  }

  private void destroyLeftOvers() throws IOException {
    for (RoundId round : found()) {
      Optional<RoundState> state = rounds.find(round).map(each -> each.state());
      if (state.isEmpty()) {
        LOG.warn("There is a ballot box of round {}, which this database does not know.", round);
      } else if (state.get().compareTo(RoundState.OPEN) > 0) {
        destroy(round);
      }
    }
  }

  private List<RoundId> found() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> FILE.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .map(name -> new RoundId(Long.parseLong(name.group(1))))
          .distinct()
          .toList();
    }
  }

  private static String answers(RoundId round) {
    return "round-" + round;
  }

  private static String worries(RoundId round) {
    return answers(round) + "-worries";
  }

  private Path box(String name) {
    return folder.resolve(name + ".box");
  }

  private Path key(String name) {
    return folder.resolve(name + ".key");
  }

  @Override
  public void close() throws IOException {
    files.lock();
    try {
      closed = true;
      for (OpenRound each : open.values()) {
        each.answers().close();
        each.worries().ifPresent(BallotBox::close);
      }
    } finally {
      // Another process may have the folder now: nothing of it is opened here any more.
      open.clear();
      files.unlock();
      lock.close();
    }
  }
}
