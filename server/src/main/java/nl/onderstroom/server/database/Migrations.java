package nl.onderstroom.server.database;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the tables of every room up to date. Each room has its scripts in its own folder and its
 * history in a table of its own, {@code flyway_<room>}, so that rooms come and go independently.
 * What a room has yet to run is done in one transaction: all of it or nothing.
 *
 * @param rooms names of folders below {@code nl/onderstroom/server}, run in this order; one without
 *     scripts is passed over
 */
record Migrations(List<String> rooms) {
  Migrations {
    rooms = List.copyOf(rooms);
    for (String room : rooms) {
      if (!room.matches("[a-z]{2,30}")) {
        throw new IllegalArgumentException(
            "A room is a folder name of 2 to 30 small letters; given: \"" + room + "\"");
      }
    }
  }

  /**
   * @param placeholders what {@code ${name}} stands for in the scripts
   * @throws DatabaseUnavailable when a script fails, or was changed after it had run
   */
  void run(DataSource owner, Map<String, String> placeholders) {
    for (String room : rooms) {
      try {
        Flyway.configure()
            .dataSource(owner)
            .locations("classpath:nl/onderstroom/server/" + room)
            .table("flyway_" + room)
            .placeholders(placeholders)
            // Other rooms' tables are there already when a room arrives.
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .group(true)
            .validateMigrationNaming(true)
            .cleanDisabled(true)
            .load()
            .migrate();
      } catch (FlywayException failure) {
        throw new DatabaseUnavailable(
            "The tables of the room \"%s\" could not be brought up to date; they are as they were. %s"
                .formatted(room, failure.getMessage()),
            failure);
      }
    }
  }
}
