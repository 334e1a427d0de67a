package nl.onderstroom.server.database;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Finds or starts PostgreSQL, prepares it, and opens the two databases that the rooms use. The
 * owner's login is known in this package only.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  /** The folder that holds everything the product keeps. */
  private static final String DATA = "onderstroom.data";

  @Bean(destroyMethod = "close")
  Postgres postgres(Environment environment) {
    Path data = Path.of(environment.getProperty(DATA, "data"));
    // A variable can also be given as a property: onderstroom.database.url.
    return switch (DatabaseSettings.from(
        name -> environment.getProperty(name.toLowerCase(Locale.ROOT).replace('_', '.')), data)) {
      case DatabaseSettings.Embedded embedded -> EmbeddedPostgres.start(embedded.folder());
      case DatabaseSettings.External external -> new ExternalPostgres(external.owner());
    };
  }

  @Bean
  Wings wings(Postgres postgres, Environment environment) {
    String rooms = environment.getProperty(Rooms.PROPERTY, Rooms.DEFAULT);
    return Preparation.prepare(
        postgres.owner(), new Migrations(List.of(rooms.strip().split("\\s*,\\s*", -1))));
  }

  @Bean(destroyMethod = "close")
  PeopleDatabase peopleDatabase(Wings wings) {
    return new PeopleDatabase(wings.people());
  }

  @Bean(destroyMethod = "close")
  NamelessDatabase namelessDatabase(Wings wings) {
    return new NamelessDatabase(wings.nameless());
  }
}
