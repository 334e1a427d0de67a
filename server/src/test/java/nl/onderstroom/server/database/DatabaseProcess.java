package nl.onderstroom.server.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Import;

/**
 * A program with a database, for tests that end it in some way. It prints {@link #READY} when it
 * has come that far and then waits until it is ended.
 */
final class DatabaseProcess {
  static final String READY = "ready";

  private DatabaseProcess() {}

  /** As the product is put together, in the small. */
  @Import(DatabaseConfiguration.class)
  static class Application {}

  /** Arguments: what to do, the folder, and whether what is written must be kept. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "write" -> write(folder, Path.of(arguments[2]), Durability.valueOf(arguments[3]));
      case "application" -> application(folder);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  /** Writes one name that is acknowledged and one that is not. */
  private static void write(Path folder, Path programs, Durability durability)
      throws SQLException, IOException {
    EmbeddedPostgres postgres =
        new EmbeddedPostgres(folder, programs, ServerAccount.find(), durability);
    try (Connection acknowledged = postgres.owner().connect();
        Statement first = acknowledged.createStatement();
        Connection open = postgres.owner().connect();
        Statement second = open.createStatement()) {
      first.execute("create table colleague (name text)");
      first.execute("insert into colleague values ('Fatima')");
      open.setAutoCommit(false);
      second.execute("insert into colleague values ('Ahmed')");
      waitForTheEnd();
    }
  }

  private static void application(Path folder) throws IOException {
    SpringApplication application = new SpringApplication(Application.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setDefaultProperties(
        Map.of("onderstroom.data", folder.toString(), "onderstroom.rooms", "exampleroster"));
    List<String> names =
        application
            .run()
            .getBean(PeopleDatabase.class)
            .sql()
            .sql("select name from colleague")
            .query((row, n) -> row.getString(1))
            .list();
    if (names.isEmpty()) {
      waitForTheEnd();
    }
  }

  private static void waitForTheEnd() throws IOException {
    System.out.println(READY);
    System.out.flush();
    if (System.in.read() >= 0) {
      throw new IllegalStateException("Nothing is to be said to this program");
    }
  }
}
