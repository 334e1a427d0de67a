package nl.onderstroom.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the tables of every room up to date. Each room has its scripts in its own folder and its
 * history in a table of its own, {@code flyway_<room>}, so that rooms come and go independently.
 * What a room has yet to run is done in one transaction: all of it or nothing.
 *
 * <p>Flyway takes 50 ms a room to find out that nothing is to be done. So we first compare the
 * scripts' checksums with the histories, in one query, and leave only the rooms that differ to it.
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

  /** The rooms whose history is not exactly their scripts, in order. */
  List<String> listPending(Connection owner) throws SQLException {
    try {
      Set<Script> scripts = Script.list(rooms);
      Set<Script> done = history(owner);
      Predicate<String> isUpToDate = room -> inRoom(scripts, room).equals(inRoom(done, room));
      return rooms.stream().filter(isUpToDate.negate()).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Set<Script> inRoom(Set<Script> scripts, String room) {
    return scripts.stream()
        .filter(script -> script.room().equals(room))
        .collect(Collectors.toSet());
  }

  private Set<Script> history(Connection owner) throws SQLException {
    Set<String> tables = new HashSet<>();
    try (Statement statement = owner.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select tablename from pg_tables where schemaname = 'public' and tablename like 'flyway\\_%'")) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    String sql =
        rooms.stream()
            .filter(room -> tables.contains("flyway_" + room))
            .map(room ->
                "select '%1$s', version, checksum from flyway_%1$s where type = 'SQL' and success"
                    .formatted(room))
            .collect(Collectors.joining(" union all "));
    Set<Script> done = new HashSet<>();
    if (!sql.isEmpty()) {
      try (Statement statement = owner.createStatement();
          ResultSet row = statement.executeQuery(sql)) {
        while (row.next()) {
          done.add(new Script(row.getString(1), row.getString(2), row.getInt(3)));
        }
      }
    }
    return done;
  }

  /**
   * @param placeholders what {@code ${name}} stands for in the scripts
   * @throws DatabaseUnavailable when a script fails, or was changed after it had run
   */
  static void run(String room, DataSource owner, Map<String, String> placeholders) {
    try {
      Flyway.configure()
          .dataSource(owner)
          .locations("classpath:" + Script.ROOMS + room)
          .table("flyway_" + room)
          .placeholders(placeholders)
          // Other rooms' tables are there already when a room arrives.
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .group(true)
          .validateMigrationNaming(true)
          // An older program refuses the tables of a newer one.
          .ignoreMigrationPatterns(new String[0])
          .cleanDisabled(true)
          .load()
          .migrate();
    } catch (FlywayException failure) {
      throw new DatabaseUnavailable(
          "The tables of the room \"%s\" could not be brought up to date and are as they were. %s"
              .formatted(room, failure.getMessage()),
          failure);
    }
  }
}
