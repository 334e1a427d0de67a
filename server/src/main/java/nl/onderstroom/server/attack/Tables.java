package nl.onderstroom.server.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the database tells its owner, whose password lies in the data folder: each table
 * and view, those of PostgreSQL itself with its statistics among them. Ballots are looked for in
 * every value; each is put in order by where its row lies ({@code ctid}), by the transactions that
 * wrote it ({@code xmin} …), by every number and time beside it, and by its place in the value.
 */
final class Tables {
  private static final String HIDDEN =
      ", ctid as row_place, xmin::text::bigint as row_xmin, xmax::text::bigint as row_xmax,"
          + " cmin::text::bigint as row_cmin";

  private final Serials serials;
  private final Map<String, Trace.Builder> traces = new HashMap<>();

  private record Relation(String name, boolean isStored) {}

  private Tables(Serials serials) {
    this.serials = serials;
  }

  /**
   * @param data of a server that runs
   */
  static List<Trace> traces(Path data, Serials serials) {
    Path folder = data.resolve("postgres");
    var tables = new Tables(serials);
    try (Connection owner =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%s/onderstroom"
                    .formatted(Files.readString(folder.resolve("port")).strip()),
                "onderstroom",
                Files.readString(folder.resolve("password")).strip());
        Statement sql = owner.createStatement()) {
      for (Relation relation : list(sql)) {
        tables.read(sql, relation);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (SQLException problem) {
      throw new IllegalStateException("The owner cannot look at the database.", problem);
    }
    return tables.traces.values().stream().flatMap(Trace.Builder::build).toList();
  }

  private static List<Relation> list(Statement sql) throws SQLException {
    var relations = new ArrayList<Relation>();
    try (ResultSet rows =
        sql.executeQuery(
            """
            select oid::regclass::text, relkind <> 'v' from pg_class
            where relkind in ('r', 'm', 't', 'v') order by 1
            """)) {
      while (rows.next()) {
        relations.add(new Relation(rows.getString(1), rows.getBoolean(2)));
      }
    }
    return relations;
  }

  private void read(Statement sql, Relation relation) {
    String hidden = relation.isStored() ? HIDDEN : "";
    try (ResultSet rows = sql.executeQuery("select *" + hidden + " from " + relation.name())) {
      while (rows.next()) {
        read(relation.name(), rows);
      }
    } catch (SQLException notToBeRead) {
      // Some views are of things that this server does not do.
    }
  }

  private void read(String table, ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    var found = new HashSet<Integer>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      Trace.Builder within = trace(table + "." + columns.getColumnName(i) + ", within");
      serials.find(
          bytes(row.getObject(i)),
          0,
          (ballot, place) -> {
            found.add(ballot);
            within.found(ballot, place);
          });
    }
    note(table, row, found);
  }

  private void note(String table, ResultSet row, Set<Integer> found) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    for (int i = 1; !found.isEmpty() && i <= columns.getColumnCount(); i++) {
      Trace.Builder trace = trace(table + "." + columns.getColumnName(i));
      for (long place : number(columns.getColumnName(i), row.getObject(i))) {
        found.forEach(ballot -> trace.found(ballot, place));
      }
    }
  }

  private Trace.Builder trace(String where) {
    return traces.computeIfAbsent(where, Trace.Builder::new);
  }

  private static byte[] bytes(@Nullable Object value) {
    return switch (value) {
      case null -> new byte[0];
      case byte[] bytes -> bytes;
      default -> value.toString().getBytes(StandardCharsets.UTF_8);
    };
  }

  private static List<Long> number(String column, @Nullable Object value) {
    return switch (value) {
      case Number number -> List.of(number.longValue());
      case java.sql.Timestamp time -> List.of(micros(time.toInstant()));
      case java.sql.Date day -> List.of(day.toLocalDate().toEpochDay());
      case OffsetDateTime time -> List.of(micros(time.toInstant()));
      case Object place when column.equals("row_place") -> List.of(place(place.toString()));
      case null, default -> List.of();
    };
  }

  private static long micros(Instant time) {
    return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
  }

  /** "(page,row)" as one number. */
  private static long place(String ctid) {
    String[] parts = ctid.replaceAll("[()]", "").split(",", -1);
    return Long.parseLong(parts[0]) << 16 | Long.parseLong(parts[1]);
  }
}
