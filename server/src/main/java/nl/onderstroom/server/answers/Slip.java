package nl.onderstroom.server.answers;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What lies in a ballot box: a sheet, or the mark that it was taken back.
 *
 * @param counter 1 for the first of a ballot, and one more each time; the highest counts
 * @param sheet null when it was taken back: the mark stays, so that an older sheet cannot return
 */
record Slip(Serial serial, int cohort, long counter, @Nullable Sheet sheet) {
  private static final int FIXED_BYTES =
      1 + Serial.BYTES + Integer.BYTES + Long.BYTES + Short.BYTES;
  private static final byte SHEET = 1;
  private static final byte WITHDRAWN = 2;

  /** No answer that is given is this number. */
  private static final long SKIPPED = Long.MIN_VALUE;

  /** Bytes that a slip with this many answers takes at most. */
  static int bytes(int answers) {
    return FIXED_BYTES + answers * Long.BYTES;
  }

  Outcome taken() {
    return sheet == null ? new Outcome.Withdrawn(counter) : new Outcome.Counted(counter);
  }

  Outcome told() {
    return sheet == null
        ? Outcome.Nothing.NONE
        : new Outcome.Stored(serial, cohort, counter, sheet);
  }

  /**
   * @param length of what comes back, whatever is in it
   */
  byte[] encoded(int length) {
    ByteBuffer to = ByteBuffer.allocate(length).put(sheet == null ? WITHDRAWN : SHEET);
    serial.write(to);
    to.putInt(cohort).putLong(counter);
    if (sheet != null) {
      to.putShort((short) sheet.answers().size());
      sheet.answers().forEach(answer -> to.putLong(answer == null ? SKIPPED : answer));
    }
    return to.array();
  }

  static Slip decoded(byte[] bytes) {
    ByteBuffer from = ByteBuffer.wrap(bytes);
    boolean withdrawn = from.get() == WITHDRAWN;
    Serial serial = Serial.read(from);
    int cohort = from.getInt();
    long counter = from.getLong();
    return new Slip(serial, cohort, counter, withdrawn ? null : sheet(from));
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
