package nl.onderstroom.server.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The folder of our own PostgreSQL. Only its owner may look inside (0700).
 *
 * <pre>
 * cluster/           the data
 * password           of the role that owns it, random, 0600
 * port               chosen once
 * postgres.log       starts, stops and failures
 * lock               which process has the folder
 * postgresql-18.6/   the programs
 * </pre>
 */
record ClusterFolder(Path path) {
  private static final int PASSWORD_BYTES = 24;
  private static final long LARGEST_LOG_BYTES = 1_000_000;

  /** Below the ports that Linux lends to outgoing connections, so that ours stays free. */
  private static final int LOWEST_PORT = 20_000;

  private static final int HIGHEST_PORT = 32_000;
  private static final int PORT_TRIES = 100;

  /** pg_ctl hands its paths to a shell between double quotes. */
  private static final String UNSAFE_CHARACTERS = ".*[\"$`\\\\\\n].*";

  static ClusterFolder open(Path path) throws IOException {
    Path absolute = path.toAbsolutePath().normalize();
    if (absolute.toString().matches(UNSAFE_CHARACTERS)) {
      throw new DatabaseUnavailable(
          "The data folder %s has a quote, dollar sign or backslash in its name, which PostgreSQL cannot cope with. Choose another name."
              .formatted(absolute));
    }
    if (absolute.getParent() != null) {
      Files.createDirectories(absolute.getParent());
    }
    if (!Files.isDirectory(absolute)) {
      Files.createDirectory(absolute, only("rwx------"));
    }
    Files.setPosixFilePermissions(absolute, PosixFilePermissions.fromString("rwx------"));
    return new ClusterFolder(absolute.toRealPath());
  }

  Path cluster() {
    return path.resolve("cluster");
  }

  Path log() {
    return path.resolve("postgres.log");
  }

  Path passwordFile() {
    return path.resolve("password");
  }

  Path portFile() {
    return path.resolve("port");
  }

  /** Chooses the owner's password, unless that was done. */
  void ensurePassword() throws IOException {
    if (!Files.exists(passwordFile())) {
      byte[] secret = new byte[PASSWORD_BYTES];
      new SecureRandom().nextBytes(secret);
      keep(passwordFile(), Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }
  }

  /** The owner's password. */
  String password() throws IOException {
    if (!Files.exists(passwordFile())) {
      throw new DatabaseUnavailable(
          "The file %s is gone. It holds the password of the data in %s: put it back, from a copy of the data folder."
              .formatted(passwordFile(), cluster()));
    }
    return Files.readString(passwordFile()).strip();
  }

  /** The server's TCP port; chosen at the first call. */
  int port() throws IOException {
    if (!Files.exists(portFile())) {
      keep(portFile(), Integer.toString(freePort()));
    }
    return Integer.parseInt(Files.readString(portFile()).strip());
  }

  private static int freePort() throws IOException {
    RandomGenerator random = new SecureRandom();
    IOException last = new IOException("no port tried");
    for (int i = 0; i < PORT_TRIES; i++) {
      int port = random.nextInt(LOWEST_PORT, HIGHEST_PORT);
      try (ServerSocket probe = new ServerSocket()) {
        probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return port;
      } catch (IOException taken) {
        last = taken;
      }
    }
    throw new IOException("No free TCP port between 20000 and 32000 on this machine", last);
  }

  /** Appears whole or not at all, and is never readable by others. */
  private void keep(Path file, String text) throws IOException {
    Path partial = Files.createTempFile(path, "new-", "", only("rw-------"));
    try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.US_ASCII)));
      // Without the password the data could never be opened again.
      channel.force(true);
    }
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Starts the log afresh when it has grown large: it is for looking up today's trouble. */
  void boundLog() throws IOException {
    if (Files.exists(log()) && Files.size(log()) > LARGEST_LOG_BYTES) {
      Files.delete(log());
    }
    if (!Files.exists(log())) {
      Files.createFile(log(), only("rw-------"));
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> only(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
