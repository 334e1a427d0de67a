package nl.onderstroom.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our own PostgreSQL, for a house without a database administrator. It listens on this machine
 * only, asks everyone for a password, keeps what it acknowledged, and sorts Dutch as the Dutch do.
 *
 * <p>It outlives a crash of ours, by design: the next start finds it and takes it over. Closing
 * stops it at once: transactions that still run are rolled back.
 */
final class EmbeddedPostgres implements Postgres {
  static final String OWNER = "onderstroom";
  static final String DATABASE = "onderstroom";

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

  /** How long another process may take to end, which perhaps was just told to. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Durability durability;
  private final ClusterFolder folder;
  private final FolderLock lock;
  private final PostgresCommands commands;
  private final Login owner;

  /**
   * Starts, or takes over, the server that keeps its data in this folder.
   *
   * @throws DatabaseUnavailable when it does not start, or another process has the folder
   */
  static EmbeddedPostgres start(Path folder) {
    return new EmbeddedPostgres(folder, folder, ServerAccount.find(), Durability.KEPT);
  }

  /**
   * @param path the folder to keep everything in; made when absent
   * @param programs the folder to unpack the server's programs in, which may be the same
   * @param durability KEPT, but in tests of other things
   */
  EmbeddedPostgres(Path path, Path programs, ServerAccount account, Durability durability) {
    this.durability = durability;
    try {
      folder = ClusterFolder.open(path);
      lock = FolderLock.take(folder.path(), PATIENCE);
      try {
        PostgresBinaries binaries = PostgresBinaries.unpack(programs.toRealPath());
        commands = new PostgresCommands(binaries, account, folder);
        owner = run(account);
      } catch (IOException | InterruptedException | RuntimeException failure) {
        lock.close();
        throw failure;
      }
    } catch (IOException failure) {
      throw new DatabaseUnavailable(
          "The built-in database cannot use the folder %s: %s. Is there space, and may this user write there?"
              .formatted(path, failure),
          failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailable("Starting the built-in database was interrupted.", stopped);
    }
  }

  private Login run(ServerAccount account) throws IOException, InterruptedException {
    folder.boundLog();
    if (!Files.isDirectory(folder.cluster())) {
      commands.initialise(durability);
    }
    checkDataVersion();
    Optional<PostmasterFile> running = findRunning();
    if (running.isPresent()) {
      return login(running.get().port());
    }
    new ClusterSettings(folder.port(), durability).writeTo(folder.cluster());
    account.own(folder.path());
    return login(launch().port());
  }

  private void checkDataVersion() throws IOException {
    String made = Files.readString(folder.cluster().resolve("PG_VERSION")).strip();
    String ours = PostgresBinaries.VERSION.split("\\.", -1)[0];
    if (!made.equals(ours)) {
      throw new DatabaseUnavailable(
          "The data in %s is of PostgreSQL %s; this Onderstroom brings %s. Make a backup with the version that made the data, and restore it with this one into an empty folder."
              .formatted(folder.cluster(), made, ours));
    }
  }

  /** A server that a killed process of ours left behind, if it is of use; else it is stopped. */
  private Optional<PostmasterFile> findRunning() throws IOException, InterruptedException {
    PostmasterFile found = PostmasterFile.find(folder.cluster()).orElse(null);
    if (found == null) {
      return Optional.empty();
    }
    if (!found.serves(folder.cluster())) {
      return Optional.empty();
    }
    if (found.isReady() && isAsWeStartIt(login(found.port()))) {
      LOG.info("Took over the database server that was still running (process {})", found.pid());
      return Optional.of(found);
    }
    commands.stop();
    return Optional.empty();
  }

  private boolean isAsWeStartIt(Login login) {
    String sql = "select current_setting('server_version'), current_setting('fsync')";
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next()
          && row.getString(1).startsWith(PostgresBinaries.VERSION)
          && row.getString(2).equals(durability == Durability.KEPT ? "on" : "off");
    } catch (SQLException unusable) {
      return false;
    }
  }

  /** Processes of a killed server may take a moment to notice; until then a start is refused. */
  private PostmasterFile launch() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      removeStaleFile();
      long logEnd = Files.size(folder.log());
      if (commands.start()) {
        Optional<PostmasterFile> started = PostmasterFile.find(folder.cluster());
        if (started.isPresent()) {
          return started.get();
        }
      }
      boolean isHeld = commands.logSince(logEnd).matches("(?s).*(lock file|shared memory block).*");
      if (!isHeld || System.nanoTime() > deadline) {
        throw commands.failed("The built-in database did not start", logEnd);
      }
      Thread.sleep(PAUSE);
    }
  }

  /**
   * A killed server leaves a file with its number. When that number is now another program's, or
   * nobody has yet buried the dead process, PostgreSQL takes it for a server that runs. Should one
   * run after all, then PostgreSQL finds out by the shared memory that it holds.
   */
  private void removeStaleFile() throws IOException {
    Optional<PostmasterFile> left = PostmasterFile.find(folder.cluster());
    if (left.isPresent() && !left.get().serves(folder.cluster())) {
      Files.deleteIfExists(folder.cluster().resolve(PostmasterFile.NAME));
    }
  }

  private Login login(int port) throws IOException {
    String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, DATABASE);
    return new Login(url, OWNER, folder.password());
  }

  @Override
  public Login owner() {
    return owner;
  }

  /** Stops the server; what was acknowledged is kept. */
  @Override
  public void close() {
    try (lock) {
      if (!commands.stop()) {
        LOG.warn("The database server did not stop in time; see {}", folder.log());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
