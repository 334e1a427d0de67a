package nl.onderstroom.server.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * A copy of what a running server keeps, file by file, as somebody makes it at night. PostgreSQL
 * itself makes none: it is set to send its log to nobody, so that {@code pg_basebackup} is refused.
 */
record Backup(Path folder) implements AutoCloseable {
  private static final String BOXES = "boxes";
  private static final String PROGRAMS = "postgresql-";

  static Backup none() {
    try {
      return new Backup(Files.createTempDirectory("onderstroom-backup"));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /**
   * @param withBoxes against what the guide says
   */
  void make(Path data, boolean withBoxes) {
    try (Stream<Path> files = Files.walk(data)) {
      List<Path> wanted =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !file.toString().contains(PROGRAMS))
              .filter(file -> withBoxes || !data.relativize(file).startsWith(BOXES))
              .toList();
      for (Path file : wanted) {
        copy(file, folder.resolve(data.relativize(file)));
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try {
      Files.copy(from, to);
    } catch (NoSuchFileException goneMeanwhile) {
      // The database removes files as it likes.
    }
  }

  @Override
  public void close() {
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException undeletable) {
      throw new UncheckedIOException(undeletable);
    }
  }
}
