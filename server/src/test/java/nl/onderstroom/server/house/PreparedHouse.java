package nl.onderstroom.server.house;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.onderstroom.server.database.FolderLock;
import org.springframework.util.FileSystemUtils;

/**
 * The data folder of a house that was opened, filled and closed, for others to begin with: to make
 * keys and ballots for a company of 420 takes far longer than to copy what came of it. The first
 * test that asks for it makes it; it serves until anything on the class path changes, and for a day
 * at most, since the dates in it count from today.
 *
 * @param name of the folder below {@code target/houses}
 * @param fill opens a house on a folder that is not there yet, and closes it when all is in it
 */
record PreparedHouse(String name, Consumer<Path> fill) {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Two houses at once each have a port of their own, and who has a folder is not copied. */
  private static final Set<String> OF_ONE_FOLDER = Set.of("port", "lock", "postgres.log");

  /** Only read, and a hundred times as large as the data. */
  private static final String PROGRAMS = "postgresql-";

  /** Fills a folder that is empty, or not there yet. */
  void copyTo(Path folder) {
    try {
      Path prepared = prepared().toAbsolutePath();
      Files.walkFileTree(prepared, new Copying(prepared, folder));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Preparing a house was interrupted", stopped);
    }
  }

  /** Also when two JVMs ask at once, it is made once. */
  private Path prepared() throws IOException, InterruptedException {
    Path home = Files.createDirectories(Path.of("target", "houses", name));
    FolderLock alone = FolderLock.take(home, PATIENCE);
    try {
      Path prepared = home.resolve(stamp());
      if (!Files.isDirectory(prepared)) {
        try (Stream<Path> older = Files.list(home).filter(Files::isDirectory)) {
          for (Path each : (Iterable<Path>) older::iterator) {
            FileSystemUtils.deleteRecursively(each);
          }
        }
        Path partial = home.resolve("partial");
        fill.accept(partial);
        Files.move(partial, prepared);
      }
      return prepared;
    } finally {
      alone.close();
    }
  }

  /** Another one when a class, a library or the day is another. */
  private static String stamp() throws IOException {
    var seen = new StringBuilder(LocalDate.now(ZoneId.systemDefault()).toString());
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      try (Stream<Path> files = Files.walk(Path.of(entry)).filter(Files::isRegularFile).sorted()) {
        for (Path file : (Iterable<Path>) files::iterator) {
          seen.append(file).append(Files.size(file)).append(Files.getLastModifiedTime(file));
        }
      }
    }
    return UUID.nameUUIDFromBytes(seen.toString().getBytes(UTF_8)).toString();
  }

  /** With owners and permissions: PostgreSQL refuses data that others may read. */
  private static final class Copying extends SimpleFileVisitor<Path> {
    private final Path from;
    private final Path to;

    Copying(Path from, Path to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes of)
        throws IOException {
      if (folder.getFileName().toString().startsWith(PROGRAMS)) {
        Files.createSymbolicLink(copyOf(folder), folder);
        return FileVisitResult.SKIP_SUBTREE;
      }
      copy(folder);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes of) throws IOException {
      if (!OF_ONE_FOLDER.contains(file.getFileName().toString())) {
        copy(file);
      }
      return FileVisitResult.CONTINUE;
    }

    private void copy(Path path) throws IOException {
      Files.copy(
          path,
          copyOf(path),
          StandardCopyOption.COPY_ATTRIBUTES,
          StandardCopyOption.REPLACE_EXISTING,
          LinkOption.NOFOLLOW_LINKS);
    }

    private Path copyOf(Path path) {
      return to.resolve(from.relativize(path));
    }
  }
}
