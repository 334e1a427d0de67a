package nl.onderstroom.server.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Runs PostgreSQL's own programs on our folder. What they say goes to the folder's log. */
record PostgresCommands(PostgresBinaries binaries, ServerAccount account, ClusterFolder folder) {
  /** Long enough to repeat what was not yet written in place when the machine stopped. */
  private static final int START_SECONDS = 300;

  private static final int STOP_SECONDS = 60;

  /** One statement a line. Nobody but the owner gets into the databases that we do not use. */
  private static final String FIRST_SQL =
      """
      create database %s
      revoke all on database postgres from public
      revoke all on database template1 from public
      """
          .formatted(EmbeddedPostgres.DATABASE);

  /**
   * Makes a cluster with one empty database; it appears whole or not at all.
   *
   * @throws DatabaseUnavailable when that fails
   */
  void initialise(Durability durability) throws IOException, InterruptedException {
    Path partial = folder.path().resolve("cluster.new");
    FileSystemUtils.deleteRecursively(partial);
    folder.ensurePassword();
    account.own(folder.path());
    List<String> make =
        List.of(
            binaries.program("initdb"),
            "--pgdata=" + partial,
            "--username=" + EmbeddedPostgres.OWNER,
            "--pwfile=" + folder.passwordFile(),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=icu",
            "--icu-locale=nl-NL",
            "--locale=C",
            "--no-instructions",
            // The whole file system: so the programs are on the disk as well.
            durability == Durability.KEPT ? "--sync-method=syncfs" : "--no-sync");
    // Single-user mode: it needs no connection, and later starts need not look whether it is there.
    List<String> fill =
        List.of(
            binaries.program("postgres"),
            "--single",
            "-c",
            "exit_on_error=on",
            "-D",
            partial.toString(),
            "postgres");
    long logEnd = Files.size(folder.log());
    if (run(make, "") != 0 || run(fill, FIRST_SQL) != 0) {
      throw failed("The built-in database could not be made", logEnd);
    }
    Files.move(partial, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Starts the server and waits until it answers. pg_ctl gives it a session of its own, so that a
   * Ctrl-C reaches us and not the server, which we still need while closing.
   */
  boolean start() throws IOException, InterruptedException {
    return run(
            List.of(
                binaries.program("pg_ctl"),
                "start",
                "--pgdata=" + folder.cluster(),
                "--log=" + folder.log(),
                "--timeout=" + START_SECONDS),
            "")
        == 0;
  }

  /** Stops the server without waiting for its clients; what was acknowledged is kept. */
  boolean stop() throws IOException, InterruptedException {
    return run(
            List.of(
                binaries.program("pg_ctl"),
                "stop",
                "--pgdata=" + folder.cluster(),
                "--mode=fast",
                "--timeout=" + STOP_SECONDS),
            "")
        == 0;
  }

  private int run(List<String> command, String input) throws IOException, InterruptedException {
    Process process =
        account
            .process(command, folder.path())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
            .start();
    try (var standardInput = process.getOutputStream()) {
      standardInput.write(input.getBytes(StandardCharsets.US_ASCII));
    }
    return process.waitFor();
  }

  /**
   * @param logEnd size of the log in bytes before what failed
   */
  DatabaseUnavailable failed(String what, long logEnd) throws IOException {
    String why = logSince(logEnd).strip();
    String advice =
        why.contains("could not bind")
            ? " Another program uses its port: stop that program, or delete the file %s to have another port chosen."
                .formatted(folder.portFile())
            : "";
    return new DatabaseUnavailable(
        "%s in %s.%s PostgreSQL says:%n%s".formatted(what, folder.path(), advice, why));
  }

  /** What was added to the log after it had this many bytes. */
  String logSince(long end) throws IOException {
    byte[] all = Files.readAllBytes(folder.log());
    int from = (int) Math.min(end, all.length);
    return new String(all, from, all.length - from, StandardCharsets.UTF_8);
  }
}
