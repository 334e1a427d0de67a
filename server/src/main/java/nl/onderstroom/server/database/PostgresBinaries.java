package nl.onderstroom.server.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs (initdb, pg_ctl, postgres), which travel in a jar. */
record PostgresBinaries(Path folder) {
  /** Must equal the jar's in the pom; a test compares it with what the server says. */
  static final String VERSION = "18.6";

  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
  private static final String PREFIX = "postgresql-";

  /**
   * Unpacks the programs below {@code home}, unless they are there. The folder appears whole or not
   * at all, also when the machine stops or two processes do it at once.
   *
   * @throws DatabaseUnavailable on a machine that these programs are not made for
   */
  static PostgresBinaries unpack(Path home) throws IOException {
    Path folder = home.resolve(PREFIX + VERSION);
    if (!Files.isDirectory(folder)) {
      Path partial = Files.createTempDirectory(home, "unpacking-");
      try {
        extract(partial);
        Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
        moveUnlessThere(partial, folder);
      } finally {
        FileSystemUtils.deleteRecursively(partial);
      }
      removeOthers(home, folder);
    }
    return new PostgresBinaries(folder);
  }

  private static void extract(Path target) throws IOException {
    InputStream packed = PostgresBinaries.class.getResourceAsStream(ARCHIVE);
    String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    if (packed == null || !machine.equals("Linux amd64")) {
      throw new DatabaseUnavailable(
          "The built-in database is made for Linux on amd64; this is %s. Name a PostgreSQL in %s, for example %s."
              .formatted(machine, DatabaseSettings.URL, DatabaseSettings.EXAMPLE));
    }
    try (packed;
        var archive =
            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      for (TarArchiveEntry entry = archive.getNextEntry();
          entry != null;
          entry = archive.getNextEntry()) {
        if (isNeeded(entry.getName())) {
          write(entry, archive, target);
        }
      }
    }
  }

  /** What a compiler would want is left out: libraries to link with and headers. */
  private static boolean isNeeded(String name) {
    return !name.endsWith(".a") && !name.contains("/pgxs/") && !name.contains("/pkgconfig/");
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("An entry lies outside the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, path);
    boolean isProgram = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(isProgram ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static void moveUnlessThere(Path partial, Path folder) throws IOException {
    try {
      Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException failure) {
      if (!Files.isDirectory(folder)) {
        throw failure;
      }
    }
  }

  private static void removeOthers(Path home, Path current) throws IOException {
    try (Stream<Path> all = Files.list(home)) {
      for (Path other : (Iterable<Path>) all::iterator) {
        if (other.getFileName().toString().startsWith(PREFIX) && !other.equals(current)) {
          FileSystemUtils.deleteRecursively(other);
        }
      }
    }
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }
}
