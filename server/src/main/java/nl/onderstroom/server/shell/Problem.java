package nl.onderstroom.server.shell;

/**
 * Something in a file that we could not read: where it is, what was given, what was expected.
 *
 * @param line in the file, from 1; 0 when it is about the file as a whole
 * @param column heading or name of the column; empty when it is about the whole line
 * @param given as it stands in the file; empty when the place is empty
 * @param expected in words, with an example when that helps
 */
public record Problem(int line, String column, String given, String expected) {
  public Problem {
    if (line < 0) {
      throw new IllegalArgumentException("A line counts from 1 (0: the whole file), not " + line);
    }
  }
}
