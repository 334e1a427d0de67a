package nl.onderstroom.server.landscape;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** Writes numbers and texts as {@link PackedVotes} has them; closing adds the checksum. */
final class PackedOutput implements AutoCloseable {
  private static final int MOST_VARINT_BYTES = 10;

  private final OutputStream out;
  private final CRC32C checksum = new CRC32C();
  private final byte[] block = new byte[1 << 13];
  private int used;

  PackedOutput(OutputStream out) {
    this.out = out;
  }

  void unsigned(long value) throws IOException {
    if (used + MOST_VARINT_BYTES > block.length) {
      flush();
    }
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      block[used++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    block[used++] = (byte) rest;
  }

  void text(String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    unsigned(bytes.length);
    bytes(bytes);
  }

  void bytes(byte[] bytes) throws IOException {
    if (used + bytes.length > block.length) {
      flush();
    }
    System.arraycopy(bytes, 0, block, used, bytes.length);
    used += bytes.length;
  }

  private void flush() throws IOException {
    checksum.update(block, 0, used);
    out.write(block, 0, used);
    used = 0;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      flush();
      out.write(ByteBuffer.allocate(Integer.BYTES).putInt((int) checksum.getValue()).array());
    }
  }
}
