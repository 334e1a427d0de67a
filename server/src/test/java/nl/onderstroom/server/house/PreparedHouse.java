package nl.onderstroom.server.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * The data folder of a house that was opened, filled and closed, for others to begin with: to make
 * keys and ballots for a company of 420 takes far longer than to copy what came of it. The first
 * test in a JVM that asks for it makes it, and it goes with that JVM; no other ever sees it.
 */
final class PreparedHouse {
  /** Two houses at once each have a port of their own, and who has a folder is not copied. */
  private static final Set<String> OF_ONE_FOLDER = Set.of("port", "lock", "postgres.log");

  /** Only read, and a hundred times as large as the data. */
  private static final String PROGRAMS = "postgresql-";

  private final Supplier<Path> folder;

  /**
   * @param fill opens a house on a folder that is empty, and closes it when all is in it
   */
  PreparedHouse(Consumer<Path> fill) {
    this.folder = SingletonSupplier.of(() -> prepared(fill));
  }

  private static Path prepared(Consumer<Path> fill) {
    try {
      Path folder = Files.createTempDirectory("onderstroom-prepared");
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile()), "prepared"));
      fill.accept(folder);
      return folder;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Fills a folder that is empty. */
  void copyTo(Path other) {
    Path from = folder.get();
    try {
      Files.walkFileTree(from, new Copying(from, other));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
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
