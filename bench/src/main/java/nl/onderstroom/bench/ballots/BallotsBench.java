package nl.onderstroom.bench.ballots;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.onderstroom.bench.Figures;
import nl.onderstroom.bench.Table;
import nl.onderstroom.bench.Warm;
import nl.onderstroom.engine.ballot.Ballot;
import nl.onderstroom.engine.ballot.BlindedMessage;
import nl.onderstroom.engine.ballot.SigningKey;

/**
 * Blind signatures of 3,072 bits beside the JDK's raw ones, on one processor; and answers beside
 * rows that PostgreSQL inserts.
 */
public final class BallotsBench {
  private static final String[] JVM = {"-XX:ActiveProcessorCount=2"};
  private static final int MILLION = 1_000_000;
  private static final int DIFFERENT = 1_000;
  private static final double NANOSECONDS = 1e9;

  private final Table table =
      new Table("ballots, 3,072 bits", "JDK or PostgreSQL", "ours", "target", "our rate of theirs");

  /** Takes five minutes. */
  public Table run() throws IOException, InterruptedException {
    row("signing one, blindly", "sign");
    row("verifying one", "verify");
    new Accepting().fill(table);
    System.err.println("a million");
    table.note("a million ballots verified, one thread: " + Figures.seconds(million()));
    table.note(
        "Answers: each ballot is verified, and on disk before it is told to be counted. Inserts: a row each, fsync on, over at most 40 connections.");
    return table;
  }

  private void row(String name, String method) {
    System.err.println(name);
    double jdk = seconds(method, Signatures.JDK);
    double ours = seconds(method, Signatures.OURS);
    table.row(
        name,
        Figures.seconds(jdk),
        Figures.seconds(ours),
        "at least 90%",
        String.format(Locale.ROOT, "%.0f%%", 100 * jdk / ours));
  }

  /** Really so many, of {@value #DIFFERENT} different ones. */
  private static double million() {
    SigningKey key = SigningKey.generate();
    SecureRandom random = new SecureRandom();
    List<Ballot> ballots = new ArrayList<>();
    for (int i = 0; i < DIFFERENT; i++) {
      BlindedMessage asked = BlindedMessage.blind(key.verifying(), new byte[32], random);
      ballots.add(asked.finish(key.blindSign(asked.blinded())));
    }
    long begin = System.nanoTime();
    for (int i = 0; i < MILLION; i++) {
      if (!key.verifying().verify(ballots.get(i % DIFFERENT))) {
        throw new IllegalStateException("a ballot that was signed and is refused");
      }
    }
    return (System.nanoTime() - begin) / NANOSECONDS;
  }

  private static double seconds(String method, String subject) {
    return Warm.measure(new Warm.Benchmark(Signatures.class, method, subject, JVM)).seconds();
  }
}
