package nl.onderstroom.bench.ballots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Rows in the server's own PostgreSQL, each inserted and committed by itself, over as many
 * connections as there are writers, or as that server takes.
 */
final class InsertedRows implements AutoCloseable {
  /** Of the fifty that it takes, the server itself has some. */
  private static final int MOST_CONNECTIONS = 40;

  private static final int ROW_BYTES = 512;

  private final List<Connection> connections = new ArrayList<>();

  /**
   * @param data of a server that runs
   */
  static InsertedRows in(Path data) throws IOException, SQLException {
    Path folder = data.resolve("postgres");
    String url =
        "jdbc:postgresql://127.0.0.1:%s/onderstroom"
            .formatted(Files.readString(folder.resolve("port")).strip());
    String password = Files.readString(folder.resolve("password")).strip();
    var rows = new InsertedRows();
    for (int i = 0; i < MOST_CONNECTIONS; i++) {
      rows.connections.add(DriverManager.getConnection(url, "onderstroom", password));
    }
    try (Statement sql = rows.connections.getFirst().createStatement()) {
      for (String setting : List.of("fsync", "synchronous_commit")) {
        requireOn(sql, setting);
      }
      sql.execute("create table bench (content bytea not null)");
    }
    return rows;
  }

  private static void requireOn(Statement sql, String setting) throws SQLException {
    try (ResultSet row = sql.executeQuery("show " + setting)) {
      if (!row.next() || !row.getString(1).equals("on")) {
        throw new IllegalStateException(setting + " is off: nothing is on disk");
      }
    }
  }

  /** Rows a second. */
  double insert(int count, int writers) throws SQLException, InterruptedException {
    BlockingQueue<PreparedStatement> free = new ArrayBlockingQueue<>(MOST_CONNECTIONS);
    for (Connection connection : connections.subList(0, Math.min(writers, MOST_CONNECTIONS))) {
      free.add(connection.prepareStatement("insert into bench (content) values (?)"));
    }
    return AtOnce.perSecond(
        count,
        writers,
        writer ->
            piece -> {
              PreparedStatement insert = free.take();
              try {
                insert.setBytes(1, new byte[ROW_BYTES]);
                insert.executeUpdate();
              } finally {
                free.add(insert);
              }
            });
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : connections) {
      connection.close();
    }
  }
}
