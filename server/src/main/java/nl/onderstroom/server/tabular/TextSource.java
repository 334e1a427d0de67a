package nl.onderstroom.server.tabular;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that can be read from its start, more than once.
 *
 * @param sizeBytes how large it is
 */
public record TextSource(long sizeBytes, Opening opening) {
  /** Opens the file at its start. */
  @FunctionalInterface
  public interface Opening {
    InputStream open() throws IOException;
  }

  public static TextSource of(byte[] bytes) {
    return new TextSource(bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  /**
   * @throws IOException when its size can't be asked
   */
  public static TextSource of(Path file) throws IOException {
    return new TextSource(Files.size(file), () -> Files.newInputStream(file));
  }

  InputStream open() throws IOException {
    return opening.open();
  }
}
