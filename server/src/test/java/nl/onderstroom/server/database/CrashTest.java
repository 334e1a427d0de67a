package nl.onderstroom.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** What ends badly, and who runs it. Every program here is a real one, and so is its end. */
@Tag("database")
class CrashTest {
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  /** Outside the tests' own temporary folders, which other accounts may not pass through. */
  private Path data;

  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    data = Files.createTempDirectory("onderstroom-crash-");
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    folder = data.resolve("postgres");
  }

  @AfterEach
  void removeFolder() throws IOException {
    FileSystemUtils.deleteRecursively(data);
  }

  @Test
  void whatWasAcknowledgedSurvivesTheDeathOfTheProgram() throws Exception {
    long server = killAfterWriting(Durability.KEPT);
    try (EmbeddedPostgres postgres = start(ServerAccount.find())) {
      assertThat(server()).as("the server that was left behind is taken over").isEqualTo(server);
      assertThat(names(postgres)).containsExactly("Fatima");
    }
    assertThat(PostmasterFile.find(folder.resolve("cluster"))).isEmpty();
  }

  @Test
  void whatWasAcknowledgedSurvivesTheDeathOfTheServerToo() throws Exception {
    long server = killAfterWriting(Durability.KEPT);
    ProcessHandle.of(server).orElseThrow().destroyForcibly();
    try (EmbeddedPostgres postgres = start(ServerAccount.find())) {
      assertThat(server()).isNotEqualTo(server);
      assertThat(names(postgres)).containsExactly("Fatima");
    }
  }

  @Test
  void aServerLeftBehindThatIsNotAsOursIsReplaced() throws Exception {
    long server = killAfterWriting(Durability.LOST);
    try (EmbeddedPostgres postgres = start(ServerAccount.find())) {
      assertThat(server()).isNotEqualTo(server);
      JdbcClient sql = TestDatabase.client(postgres.owner());
      assertThat(sql.sql("show fsync").query(String.class).single()).isEqualTo("on");
      assertThat(names(postgres)).containsExactly("Fatima");
    }
  }

  @Test
  void aCleanEndStopsTheServer() throws Exception {
    Process program = program(List.of(), CLASS_PATH, "application", data.toString());
    PostmasterFile server = PostmasterFile.find(folder.resolve("cluster")).orElseThrow();
    assertThat(server.serves(folder.resolve("cluster"))).isTrue();
    program.destroy();
    assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(server.serves(folder.resolve("cluster"))).isFalse();
    assertThat(PostmasterFile.find(folder.resolve("cluster"))).isEmpty();
  }

  @Test
  void anOrdinaryUserCanRunIt() throws Exception {
    ServerAccount nobody = otherAccount();
    nobody.own(data);
    Process program =
        program(
            nobody.prefix(), copyClassPath(), "write", folder.toString(), data.toString(), "KEPT");
    ProcessHandle server = ProcessHandle.of(server()).orElseThrow();
    Object uid = Files.getAttribute(Path.of("/proc/" + server.pid()), "unix:uid");
    assertThat(uid).isEqualTo(ServerAccount.ordinaryAccount().uid());
    program.destroyForcibly().waitFor();
    server.destroy();
    server.onExit().get(30, TimeUnit.SECONDS);
  }

  @Test
  void rootCanRunItAsAnotherAccount() throws Exception {
    try (EmbeddedPostgres postgres =
        new EmbeddedPostgres(folder, data, otherAccount(), Durability.KEPT)) {
      Object uid = Files.getAttribute(Path.of("/proc/" + server()), "unix:uid");
      assertThat(uid).isEqualTo(ServerAccount.ordinaryAccount().uid());
      assertThat(TestDatabase.client(postgres.owner()).sql("select 1").query(Long.class).single())
          .isEqualTo(1);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .isEqualTo("rwx------");
    }
  }

  private static ServerAccount otherAccount() {
    assumeTrue(ServerAccount.ownUid() == 0, "only root can become another account");
    ServerAccount other = ServerAccount.setpriv(ServerAccount.ordinaryAccount());
    assumeTrue(other.works(), "setpriv does not work here");
    return other;
  }

  private EmbeddedPostgres start(ServerAccount account) {
    return new EmbeddedPostgres(folder, TestDatabase.programs(), account, Durability.KEPT);
  }

  /** Returns the number of the server's process. */
  private long killAfterWriting(Durability durability) throws Exception {
    Process program =
        program(
            List.of(),
            CLASS_PATH,
            "write",
            folder.toString(),
            TestDatabase.programs().toString(),
            durability.name());
    program.destroyForcibly().waitFor();
    return server();
  }

  private long server() throws IOException {
    return PostmasterFile.find(folder.resolve("cluster")).orElseThrow().pid();
  }

  private static List<String> names(EmbeddedPostgres postgres) {
    return TestDatabase.client(postgres.owner())
        .sql("select name from colleague")
        .query((row, n) -> row.getString(1))
        .list();
  }

  /** A program that has come as far as it says it will. */
  private static Process program(List<String> prefix, String classPath, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classPath, DatabaseProcess.class.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> said = new ArrayList<>();
    BufferedReader output = process.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.equals(DatabaseProcess.READY)) {
        return process;
      }
      said.add(line);
    }
    throw new AssertionError("The program ended too early:\n" + String.join("\n", said));
  }

  /** Copies what the program needs to where another account can read it. */
  private String copyClassPath() throws IOException {
    Path target = Files.createDirectory(data.resolve("classes"));
    List<Path> copied = new ArrayList<>();
    for (String entry : CLASS_PATH.split(File.pathSeparator, -1)) {
      Path source = Path.of(entry);
      if (Files.isDirectory(source)
          || entry.matches(
              ".*/(.*postgres.*|commons-.*|xz-.*|slf4j.*|logback.*|spring-core-.*|spring-boot-4.*|jspecify.*)[.]jar")) {
        Path copy = target.resolve(copied.size() + "-" + source.getFileName());
        FileSystemUtils.copyRecursively(source, copy);
        copied.add(copy);
      }
    }
    return copied.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
