package nl.onderstroom.server.attack;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.onderstroom.server.database.NamelessDatabase;
import nl.onderstroom.server.database.PeopleDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every table that somebody with both logins can read: ballots in them, by where a row lies ({@code
 * ctid}), by the transaction that wrote it ({@code xmin}), and by every number and time beside it.
 */
final class Tables {
  private final Serials serials;
  private final Map<String, Trace.Builder> traces = new HashMap<>();

  private Tables(Serials serials) {
    this.serials = serials;
  }

  static List<Trace> traces(Firm firm, Serials serials) {
    var tables = new Tables(serials);
    for (JdbcClient login :
        List.of(firm.room(PeopleDatabase.class).sql(), firm.room(NamelessDatabase.class).sql())) {
      readable(login).forEach(table -> tables.read(login, table));
    }
    return tables.traces.values().stream().map(Trace.Builder::build).toList();
  }

  private static List<String> readable(JdbcClient login) {
    return login
        .sql(
            """
            select oid::regclass::text from pg_class
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
              and has_table_privilege(oid, 'select')
            """)
        .query((row, index) -> row.getString(1))
        .list();
  }

  private void read(JdbcClient login, String table) {
    login
        .sql("select *, ctid as row_place, xmin::text::bigint as row_xmin from " + table)
        .query((ResultSet row) -> read(table, row));
  }

  private void read(String table, ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    var found = new ArrayList<Integer>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      if (row.getObject(i) instanceof byte[] bytes) {
        serials.find(bytes).ifPresent(found::add);
      } else if (row.getObject(i) instanceof String text) {
        serials.find(text).ifPresent(found::add);
      }
    }
    for (int ballot : found) {
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        Object value = row.getObject(i);
        String where = table + "." + columns.getColumnName(i);
        number(columns.getColumnName(i), value)
            .forEach(place -> traces.computeIfAbsent(where, Trace.Builder::new).add(ballot, place));
      }
    }
  }

  private static List<Long> number(String column, Object value) {
    return switch (value) {
      case Number number -> List.of(number.longValue());
      case java.sql.Timestamp time -> List.of(micros(time.toInstant()));
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
    List<Long> parts =
        Arrays.stream(ctid.replaceAll("[()]", "").split(",", -1)).map(Long::valueOf).toList();
    return parts.getFirst() << 16 | parts.getLast();
  }
}
