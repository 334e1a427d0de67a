package nl.onderstroom.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole program, told by its environment to use a PostgreSQL that was there already: as an
 * administrator starts it, and what it then says.
 */
@Tag("database")
class ExternalPostgresTest {
  private static final String SECRET = "seCret-7";
  private static int made;

  @TempDir private Path folder;

  /** A database of somebody who owns it, and nothing more. */
  private static Login customer(String attributes) {
    String name = "external_" + ++made;
    TestDatabase.run("create role %s login %s password '%s'".formatted(name, attributes, SECRET));
    TestDatabase.run("create database %s owner %s".formatted(name, name));
    return new Login(TestDatabase.loginTo(name).url(), name, SECRET);
  }

  @Test
  void theProductRunsOnADatabaseOfTheCustomers() throws Exception {
    Login owner = customer("createrole");
    for (String start : List.of("first", "second")) {
      Process server = serve(owner);
      try {
        assertThat(alive(server)).as(start + " start").isEqualTo("yes");
        assertThat(folder.resolve("data").resolve("postgres")).doesNotExist();
        assertThat(said()).doesNotContain(SECRET, Wings.of(owner, "x").people().password());
      } finally {
        server.destroy();
        assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
      }
    }
    assertThat(
            TestDatabase.client(owner)
                .sql("select count(*) from pg_tables where tablename like 'flyway\\_%'")
                .query(Long.class)
                .single())
        .isGreaterThan(5);
  }

  @ParameterizedTest
  @CsvSource({
    "wrong password, refused the user or the password: check ONDERSTROOM_DATABASE_USER",
    "no such database, That database does not exist",
    "nobody there, Is the server running",
    "may not create roles, Ask the database administrator to run this in that database",
    "not UTF-8, Onderstroom needs UTF8",
    "password in the address, Give them in ONDERSTROOM_DATABASE_USER",
  })
  void whatIsWrongIsSaidInAFewLinesAndEndsTheStartWithThree(String what, String message)
      throws Exception {
    Process server = serve(wrong(what));
    assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(server.exitValue()).isEqualTo(3);
    assertThat(said()).contains(message).doesNotContain(SECRET, "\tat ", "Exception");
    assertThat(said().lines().count()).isLessThan(10);
  }

  private static Login wrong(String what) {
    Login right = customer("createrole");
    return switch (what) {
      case "wrong password" -> new Login(right.url(), right.user(), SECRET + "x");
      case "no such database" -> right.at(TestDatabase.loginTo("nowhere").url());
      case "nobody there" -> right.at("jdbc:postgresql://127.0.0.1:9/onderstroom");
      case "may not create roles" -> customer("");
      case "not UTF-8" -> latin(right);
      case "password in the address" -> right.at(right.url() + "?password=" + SECRET);
      default -> throw new IllegalArgumentException(what);
    };
  }

  private static Login latin(Login owner) {
    String name = owner.user() + "_latin";
    TestDatabase.run(
        "create database %s owner %s encoding 'LATIN1' locale_provider libc locale 'C' template template0"
            .formatted(name, owner.user()));
    return owner.at(TestDatabase.loginTo(name).url());
  }

  private Process serve(Login owner) throws IOException {
    ProcessBuilder program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "nl.onderstroom.server.Onderstroom",
                "serve",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile());
    program
        .environment()
        .putAll(
            Map.of(
                DatabaseSettings.URL, owner.url(),
                DatabaseSettings.USER, owner.user(),
                DatabaseSettings.PASSWORD, owner.password()));
    return program.start();
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  private String alive(Process server) throws IOException, InterruptedException {
    Matcher open = Pattern.compile("open at (http://localhost:[0-9]+)").matcher("");
    while (server.isAlive() && !open.reset(said()).find()) {
      Thread.sleep(100);
    }
    assertThat(server.isAlive()).as(said()).isTrue();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(open.group(1) + "/alive")).build(),
              BodyHandlers.ofString())
          .body();
    }
  }
}
