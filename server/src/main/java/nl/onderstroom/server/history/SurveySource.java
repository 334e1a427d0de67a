package nl.onderstroom.server.history;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file of answers that can be read from its start, more than once.
 *
 * @param sizeBytes how large it is
 */
record SurveySource(long sizeBytes, Opening opening) {
  /** Opens the file at its start. */
  @FunctionalInterface
  interface Opening {
    InputStream open() throws IOException;
  }

  InputStream open() throws IOException {
    return opening.open();
  }
}
