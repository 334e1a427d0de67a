package nl.onderstroom.server.answers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import nl.onderstroom.server.database.PrivateFile;
import nl.onderstroom.server.database.SealingKey;

/**
 * A file of slots of one size, full of random bytes from the start, so that it never grows and
 * nobody without the key can tell a full slot from a free one. For one thread at a time, which must
 * not be interrupted: the JDK would close the file.
 */
final class Slots implements AutoCloseable {
  /** When the file was last written is nobody's business. */
  private static final FileTime ALWAYS = FileTime.fromMillis(0);

  private final SecureRandom random = new SecureRandom();
  private final Path path;
  private final FileChannel file;
  private final int count;
  private final int bytes;

  private Slots(Path path, FileChannel file, int count, int bytes) {
    this.path = path;
    this.file = file;
    this.count = count;
    this.bytes = bytes;
  }

  /** Opens the file, made when it is not there; what a copy of it lacks at the end is free. */
  static Slots open(Path path, int count, int bytes) throws IOException {
    if (!Files.exists(path)) {
      PrivateFile.keep(path, SealingKey.noise(Math.multiplyExact(count, bytes)));
    }
    FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    var slots = new Slots(path, file, count, bytes);
    for (int slot = Math.toIntExact(file.size() / bytes); slot < count; slot++) {
      slots.wipe(slot);
    }
    return slots;
  }

  int count() {
    return count;
  }

  byte[] read(int slot) throws IOException {
    ByteBuffer content = ByteBuffer.allocate(bytes);
    while (content.hasRemaining()) {
      if (file.read(content, position(slot) + content.position()) < 0) {
        throw new IOException("%s ends in slot %d of %d".formatted(path, slot, count));
      }
    }
    return content.array();
  }

  void write(int slot, byte[] content) throws IOException {
    if (content.length != bytes) {
      throw new IllegalArgumentException(
          "%d bytes for a slot of %d".formatted(content.length, bytes));
    }
    PrivateFile.write(file, content, position(slot));
  }

  void wipe(int slot) throws IOException {
    byte[] free = new byte[bytes];
    random.nextBytes(free);
    write(slot, free);
  }

  /** When it returns, what was written is on disk. */
  void force() throws IOException {
    file.force(false);
    Files.setLastModifiedTime(path, ALWAYS);
  }

  private long position(int slot) {
    return (long) slot * bytes;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
