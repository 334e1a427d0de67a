package nl.onderstroom.server.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.Set;

/** Files that only their owner reads, which are there wholly or not at all, also after a crash. */
public final class PrivateFile {
  private PrivateFile() {}

  /** Makes a folder, if it is not there, into which only its owner looks. */
  public static void keepFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  public static void keep(Path file, byte[] content) throws IOException {
    Path folder = Objects.requireNonNull(file.getParent());
    Path partial = Files.createTempFile(folder, "new-", "", only());
    try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
      write(channel, content, 0);
      channel.force(true);
    }
    // When it was made is nobody's business.
    Files.setLastModifiedTime(partial, FileTime.fromMillis(0));
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    forceFolder(folder);
  }

  /** Overwrites the file and takes it away; does nothing when it is not there. */
  public static void destroy(Path file) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    byte[] random = new byte[Math.toIntExact(Files.size(file))];
    new SecureRandom().nextBytes(random);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      write(channel, random, 0);
      channel.force(true);
    }
    Files.delete(file);
    forceFolder(Objects.requireNonNull(file.getParent()));
  }

  public static void write(FileChannel channel, byte[] content, long position) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(content);
    while (rest.hasRemaining()) {
      channel.write(rest, position + rest.position());
    }
  }

  /** Else a new name, or one taken away, may come undone in a crash. */
  private static void forceFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> only() {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  }
}
