package nl.onderstroom.server.house;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Real data, where it lies beside the checkout; it is no part of the project. */
public final class SharedData {
  private SharedData() {}

  /** The file, in the folder named by a property or in one beside the checkout; else skipped. */
  public static Path file(String name) {
    String named = System.getProperty("onderstroom.shared", "");
    Stream<Path> folders =
        named.isEmpty()
            ? Stream.iterate(Path.of("").toAbsolutePath(), up -> up != null, Path::getParent)
                .map(up -> up.resolve("shared"))
            : Stream.of(Path.of(named));
    Path found = folders.map(up -> up.resolve(name)).filter(Files::exists).findFirst().orElse(null);
    assumeTrue(found != null, "no " + name);
    return found;
  }
}
