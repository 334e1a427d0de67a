package nl.onderstroom.engine.packed;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** Writes the layout that this package describes. Used once; not for several threads. */
public final class PackedWriter {
  static final int MAGIC_BYTES = 4;
  static final int CHECKSUM_BYTES = 4;
  static final int MOST_BYTES = 64 << 20;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /**
   * @param magic four ASCII letters that name the kind of file
   * @param version 1 to 255
   */
  public PackedWriter(String magic, int version) {
    if (magic.length() != MAGIC_BYTES || version < 1 || version > 255) {
      throw new IllegalArgumentException(
          "a packed file needs four letters and a version of 1 to 255, given: "
              + magic
              + ", "
              + version);
    }
    bytes.writeBytes(magic.getBytes(US_ASCII));
    bytes.write(version);
  }

  /** Any long, read as unsigned; small ones take one byte. */
  public void unsigned(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes.write((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }

  /** Any long; small ones on either side of zero take one byte. */
  public void signed(long value) {
    unsigned((value << 1) ^ (value >> 63));
  }

  public void text(String value) {
    block(value.getBytes(UTF_8));
  }

  public void integer(BigInteger value) {
    block(value.toByteArray());
  }

  /** The eight bytes of the double, so that it comes back bit for bit. */
  public void real(double value) {
    bytes.writeBytes(ByteBuffer.allocate(Double.BYTES).putDouble(value).array());
  }

  /**
   * Everything written, with its checksum.
   *
   * @throws IllegalArgumentException if it is more than a reader accepts, 64 MiB
   */
  public byte[] finish() {
    if (bytes.size() + CHECKSUM_BYTES > MOST_BYTES) {
      throw new IllegalArgumentException(
          bytes.size() + " bytes; expected at most " + MOST_BYTES + ": write it in parts");
    }
    CRC32C checksum = new CRC32C();
    checksum.update(bytes.toByteArray());
    bytes.writeBytes(ByteBuffer.allocate(CHECKSUM_BYTES).putInt((int) checksum.getValue()).array());
    return bytes.toByteArray();
  }

  private void block(byte[] block) {
    unsigned(block.length);
    bytes.writeBytes(block);
  }
}
