package nl.onderstroom.server.answers;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What lies in a ballot box: a sheet or a worry, or the mark that it was taken back.
 *
 * @param counter 1 for the first of a ballot, and one more each time; the highest counts
 * @param content null when it was taken back: the mark stays, so that an older one cannot return
 */
record Slip(Serial serial, int cohort, long counter, @Nullable Content content) {
  private static final int FIXED_BYTES =
      1 + Serial.BYTES + Integer.BYTES + Long.BYTES + Short.BYTES;
  private static final byte SHEET = 1;
  private static final byte WITHDRAWN = 2;
  private static final byte WORRY = 3;

  /** Bytes that a slip with the longest worry takes. */
  static final int WORRY_BYTES = FIXED_BYTES + Worry.MOST_BYTES;

  /** No answer that is given is this number. */
  private static final long SKIPPED = Long.MIN_VALUE;

  /** Bytes that a slip with this many answers takes at most. */
  static int bytes(int answers) {
    return FIXED_BYTES + answers * Long.BYTES;
  }

  Outcome taken() {
    return content == null ? new Outcome.Withdrawn(counter) : new Outcome.Counted(counter);
  }

  Outcome told() {
    return content == null
        ? Outcome.Nothing.NONE
        : new Outcome.Stored(serial, cohort, counter, content);
  }

  /**
   * @param length of what comes back, whatever is in it
   */
  byte[] encoded(int length) {
    ByteBuffer to = ByteBuffer.allocate(length);
    to.put(
        switch (content) {
          case null -> WITHDRAWN;
          case Sheet sheet -> SHEET;
          case Worry worry -> WORRY;
        });
    serial.write(to);
    to.putInt(cohort).putLong(counter);
    switch (content) {
      case null -> {}
      case Sheet(var answers) -> {
        to.putShort((short) answers.size());
        answers.forEach(answer -> to.putLong(answer == null ? SKIPPED : answer));
      }
      case Worry worry -> to.putShort((short) worry.bytes().length).put(worry.bytes());
    }
    return to.array();
  }

  static Slip decoded(byte[] bytes) {
    ByteBuffer from = ByteBuffer.wrap(bytes);
    byte kind = from.get();
    Serial serial = Serial.read(from);
    int cohort = from.getInt();
    long counter = from.getLong();
    Content content =
        switch (kind) {
          case SHEET -> sheet(from);
          case WORRY -> worry(from);
          default -> null;
        };
    return new Slip(serial, cohort, counter, content);
  }

  private static Worry worry(ByteBuffer from) {
    byte[] text = new byte[from.getShort()];
    from.get(text);
    return new Worry(new String(text, StandardCharsets.UTF_8));
  }

  private static Sheet sheet(ByteBuffer from) {
    int size = from.getShort();
    var answers = new ArrayList<@Nullable Long>(size);
    for (int i = 0; i < size; i++) {
      long answer = from.getLong();
      answers.add(answer == SKIPPED ? null : answer);
    }
    return new Sheet(answers);
  }
}
