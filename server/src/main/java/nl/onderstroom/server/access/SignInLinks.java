package nl.onderstroom.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import nl.onderstroom.server.database.PeopleDatabase;
import org.springframework.stereotype.Component;

/**
 * One-time links: 128 random bits, of which only the SHA-256 is kept, for a quarter of an hour, and
 * gone once used. At most {@value #LIVE_LINKS} are alive for one address.
 */
@Component
class SignInLinks {
  static final int LIVE_LINKS = 3;
  static final Duration LIFE = Duration.ofMinutes(15);

  private final SecureRandom random = new SecureRandom();
  private final PeopleDatabase database;

  SignInLinks(PeopleDatabase database) {
    this.database = database;
  }

  /** A new secret for this address; empty when it has {@value #LIVE_LINKS} already. */
  Optional<String> make(String address) {
    byte[] secret = new byte[16];
    random.nextBytes(secret);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    return database.inTransaction(() -> {
      // One at a time for an address: two at once could otherwise both count two links.
      database
          .sql()
          .sql("select pg_advisory_xact_lock(hashtextextended(:address, 0))")
          .param("address", address)
          .query((row, index) -> "")
          .list();
      database.sql().sql("delete from sign_in_link where expires_at < now()").update();
      int added =
          database
              .sql()
              .sql(
                  """
                  insert into sign_in_link (secret_hash, address, expires_at)
                  select :hash, :address, now() + :minutes * interval '1 minute'
                  where (select count(*) from sign_in_link where address = :address) < :most
                  """)
              .param("hash", hash(text))
              .param("address", address)
              .param("minutes", LIFE.toMinutes())
              .param("most", LIVE_LINKS)
              .update();
      return added == 1 ? Optional.of(text) : Optional.empty();
    });
  }

  /** The address this secret was made for; the link is used up by asking. */
  Optional<String> use(String secret) {
    return database
        .sql()
        .sql(
            "delete from sign_in_link where secret_hash = :hash returning address, expires_at >= now() as alive")
        .param("hash", hash(secret))
        .query((row, index) -> row.getBoolean("alive") ? row.getString("address") : "")
        .optional()
        .filter(address -> !address.isEmpty());
  }

  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }
}
