package nl.onderstroom.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Our own PostgreSQL, for a house without a database administrator. It listens on this machine
 * only, asks everyone for a password, keeps what it acknowledged, and sorts Dutch as the Dutch do.
 *
 * <p>It outlives a crash of ours, by design: the next start finds it and takes it over. Closing
 * stops it, within a second or so: running transactions are rolled back.
 */
final class EmbeddedPostgres implements Postgres {
  static final String OWNER = "onderstroom";
  static final String DATABASE = "onderstroom";

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(100);

  /** Long enough to repeat what was not yet written in place when the machine stopped. */
  private static final int START_SECONDS = 300;

  private static final int STOP_SECONDS = 60;

  private final ClusterFolder folder;
  private final PostgresBinaries binaries;
  private final ServerAccount account;
  private final Durability durability;
  private final FolderLock lock;
  private final Login owner;

  /** Starts, or takes over, the server that keeps its data in the folder. */
  static EmbeddedPostgres start(Path folder) {
    return new EmbeddedPostgres(folder, folder, ServerAccount.find(), Durability.KEPT);
  }

  /**
   * @param path the folder to keep everything in; made when absent
   * @param programs the folder to unpack the server's programs in
   * @param durability KEPT, but in tests of other things
   * @throws DatabaseUnavailable when it does not start, or another process has the folder
   */
  EmbeddedPostgres(Path path, Path programs, ServerAccount account, Durability durability) {
    this.account = account;
    this.durability = durability;
    try {
      folder = ClusterFolder.open(path);
      lock = FolderLock.take(folder.path(), PATIENCE);
      try {
        binaries = PostgresBinaries.unpack(programs.toRealPath());
        owner = run();
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

  @Override
  public Login owner() {
    return owner;
  }

  private Login run() throws IOException, InterruptedException {
    folder.boundLog();
    Login login = new Login(url(folder.port(), "postgres"), OWNER, folder.password());
    if (!Files.isDirectory(folder.cluster())) {
      initialise();
    }
    checkDataVersion();
    PostmasterFile server = findRunning(login).orElse(null);
    if (server == null) {
      server = launchWithPatience();
    }
    ensureDatabase(login.at(url(server.port(), "postgres")));
    return login.at(url(server.port(), DATABASE));
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** Makes an empty cluster; it appears whole or not at all. */
  private void initialise() throws IOException, InterruptedException {
    Path partial = folder.path().resolve("cluster.new");
    FileSystemUtils.deleteRecursively(partial);
    account.own(folder.path());
    List<String> command =
        List.of(
            binaries.program("initdb"),
            "--pgdata=" + partial,
            "--username=" + OWNER,
            "--pwfile=" + folder.passwordFile(),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=icu",
            "--icu-locale=nl-NL",
            "--locale=C",
            durability == Durability.KEPT ? "--sync-method=fsync" : "--no-sync");
    long logEnd = Files.size(folder.log());
    if (execute(command) != 0) {
      throw failed("The built-in database could not be made", logEnd);
    }
    Files.move(partial, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
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

  /** A server that a killed process of ours left behind, when it is of use; else it is stopped. */
  private Optional<PostmasterFile> findRunning(Login login)
      throws IOException, InterruptedException {
    PostmasterFile found = PostmasterFile.find(folder.cluster()).orElse(null);
    if (found == null) {
      return Optional.empty();
    }
    if (!found.serves(folder.cluster())) {
      if (found.isAlive()) {
        // The number now belongs to another program, which PostgreSQL would take for a server. It
        // guards against a true second server by the shared memory as well.
        Files.delete(folder.cluster().resolve(PostmasterFile.NAME));
      }
      return Optional.empty();
    }
    if (found.isReady() && isAsWeStartIt(login.at(url(found.port(), "postgres")))) {
      LOG.info("Took over the database server that was still running (process {})", found.pid());
      return Optional.of(found);
    }
    stop();
    return Optional.empty();
  }

  private boolean isAsWeStartIt(Login login) {
    String sql = "select current_setting('server_version'), current_setting('fsync')";
    String fsync = durability == Durability.KEPT ? "on" : "off";
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next()
          && row.getString(1).startsWith(PostgresBinaries.VERSION)
          && row.getString(2).equals(fsync);
    } catch (SQLException unusable) {
      return false;
    }
  }

  /** Processes of a killed server may take a moment to notice; until then a start is refused. */
  private PostmasterFile launchWithPatience() throws IOException, InterruptedException {
    Files.writeString(
        folder.cluster().resolve("postgresql.conf"),
        new ClusterSettings(folder.port(), durability).text());
    account.own(folder.path());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      long logEnd = Files.size(folder.log());
      if (launch()) {
        return PostmasterFile.find(folder.cluster())
            .orElseThrow(() -> failed("The built-in database stopped at once", logEnd));
      }
      boolean isHeld = logSince(logEnd).matches("(?s).*(lock file|shared memory block).*");
      if (!isHeld || System.nanoTime() > deadline) {
        throw failed("The built-in database did not start", logEnd);
      }
      Thread.sleep(PAUSE);
    }
  }

  /** pg_ctl makes the server a session of its own, so that Ctrl-C reaches us first, not it. */
  private boolean launch() throws IOException, InterruptedException {
    List<String> command =
        List.of(
            binaries.program("pg_ctl"),
            "start",
            "--pgdata=" + folder.cluster(),
            "--log=" + folder.log(),
            "--timeout=" + START_SECONDS);
    return execute(command) == 0;
  }

  private void ensureDatabase(Login login) {
    String sql = "select 1 from pg_database where datname = '" + DATABASE + "'";
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement()) {
      boolean exists;
      try (ResultSet row = statement.executeQuery(sql)) {
        exists = row.next();
      }
      if (!exists) {
        statement.execute("create database " + DATABASE);
      }
    } catch (SQLException failure) {
      throw new DatabaseUnavailable(
          "The built-in database in %s started but refused us: %s"
              .formatted(folder.path(), failure.getMessage()),
          failure);
    }
  }

  /** Stops the server; what was acknowledged is kept. */
  @Override
  public void close() {
    try {
      stop();
      lock.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void stop() throws IOException, InterruptedException {
    List<String> command =
        List.of(
            binaries.program("pg_ctl"),
            "stop",
            "--pgdata=" + folder.cluster(),
            "--mode=fast",
            "--timeout=" + STOP_SECONDS);
    if (execute(command) != 0) {
      LOG.warn("The database server did not stop within {} s; see {}", STOP_SECONDS, folder.log());
    }
  }

  private int execute(List<String> command) throws IOException, InterruptedException {
    return account
        .process(command, folder.path())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
        .start()
        .waitFor();
  }

  private DatabaseUnavailable failed(String what, long logEnd) {
    String why = logSince(logEnd);
    String advice =
        why.contains("could not bind")
            ? " Another program uses its port: stop that program, or delete the file %s to choose another port."
                .formatted(folder.path().resolve("port"))
            : "";
    return new DatabaseUnavailable(
        "%s in %s.%s PostgreSQL says:%n%s".formatted(what, folder.path(), advice, why.strip()));
  }

  private String logSince(long end) {
    try {
      byte[] all = Files.readAllBytes(folder.log());
      int from = (int) Math.min(end, all.length);
      return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return "(its log %s cannot be read: %s)".formatted(folder.log(), unreadable.getMessage());
    }
  }
}
