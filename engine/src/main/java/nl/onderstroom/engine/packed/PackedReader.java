package nl.onderstroom.engine.packed;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.zip.CRC32C;

/**
 * Reads what {@link PackedWriter} wrote and refuses the rest with an {@link UnreadableException}.
 * Every number has a greatest value that the caller names, and a count of elements may not exceed
 * the bytes that are left: hostile bytes cost no more memory than they are long.
 */
public final class PackedReader {
  private final String kind;
  private final ByteBuffer bytes;
  private final int version;

  /**
   * @param kind what the bytes should hold, for messages ("summary")
   * @param magic the four letters expected
   * @param version the one that the caller can read
   */
  public PackedReader(byte[] file, String kind, String magic, int version) {
    this(file, kind, magic, version, version);
  }

  /**
   * @param kind what the bytes should hold, for messages ("summary")
   * @param magic the four letters expected
   * @param oldest version that the caller can read
   * @param newest likewise
   */
  public PackedReader(byte[] file, String kind, String magic, int oldest, int newest) {
    this.kind = kind;
    int around = PackedWriter.MAGIC_BYTES + 1 + PackedWriter.CHECKSUM_BYTES;
    this.bytes =
        ByteBuffer.wrap(file, 0, Math.max(0, file.length - PackedWriter.CHECKSUM_BYTES)).slice();
    if (file.length < around || file.length > PackedWriter.MOST_BYTES) {
      throw refused(
          "it has "
              + file.length
              + " bytes; expected "
              + around
              + " to "
              + PackedWriter.MOST_BYTES);
    }
    byte[] found = new byte[PackedWriter.MAGIC_BYTES];
    bytes.get(found);
    if (!new String(found, US_ASCII).equals(magic)) {
      throw refused("it does not begin with the letters " + magic + ", so it is something else");
    }
    version = Byte.toUnsignedInt(bytes.get());
    if (version < oldest || version > newest) {
      throw refused(
          "it has version %d and this program reads version %d; use the program that wrote it"
              .formatted(version, newest));
    }
    CRC32C checksum = new CRC32C();
    checksum.update(file, 0, file.length - PackedWriter.CHECKSUM_BYTES);
    int stored = ByteBuffer.wrap(file).getInt(file.length - PackedWriter.CHECKSUM_BYTES);
    if ((int) checksum.getValue() != stored) {
      throw refused("its checksum does not match, so it is damaged; restore it from a backup");
    }
  }

  /** Of what is read. */
  public int version() {
    return version;
  }

  /**
   * @param most the greatest value accepted, at least 0
   */
  public long unsigned(String field, long most) {
    long value = varint(field);
    if (value < 0 || value > most) {
      throw refused(
          field + " is " + Long.toUnsignedString(value) + "; expected 0 to " + most + where());
    }
    return value;
  }

  /** A number of elements, each of which takes at least one byte. */
  public int count(String field, int most) {
    return (int) unsigned(field, Math.min(most, bytes.remaining()));
  }

  public long signed(String field, long least, long most) {
    long folded = varint(field);
    long value = (folded >>> 1) ^ -(folded & 1);
    if (value < least || value > most) {
      throw refused(field + " is " + value + "; expected " + least + " to " + most + where());
    }
    return value;
  }

  public String text(String field, int mostBytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(block(field, mostBytes))).toString();
    } catch (CharacterCodingException e) {
      throw new UnreadableException(message(field + " is not text in UTF-8" + where()), e);
    }
  }

  public BigInteger integer(String field, int mostBytes) {
    byte[] block = block(field, mostBytes);
    if (block.length == 0) {
      throw refused(field + " is an empty number" + where());
    }
    return new BigInteger(block);
  }

  public double real(String field) {
    if (bytes.remaining() < Double.BYTES) {
      throw refused(field + " is cut off" + where());
    }
    return bytes.getDouble();
  }

  /** Checks that nothing is left over. */
  public void end() {
    if (bytes.hasRemaining()) {
      throw refused("it has " + bytes.remaining() + " bytes after its end");
    }
  }

  /** A refusal of these bytes, for callers that find values which do not go together. */
  public UnreadableException refused(String problem) {
    return new UnreadableException(message(problem));
  }

  private String message(String problem) {
    return "This " + kind + " cannot be read: " + problem + ".";
  }

  private byte[] block(String field, int mostBytes) {
    byte[] block = new byte[count("the length of " + field, mostBytes)];
    bytes.get(block);
    return block;
  }

  private long varint(String field) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      if (!bytes.hasRemaining()) {
        throw refused(field + " is cut off" + where());
      }
      byte next = bytes.get();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw refused(field + " is longer than a number can be" + where());
  }

  private String where() {
    return " (byte " + bytes.position() + ")";
  }
}
