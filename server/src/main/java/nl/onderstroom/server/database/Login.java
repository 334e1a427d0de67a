package nl.onderstroom.server.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who connects to which database.
 *
 * @param url a {@code jdbc:postgresql://} address without user and password
 * @param user a role that may log in
 * @param password that role's password, never shown
 */
record Login(String url, String user, String password) {
  private static final String HMAC = "HmacSHA256";

  Login {
    if (!url.startsWith("jdbc:postgresql:") || user.isBlank() || password.isEmpty()) {
      throw new IllegalArgumentException(
          "A login needs a jdbc:postgresql address, a user and a password; given: " + url);
    }
  }

  /**
   * The login of another role on the same database. Its password is HMAC-SHA256(own password, role
   * name): every node that knows the owner's password finds the same one, and none is stored.
   */
  Login of(String role) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), HMAC));
      byte[] derived = mac.doFinal(role.getBytes(StandardCharsets.UTF_8));
      return new Login(url, role, HexFormat.of().formatHex(derived));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("Every Java has " + HMAC, absent);
    }
  }

  /** The same user and password on another address. */
  Login at(String otherUrl) {
    return new Login(otherUrl, user, password);
  }

  /** Opens a connection, which the caller closes. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  @Override
  public String toString() {
    return user + " at " + url;
  }
}
