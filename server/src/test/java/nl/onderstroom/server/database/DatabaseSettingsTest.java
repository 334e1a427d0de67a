package nl.onderstroom.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@Tag("database")
@ExtendWith(OutputCaptureExtension.class)
class DatabaseSettingsTest {
  private static final Path DATA = Path.of("data");
  private static final String URL = "jdbc:postgresql://db.example.org:5432/onderstroom";

  private static DatabaseSettings from(Map<String, String> environment) {
    return DatabaseSettings.from(environment::get, DATA);
  }

  private static Map<String, String> withUrl(String url) {
    return Map.of(
        DatabaseSettings.URL, url, DatabaseSettings.USER, "owner", DatabaseSettings.PASSWORD, "pw");
  }

  @Test
  void withoutSettingsOurOwnIsUsed() {
    assertThat(from(Map.of()))
        .isEqualTo(new DatabaseSettings.Embedded(Path.of("data", "postgres")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        URL,
        "jdbc:postgresql://localhost/onderstroom",
        "jdbc:postgresql://10.0.0.7:5433/onder-stroom?sslmode=verify-full",
        "jdbc:postgresql://[::1]:5432/onderstroom",
        "jdbc:postgresql://a.example.org,b.example.org:5433/onderstroom?targetServerType=primary",
      })
  void aNamedDatabaseIsUsed(String url) {
    assertThat(from(withUrl(url)))
        .isEqualTo(new DatabaseSettings.External(new Login(url, "owner", "pw")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://owner:secret@db.example.org/onderstroom",
        "jdbc:postgresql:onderstroom",
        "jdbc:postgresql://db.example.org",
        "jdbc:postgresql://db.example.org/",
        "jdbc:postgresql://db.example.org:port/onderstroom",
        "jdbc:postgresql://owner:secret@db.example.org/onderstroom",
        "jdbc:mysql://db.example.org/onderstroom",
        "db.example.org",
      })
  void aMalformedAddressIsRefusedAndNotRepeated(String url) {
    assertThatThrownBy(() -> from(withUrl(url)))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("ONDERSTROOM_DATABASE_URL is not an address")
        .hasMessageContaining(DatabaseSettings.EXAMPLE)
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?user=owner&password=secret", "?ssl=true&Password=secret"})
  void aPasswordInTheAddressIsRefused(String parameters) {
    assertThatThrownBy(() -> from(withUrl(URL + parameters)))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("Give them in ONDERSTROOM_DATABASE_USER")
        .hasMessageNotContaining("secret");
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatThrownBy(() -> from(Map.of(DatabaseSettings.URL, URL)))
        .hasMessageContaining("ONDERSTROOM_DATABASE_USER is not");
    assertThatThrownBy(
            () -> from(Map.of(DatabaseSettings.URL, URL, DatabaseSettings.USER, "owner")))
        .hasMessageContaining("ONDERSTROOM_DATABASE_PASSWORD is not");
    assertThatThrownBy(() -> from(Map.of(DatabaseSettings.PASSWORD, "pw")))
        .hasMessageContaining("ONDERSTROOM_DATABASE_URL is not");
  }

  @Test
  void aServerThatCannotBeReachedIsExplained() {
    Login nobody = new Login("jdbc:postgresql://127.0.0.1:9/onderstroom", "owner", "secret");
    assertThatThrownBy(() -> ServerCheck.connect(nobody))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("Is the server running")
        .hasMessageContaining("owner at jdbc:postgresql://127.0.0.1:9/onderstroom")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aWrongPasswordIsExplained() {
    Login right = TestDatabase.empty();
    Login wrong = new Login(right.url(), right.user(), "secret");
    assertThatThrownBy(() -> ServerCheck.connect(wrong))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("check ONDERSTROOM_DATABASE_USER and ONDERSTROOM_DATABASE_PASSWORD")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aDatabaseThatDoesNotExistIsExplained() {
    assertThatThrownBy(() -> ServerCheck.connect(TestDatabase.loginTo("nowhere")))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("That database does not exist");
  }

  @Test
  void aDatabaseThatIsNotUtf8IsRefused() {
    TestDatabase.run(
        "create database latin encoding 'LATIN1' locale_provider libc locale 'C' template template0");
    assertThatThrownBy(() -> ServerCheck.connect(TestDatabase.loginTo("latin")))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("stores text as LATIN1. Onderstroom needs UTF8");
  }

  @Test
  void aDatabaseThatSortsByBytesIsUsedWithAWarning(CapturedOutput log) throws Exception {
    ServerCheck.connect(TestDatabase.empty()).close();
    assertThat(log.getOut()).doesNotContain("sorts names by their bytes");
    TestDatabase.run(
        "create database bytes encoding 'UTF8' locale_provider libc locale 'C' template template0");
    ServerCheck.connect(TestDatabase.loginTo("bytes")).close();
    assertThat(log.getOut()).contains("sorts names by their bytes", "locale_provider icu");
  }

  @Test
  void aServerThatIsTooOldIsRefused() throws Exception {
    Login login = TestDatabase.empty();
    ServerCheck.refuseOld(16, login);
    assertThatThrownBy(() -> ServerCheck.refuseOld(15, login))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("is PostgreSQL 15. Onderstroom needs 16 or newer");
    try (Connection connection = ServerCheck.connect(login)) {
      assertThat(connection.isValid(1)).isTrue();
    }
  }
}
