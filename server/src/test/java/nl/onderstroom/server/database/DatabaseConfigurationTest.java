package nl.onderstroom.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;

@Tag("database")
class DatabaseConfigurationTest {
  @TempDir Path data;

  /** With Spring Boot's own configuration, which would look for a DataSource. */
  @EnableAutoConfiguration
  @Import(DatabaseConfiguration.class)
  static class Application {}

  private static ConfigurableApplicationContext run(Map<String, String> properties) {
    Map<String, Object> all = new HashMap<>(properties);
    all.put("onderstroom.rooms", "exampleroster, examplebox");
    SpringApplication application = new SpringApplication(Application.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setDefaultProperties(all);
    return application.run();
  }

  @Test
  void theRoomsGetTheirTwoDatabasesAndNobodyGetsTheOwners() {
    try (ConfigurableApplicationContext context = run(TestDatabase.properties())) {
      PeopleDatabase people = context.getBean(PeopleDatabase.class);
      NamelessDatabase nameless = context.getBean(NamelessDatabase.class);
      people.sql().sql("insert into colleague (name) values ('Fatima')").update();
      nameless.sql().sql("insert into slip (text) values ('ja')").update();
      assertThat(context.getBeansOfType(DataSource.class)).isEmpty();
      assertThat(context.getBeansOfType(PlatformTransactionManager.class)).isEmpty();
    }
  }

  @Test
  void afterMigratingTheOwnerIsGone() {
    Map<String, String> properties = TestDatabase.properties();
    try (ConfigurableApplicationContext context = run(properties)) {
      assertThat(context.isRunning()).isTrue();
      assertThat(
              TestDatabase.client(TestDatabase.loginTo("postgres"))
                  .sql("select count(*) from pg_stat_activity where datname = ? and usename = ?")
                  .param(database(properties))
                  .param(properties.get("onderstroom.database.user"))
                  .query(Long.class)
                  .single())
          .isZero();
    }
  }

  private static String database(Map<String, String> properties) {
    return properties.getOrDefault("onderstroom.database.url", "").replaceAll(".*/", "");
  }

  @Test
  void withoutSettingsItBringsItsOwnServerAndTakesItAway() throws Exception {
    Path cluster = data.resolve("postgres").resolve("cluster");
    try (ConfigurableApplicationContext context =
        run(Map.of("onderstroom.data", data.toString()))) {
      assertThat(context.getBean(PeopleDatabase.class).inTransaction(() -> 7)).isEqualTo(7);
      assertThat(PostmasterFile.find(cluster)).isPresent();
    }
    assertThat(PostmasterFile.find(cluster)).isEmpty();
  }

  @Test
  void aDatabaseThatCannotBeUsedEndsTheStartWithThree() {
    Map<String, String> properties = new HashMap<>(TestDatabase.properties());
    properties.put("onderstroom.database.password", "wrong");
    assertThatThrownBy(() -> run(properties))
        .satisfies(failure -> {
          Optional<DatabaseUnavailable> found = DatabaseUnavailable.findIn(failure);
          assertThat(found).isPresent();
          assertThat(found.get().getExitCode()).isEqualTo(3);
          assertThat(found.get()).hasMessageContaining("refused the user or the password");
        });
  }
}
