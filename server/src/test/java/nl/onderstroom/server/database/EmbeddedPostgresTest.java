package nl.onderstroom.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("database")
class EmbeddedPostgresTest {
  /** A stopped server to copy: making one takes longer than all that is asked of it here. */
  @TempDir static Path stopped;

  @TempDir Path data;

  @BeforeAll
  static void makeOne() {
    start(stopped.resolve("postgres")).close();
  }

  @BeforeEach
  void copyIt() throws Exception {
    new ProcessBuilder("cp", "-a", stopped.resolve("postgres").toString(), data.toString())
        .inheritIO()
        .start()
        .waitFor();
  }

  private static EmbeddedPostgres start(Path folder) {
    return new EmbeddedPostgres(
        folder, TestDatabase.programs(), ServerAccount.find(), Durability.KEPT);
  }

  private EmbeddedPostgres start() {
    return start(data.resolve("postgres"));
  }

  private Path file(String name) {
    return data.resolve("postgres").resolve(name);
  }

  @Test
  void onlyItsOwnerMayLookInside() throws IOException {
    try (EmbeddedPostgres postgres = start()) {
      assertThat(postgres.owner().user()).isEqualTo("onderstroom");
      assertThat(permissions("")).isEqualTo("rwx------");
      assertThat(permissions("cluster")).isEqualTo("rwx------");
      assertThat(permissions("password")).isEqualTo("rw-------");
      assertThat(permissions("postgres.log")).isEqualTo("rw-------");
    }
  }

