package nl.onderstroom.server.landscape;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Reads what {@link PackedOutput} wrote and refuses the rest. Every number has a greatest value,
 * and a count may not exceed the bytes that are left: hostile bytes cost no more memory than they
 * are long.
 */
final class PackedInput implements AutoCloseable {
  private static final int CHECKSUM_BYTES = 4;

  private final Path file;
  private final InputStream in;
  private final CRC32C checksum = new CRC32C();
  private final byte[] block = new byte[1 << 16];

  /** Of the body, not yet in {@link #block}. */
  private long ahead;

  private long before;
  private int at;
  private int filled;

  PackedInput(Path file) throws IOException {
    this.file = file;
    this.ahead = Math.max(0, Files.size(file) - CHECKSUM_BYTES);
    this.in = Files.newInputStream(file);
  }

  /** Checks the letters and the version. */
  void begin(String magic, int version) throws IOException {
    byte[] found = bytes("the letters", magic.length());
    int foundVersion = next("the version");
    if (!Arrays.equals(found, magic.getBytes(US_ASCII)) || foundVersion != version) {
      throw refused("version " + foundVersion + "; expected " + version);
    }
  }

  /**
   * @param most the greatest value accepted, at least 0
   */
  long unsigned(String field, long most) throws IOException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = next(field);
      value |= (next & 0x7FL) << shift;
      if (next < 0x80) {
        if (value < 0 || value > most) {
          throw refused(field + ": " + Long.toUnsignedString(value) + "; expected 0 to " + most);
        }
        return value;
      }
    }
    throw refused(field + ": longer than a number can be");
  }

  /** A number of elements, each of which takes at least one byte. */
  int count(String field, int most) throws IOException {
    return (int) unsigned(field, Math.min(most, ahead + filled - at));
  }

  /** Bytes until the end; no more elements can be left than that. */
  int left() {
    return (int) Math.min(Integer.MAX_VALUE - 8, ahead + filled - at);
  }

  String text(String field, int mostBytes) throws IOException {
    try {
      byte[] bytes = bytes(field, count(field, mostBytes));
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw refused(field + ": no UTF-8");
    }
  }

  /** Checks that nothing is left over and that the checksum holds. */
  void end() throws IOException {
    if (ahead + filled - at > 0) {
      throw refused(ahead + filled - at + " bytes after the end");
    }
    checksum.update(block, 0, filled);
    byte[] stored = in.readNBytes(CHECKSUM_BYTES);
    if (stored.length < CHECKSUM_BYTES
        || ByteBuffer.wrap(stored).getInt() != (int) checksum.getValue()) {
      throw refused("checksum");
    }
  }

  UnusableVotes refused(String problem) {
    return new UnusableVotes(Finding.of(file, 0, problem, "packed", before + at));
  }

  private byte[] bytes(String field, int count) throws IOException {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) next(field);
    }
    return bytes;
  }

  private int next(String field) throws IOException {
    if (at == filled) {
      fill(field);
    }
    return Byte.toUnsignedInt(block[at++]);
  }

  private void fill(String field) throws IOException {
    checksum.update(block, 0, filled);
    before += filled;
    at = 0;
    filled = in.readNBytes(block, 0, (int) Math.min(block.length, ahead));
    ahead -= filled;
    if (filled == 0) {
      throw refused(field + ": cut off");
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
