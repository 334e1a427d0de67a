package nl.onderstroom.server.landscape;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Reads votes from a file of plain lines: ASCII, no quotation, nothing wrong with any. Makes no
 * object for a row; ids that are small whole numbers are looked up in an array.
 */
final class PlainVotes {
  /** Ids below this go by an array: four bytes each. */
  private static final int SMALL_IDS = 1 << 24;

  private static final int BUFFER = 1 << 20;
  private static final int NOT_PLAIN = -1;
  private static final int MOST_DIGITS = 18;
  private static final int PROGRESS_ROWS = 1 << 20;
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final VotesFile.Columns columns;
  private final Intake intake;
  private final LongConsumer progress;
  private final byte separator;

  /** Of each byte, whether it may stand in a cell of plain text. */
  private final boolean[] inCell = new boolean[1 << Byte.SIZE];

  /** Index of each small id, plus 1; 0 when not seen yet. */
  private int[] people = new int[1024];

  private int[] statements = new int[1024];

  private final byte[] buffer = new byte[BUFFER + 1];

  /** What the last cell of digits said. */
  private long number;

  private boolean headed;
  private long rows;

  PlainVotes(VotesFile.Columns columns, Intake intake, LongConsumer progress) {
    this.columns = columns;
    this.intake = intake;
    this.progress = progress;
    this.separator = (byte) columns.separator();
    for (int letter = ' '; letter <= Byte.MAX_VALUE; letter++) {
      inCell[letter] = letter != '"' && letter != separator;
    }
  }

  /**
   * @return whether all of it was plain; if not, what came in so far is of no use
   * @throws IOException when it cannot be read
   */
  boolean read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      int kept = in.readNBytes(buffer, 0, MARK.length);
      if (kept == MARK.length && Arrays.equals(buffer, 0, kept, MARK, 0, kept)) {
        kept = 0;
      }
      while (true) {
        int more = in.readNBytes(buffer, kept, BUFFER - kept);
        int end = kept + more;
        boolean last = end < BUFFER;
        if (last && end > 0 && buffer[end - 1] != '\n') {
          buffer[end++] = '\n';
        }
        int whole = afterLastLine(end);
        if (!lines(whole) || (whole == 0 && end > 0)) {
          return false;
        }
        if (last) {
          return true;
        }
        kept = end - whole;
        System.arraycopy(buffer, whole, buffer, 0, kept);
      }
    }
  }

  private int afterLastLine(int end) {
    int at = end;
    while (at > 0 && buffer[at - 1] != '\n') {
      at--;
    }
    return at;
  }

  private boolean lines(int end) {
    int at = 0;
    while (at < end) {
      if (buffer[at] == '\n') {
        at++;
      } else if (buffer[at] == '\r' && buffer[at + 1] == '\n') {
        at += 2;
      } else if (headed) {
        at = line(at);
        if (++rows % PROGRESS_ROWS == 0) {
          progress.accept(rows);
        }
      } else {
        at = headings(at);
        headed = true;
      }
      if (at == NOT_PLAIN) {
        return false;
      }
    }
    return true;
  }

  private int headings(int from) {
    int at = from;
    while (at != NOT_PLAIN && buffer[at] != '\n') {
      at = inCell[buffer[at] & 0xff] || buffer[at] == separator || isEnd(at) ? at + 1 : NOT_PLAIN;
    }
    return at == NOT_PLAIN ? at : at + 1;
  }

  /** One row; answers where the next begins, or {@link #NOT_PLAIN}. */
  private int line(int from) {
    int at = from;
    int person = 0;
    int personEnd = 0;
    int statement = 0;
    int vote = 0;
    long time = Intake.NO_TIME;
    for (int column = 0; column < columns.count(); column++) {
      int start = at;
      if (column == columns.vote()) {
        vote = buffer[at] == '-' ? -1 : 1;
        at += buffer[at] == '-' ? 1 : 0;
        int digit = buffer[at++] - '0';
        vote *= digit;
        if (digit != 1 && (digit != 0 || at - start > 1)) {
          return NOT_PLAIN;
        }
      } else if (column == columns.time()) {
        at = digits(at);
        time = at > start ? number : Intake.NO_TIME;
      } else {
        at = cell(at);
        if (column == columns.person()) {
          person = start;
          personEnd = at;
        } else if (column == columns.statement()) {
          statement = at == NOT_PLAIN ? NOT_PLAIN : statement(start, at);
        }
      }
      boolean ends = column + 1 == columns.count();
      if (at == NOT_PLAIN || !(ends ? isEnd(at) : buffer[at] == separator)) {
        return NOT_PLAIN;
      }
      at += buffer[at] == '\r' ? 2 : 1;
    }
    return add(person, personEnd, statement, vote, time) ? at : NOT_PLAIN;
  }

  private boolean add(int person, int personEnd, int statement, int vote, long time) {
    if (statement == Intake.UNKNOWN || !isId(person, personEnd)) {
      return false;
    }
    if (statement != Intake.TAKEN_OUT) {
      intake.add(person(person, personEnd), statement, vote, time);
    }
    return true;
  }

  /** The end of a cell of any plain text. */
  private int cell(int from) {
    byte[] bytes = buffer;
    boolean[] within = inCell;
    int at = from;
    while (within[bytes[at] & 0xff]) {
      at++;
    }
    return at;
  }

  private int digits(int from) {
    byte[] bytes = buffer;
    int at = from;
    long value = 0;
    for (int digit = bytes[at] - '0'; digit >= 0 && digit <= 9; digit = bytes[++at] - '0') {
      value = 10 * value + digit;
    }
    number = value;
    return at - from <= MOST_DIGITS ? at : NOT_PLAIN;
  }

  private int person(int from, int to) {
    int small = small(from, to);
    if (small < 0) {
      return intake.person(text(from, to));
    }
    if (small >= people.length) {
      people = Arrays.copyOf(people, Math.max(small + 1, 2 * people.length));
    }
    if (people[small] == 0) {
      people[small] = intake.person(text(from, to)) + 1;
    }
    return people[small] - 1;
  }

  /** Its index, or that it was taken out, or that it is unknown (as also what is no id). */
  private int statement(int from, int to) {
    if (!isId(from, to)) {
      return Intake.UNKNOWN;
    }
    int small = small(from, to);
    if (small < 0) {
      return intake.statement(text(from, to));
    }
    if (small >= statements.length) {
      statements = Arrays.copyOf(statements, Math.max(small + 1, 2 * statements.length));
    }
    if (statements[small] == 0) {
      int index = intake.statement(text(from, to));
      statements[small] = index < 0 ? index : index + 1;
    }
    return statements[small] < 0 ? statements[small] : statements[small] - 1;
  }

  /** The id as a number, when it is one below {@link #SMALL_IDS} without zeros before it. */
  private int small(int from, int to) {
    if (to - from > 8 || (buffer[from] == '0' && to - from > 1) || digits(from) != to) {
      return -1;
    }
    return number < SMALL_IDS ? (int) number : -1;
  }

  private boolean isId(int from, int to) {
    return to > from && to - from <= Rows.MOST_ID && buffer[from] > ' ' && buffer[to - 1] > ' ';
  }

  private String text(int from, int to) {
    return new String(buffer, from, to - from, US_ASCII);
  }

  private boolean isEnd(int at) {
    return buffer[at] == '\n' || (buffer[at] == '\r' && buffer[at + 1] == '\n');
  }
}
