package nl.onderstroom.bench.landscape;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import nl.onderstroom.engine.landscape.Vote;

/**
 * Writes a conversation as {@code --save} does, after the description of the layout, while it is
 * being made: a million people need no memory.
 */
final class PackedVotesFile {
  private static final int VERSION = 1;
  private static final int CODES = 3;
  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private int people;
  private long votes;

  private PackedVotesFile(OutputStream out) {
    this.out = out;
  }

  /** Writes it all; answers how many votes there are. */
  static long write(SyntheticConversation conversation, Path file) throws IOException {
    var checksum = new CRC32C();
    try (var whole = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
      var packed = new PackedVotesFile(new CheckedOutputStream(whole, checksum));
      packed.begin(conversation);
      conversation.writeTo(packed::person);
      whole.write(ByteBuffer.allocate(Integer.BYTES).putInt((int) checksum.getValue()).array());
      return packed.votes;
    }
  }

  private void begin(SyntheticConversation conversation) throws IOException {
    out.write("OSVO".getBytes(US_ASCII));
    out.write(VERSION);
    number(conversation.statements());
    for (int statement = 0; statement < conversation.statements(); statement++) {
      text(Integer.toString(statement));
    }
    number(conversation.people());
  }

  private void person(int[] statements, Vote[] cast, int count) throws IOException {
    text(Integer.toString(people++));
    number(count);
    int before = -1;
    for (int at = 0; at < count; at++) {
      number((statements[at] - before) * CODES + cast[at].number() + 1);
      before = statements[at];
    }
    votes += count;
  }

  private void text(String text) throws IOException {
    byte[] bytes = text.getBytes(US_ASCII);
    number(bytes.length);
    out.write(bytes);
  }

  private void number(int value) throws IOException {
    int rest = value;
    while (rest >= 0x80) {
      out.write((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
