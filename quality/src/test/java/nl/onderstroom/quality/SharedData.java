package nl.onderstroom.quality;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Public data sets and oracle numbers that lie beside the project and are never part of it. Where
 * they are absent, the tests that need them are skipped.
 */
public final class SharedData {
  private SharedData() {}

  /**
   * The file under the folder of shared data: the system property {@code onderstroom.shared}, else
   * the nearest folder {@code shared} with a folder {@code data} in it, upward from here.
   */
  public static Path file(String path) {
    Path folder = folder();
    assumeTrue(folder != null, "no folder of shared data; set -Donderstroom.shared=FOLDER");
    Path file = folder == null ? Path.of(path) : folder.resolve(path);
    assumeTrue(Files.isReadable(file), "no file " + file);
    return file;
  }

  private static @Nullable Path folder() {
    String given = System.getProperty("onderstroom.shared");
    if (given != null) {
      return Path.of(given);
    }
    return Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
        .map(at -> at.resolve("shared"))
        .filter(shared -> Files.isDirectory(shared.resolve("data")))
        .findFirst()
        .orElse(null);
  }
}
