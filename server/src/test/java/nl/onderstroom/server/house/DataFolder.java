package nl.onderstroom.server.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Looks into the database of a running server from outside, as who holds its data folder can. */
record DataFolder(Path data) {
  long count(String table) {
    try {
      Path postgres = data.resolve("postgres");
      String url =
          "jdbc:postgresql://127.0.0.1:%s/onderstroom"
              .formatted(Files.readString(postgres.resolve("port")).strip());
      String password = Files.readString(postgres.resolve("password")).strip();
      try (Connection owner = DriverManager.getConnection(url, "onderstroom", password);
          Statement statement = owner.createStatement();
          ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
        rows.next();
        return rows.getLong(1);
      }
    } catch (SQLException unexpected) {
      throw new AssertionError(unexpected);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
