package nl.onderstroom.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Public data sets that lie beside the project and are never part of it. */
public final class SharedFolder {
  /**
   * Names the folder; else the nearest {@code shared} with {@code data} in it, upward from here.
   */
  static final String PROPERTY = "onderstroom.shared";

  private SharedFolder() {}

  /** What is at this path in it, when it is there. */
  public static Optional<Path> find(String path) {
    String given = System.getProperty(PROPERTY);
    Stream<Path> folders =
        given != null
            ? Stream.of(Path.of(given))
            : Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
                .map(at -> at.resolve("shared"));
    return folders
        .filter(shared -> Files.isDirectory(shared.resolve("data")))
        .findFirst()
        .map(shared -> shared.resolve(path))
        .filter(Files::isReadable);
  }
}
