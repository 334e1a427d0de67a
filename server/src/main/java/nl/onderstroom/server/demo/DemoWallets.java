package nl.onderstroom.server.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import nl.onderstroom.engine.ballot.RecoveryCode;
import nl.onderstroom.engine.ballot.Wallet;
import nl.onderstroom.server.access.Identity;
import nl.onderstroom.server.ballots.RecoveryHints;

/**
 * The wallets of the example company. They follow from its seed, so that a guest can be told the
 * recovery code of whoever they are: nobody real is in them.
 */
final class DemoWallets implements RecoveryHints {
  private final Company company;
  private final long seed;

  DemoWallets(Company company, long seed) {
    this.company = company;
    this.seed = seed;
  }

  Wallet of(Person person) {
    return new Wallet(secret(person));
  }

  @Override
  public Optional<String> find(Identity identity) {
    return company.people().stream()
        .filter(person -> person.email().equals(identity.address()))
        .findFirst()
        .map(person -> RecoveryCode.write(secret(person)));
  }

  private byte[] secret(Person person) {
    try {
      byte[] text =
          ("wallet of " + person.number() + " in " + seed).getBytes(StandardCharsets.UTF_8);
      return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(text), Wallet.SEED);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