  private String permissions(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file(name)));
  }

  @Test
  void keepsWhatItAcknowledgedAndListensHereOnly() {
    try (EmbeddedPostgres postgres = start()) {
      JdbcClient sql = TestDatabase.client(postgres.owner());
      assertThat(setting(sql, "fsync")).isEqualTo("on");
      assertThat(setting(sql, "synchronous_commit")).isEqualTo("on");
      assertThat(setting(sql, "full_page_writes")).isEqualTo("on");
      assertThat(setting(sql, "data_checksums")).isEqualTo("on");
      assertThat(setting(sql, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(setting(sql, "unix_socket_directories")).isEmpty();
      assertThat(setting(sql, "server_version")).startsWith(PostgresBinaries.VERSION);
    }
  }

  private static String setting(JdbcClient sql, String name) {
    return sql.sql("select current_setting(?)").param(name).query(String.class).single();
  }

  @Test
  void asksEveryoneForThePassword() throws IOException {
    try (EmbeddedPostgres postgres = start()) {
      Login owner = postgres.owner();
      for (String user : List.of("onderstroom", "postgres", "root")) {
        Login wrong = new Login(owner.url(), user, "wrong");
        assertThatThrownBy(wrong::connect).hasMessageContaining("password authentication failed");
      }
      assertThat(Files.readAllLines(file("cluster/pg_hba.conf")))
          .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
          .isNotEmpty()
          .allMatch(line -> line.endsWith("scram-sha-256"));
    }
  }

  @Test
  void thePasswordIsInItsFileOnly() throws IOException {
    try (EmbeddedPostgres postgres = start()) {
      String password = postgres.owner().password();
      Preparation.prepare(postgres.owner(), new Migrations(List.of("exampleroster")));
      assertThat(password).hasSize(32);
      assertThat(postgres.owner().toString()).doesNotContain(password);
      assertThat(Files.readString(file("postgres.log"))).doesNotContain(password);
      assertThat(commandLinesAndEnvironments()).isNotEmpty().noneMatch(s -> s.contains(password));
    }
  }

  private static List<String> commandLinesAndEnvironments() throws IOException {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes
          .filter(process -> process.getFileName().toString().matches("\\d+"))
          .flatMap(process -> Stream.of(process.resolve("cmdline"), process.resolve("environ")))
          .map(EmbeddedPostgresTest::readIfThere)
          .filter(text -> !text.isEmpty())
          .toList();
    }
  }

  private static String readIfThere(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException ended) {
      return "";
    }
  }

  @Test
  void itsLogHoldsNothingOfWhatPeopleWrite() throws IOException {
    try (EmbeddedPostgres postgres = start()) {
      Wings wings = Preparation.prepare(postgres.owner(), new Migrations(List.of("exampleroster")));
      JdbcClient sql = TestDatabase.client(wings.people());
      String insert = "insert into colleague (name) values ('geheim')";
      sql.sql(insert).update();
      for (String failing :
          List.of(
              insert,
              "select 'geheim'::bigint",
              "select geheim",
              "select 'geheim' from pg_authid")) {
        assertThatThrownBy(() -> sql.sql(failing).query().listOfRows())
            .hasStackTraceContaining("geheim");
      }
      assertThat(Files.readString(file("postgres.log")))
          .contains("ready to accept connections")
          .doesNotContain("geheim", "colleague", "ERROR", "STATEMENT", "connection ");
    }
  }

  @Test
  void sortsAndCapitalisesDutch() {
    try (EmbeddedPostgres postgres = start()) {
      JdbcClient sql = TestDatabase.client(postgres.owner());
      List<String> sorted =
          sql.sql(
                  "select word from unnest(array['zee', 'IJzer', 'Één', 'ijs', 'één', 'Zo', 'coöperatie', 'cooperatief', 'ik', 'appel', 'een', 'iets']) word order by word")
              .query((row, n) -> row.getString(1))
              .list();
      assertThat(sorted)
          .containsExactly(
              "appel",
              "coöperatie",
              "cooperatief",
              "een",
              "één",
              "Één",
              "iets",
              "ijs",
              "IJzer",
              "ik",
              "zee",
              "Zo");
      assertThat(sql.sql("select initcap('ijsland')").query(String.class).single())
          .isEqualTo("IJsland");
    }
  }

  @Test
  void keepsItsDataAndItsPort() {
    String url;
    try (EmbeddedPostgres postgres = start()) {
      url = postgres.owner().url();
      JdbcClient sql = TestDatabase.client(postgres.owner());
      sql.sql("create table kept (id bigint)").update();
      sql.sql("insert into kept values (7)").update();
    }
    try (EmbeddedPostgres postgres = start()) {
      assertThat(postgres.owner().url()).isEqualTo(url);
      JdbcClient sql = TestDatabase.client(postgres.owner());
      assertThat(sql.sql("select id from kept").query(Long.class).single()).isEqualTo(7);
    }
  }

  @Test
  void stopsWhenItIsClosedAlsoWithAClientInTheMiddle() throws Exception {
    EmbeddedPostgres postgres = start();
    try (var client = postgres.owner().connect();
        var statement = client.createStatement()) {
      client.setAutoCommit(false);
      statement.execute("create table half_done (id bigint)");
      postgres.close();
    }
    assertThat(PostmasterFile.find(file("cluster"))).isEmpty();
  }

  @Test
  void aSecondOneOnTheSameFolderIsRefusedInPlainWords() {
    try (EmbeddedPostgres postgres = start()) {
      assertThatThrownBy(this::start)
          .isInstanceOfSatisfying(
              DatabaseUnavailable.class, refused -> assertThat(refused.getExitCode()).isEqualTo(3))
          .hasMessage(
              "The data folder %s is in use by another Onderstroom (process %d). Stop that one first, or give this one a data folder of its own.",
              file(""), ProcessHandle.current().pid());
      assertThat(postgres.owner().url()).isNotEmpty();
    }
  }

  @Test
  void aLeftOverProcessFileIsNoObstacle() throws Exception {
    String text;
    try (EmbeddedPostgres postgres = start()) {
      assertThat(postgres.owner().url()).isNotEmpty();
      text = Files.readString(file("cluster/postmaster.pid"));
    }
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    Process another = new ProcessBuilder("sleep", "60").start();
    try {
      for (Process process : List.of(ended, another)) {
        Files.writeString(
            file("cluster/postmaster.pid"),
            text.replaceFirst("\\d+", Long.toString(process.pid())));
        try (EmbeddedPostgres postgres = start()) {
          JdbcClient sql = TestDatabase.client(postgres.owner());
          assertThat(sql.sql("select 1").query(Integer.class).single()).isEqualTo(1);
        }
      }
      assertThat(another.isAlive()).isTrue();
    } finally {
      another.destroy();
    }
  }

  @Test
  void aPortInUseIsExplained() throws IOException {
    int port = Integer.parseInt(Files.readString(file("port")).strip());
    try (ServerSocket other = new ServerSocket()) {
      other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      assertThatThrownBy(this::start)
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining("Another program uses its port")
          .hasMessageContaining("delete the file " + file("port"));
    }
  }

  @Test
  void aLostPasswordIsExplained() throws IOException {
    Files.delete(file("password"));
    assertThatThrownBy(this::start)
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("The file " + file("password") + " is gone.");
  }

  @Test
  void dataOfAnotherPostgresIsExplained() throws IOException {
    Files.writeString(file("cluster/PG_VERSION"), "17\n");
    assertThatThrownBy(this::start)
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("is of PostgreSQL 17; this Onderstroom brings 18.");
  }

  @Test
  void aFolderNameThatAShellWouldReadIsRefused() {
    Path odd = data.resolve("$(touch gotcha)");
    assertThatThrownBy(() -> EmbeddedPostgres.start(odd))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("Choose another name");
  }

  @Test
  void aFolderNameWithSpacesAndAccentsIsFine() {
    Path odd = data.resolve("map van Renée & co");
    try (EmbeddedPostgres postgres =
        new EmbeddedPostgres(odd, TestDatabase.programs(), ServerAccount.find(), Durability.LOST)) {
      assertThat(setting(TestDatabase.client(postgres.owner()), "data_directory"))
          .endsWith("co/cluster");
    }
  }
}
