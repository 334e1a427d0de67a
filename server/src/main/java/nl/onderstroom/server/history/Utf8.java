package nl.onderstroom.server.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Where a text stops being UTF-8. */
final class Utf8 {
  private static final int CHUNK = 1 << 16;

  private Utf8() {}

  /**
   * @param line from 1
   * @param character from 1, within the line
   * @param value the byte that does not belong there
   */
  record BadByte(int line, int character, int value) {}

  static CharsetDecoder strict() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** The first byte that is not UTF-8; line 0 when all of it is. */
  static BadByte firstBad(InputStream in) throws IOException {
    CharsetDecoder decoder = strict();
    ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
    CharBuffer characters = CharBuffer.allocate(CHUNK);
    int line = 1;
    int character = 1;
    boolean end = false;
    while (!end) {
      int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
      end = read < 0;
      bytes.position(bytes.position() + Math.max(read, 0)).flip();
      CoderResult result = decoder.decode(bytes, characters, end);
      characters.flip();
      while (characters.hasRemaining()) {
        character++;
        if (characters.get() == '\n') {
          line++;
          character = 1;
        }
      }
      characters.clear();
      if (result.isError()) {
        return new BadByte(line, character, Byte.toUnsignedInt(bytes.get(bytes.position())));
      }
      bytes.compact();
    }
    return new BadByte(0, 0, 0);
  }
}
