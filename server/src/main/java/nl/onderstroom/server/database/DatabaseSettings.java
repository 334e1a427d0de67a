package nl.onderstroom.server.database;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which PostgreSQL to use: one that is named in the environment, else our own. */
sealed interface DatabaseSettings {
  String URL = "ONDERSTROOM_DATABASE_URL";
  String USER = "ONDERSTROOM_DATABASE_USER";
  String PASSWORD = "ONDERSTROOM_DATABASE_PASSWORD";
  String EXAMPLE = "jdbc:postgresql://db.example.org:5432/onderstroom";

  /** One host or several, each with a port or without; a database; perhaps options. */
  Pattern ADDRESS =
      Pattern.compile(
          "jdbc:postgresql://HOST(,HOST)*/[^/?#\\s]+([?]\\S*)?"
              .replace("HOST", "([\\w.-]+|\\[[0-9a-fA-F:]+])(:\\d{1,5})?"));

  Pattern CREDENTIALS = Pattern.compile("[?&](user|password)=");

  /** A PostgreSQL that somebody else runs. */
  record External(Login owner) implements DatabaseSettings {}

  /** Our own, kept in this folder. */
  record Embedded(Path folder) implements DatabaseSettings {}

  /**
   * @param environment the value of a variable, null when it is not set
   * @param data the folder that holds everything the product keeps
   * @throws DatabaseUnavailable when the variables are incomplete or malformed
   */
  static DatabaseSettings from(Function<String, @Nullable String> environment, Path data) {
    String url = environment.apply(URL);
    String user = environment.apply(USER);
    String password = environment.apply(PASSWORD);
    if (url == null || url.isBlank()) {
      if (isGiven(user) || isGiven(password)) {
        throw new DatabaseUnavailable(
            "%s or %s is set, but %s is not. Set it too, for example to %s, or unset all three to use the built-in database."
                .formatted(USER, PASSWORD, URL, EXAMPLE));
      }
      return new Embedded(data.resolve("postgres"));
    }
    checkUrl(url);
    return new External(new Login(url, required(USER, user), required(PASSWORD, password)));
  }

  private static boolean isGiven(@Nullable String value) {
    return value != null && !value.isBlank();
  }

  private static void checkUrl(String url) {
    if (!ADDRESS.matcher(url).matches()) {
      // What was given is not repeated: a malformed address may hold a password.
      throw new DatabaseUnavailable(
          "%s is not an address of a PostgreSQL database. Expected something like %s."
              .formatted(URL, EXAMPLE));
    }
    if (CREDENTIALS.matcher(url.toLowerCase(Locale.ROOT)).find()) {
      throw new DatabaseUnavailable(
          "%s holds a user or a password, which could end up in a log. Give them in %s and %s."
              .formatted(URL, USER, PASSWORD));
    }
  }

  private static String required(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new DatabaseUnavailable(
          "%s is set, but %s is not. Set it to the %s of the role that owns the database."
              .formatted(URL, name, name.equals(USER) ? "name" : "password"));
    }
    return value;
  }
}
