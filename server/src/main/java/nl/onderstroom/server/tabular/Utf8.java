package nl.onderstroom.server.tabular;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text that must be UTF-8, with or without the mark that Excel puts before it. */
public final class Utf8 {
  private static final int CHUNK = 1 << 16;
  private static final char MARK = '\ufeff';

  private Utf8() {}

  /**
   * The whole text; for files that are small.
   *
   * @throws Malformed when it is another encoding, with the first byte that shows it
   * @throws IOException when the file can't be read
   */
  public static String read(TextSource source) throws Malformed, IOException {
    try (BufferedReader text = open(source)) {
      return text.readAllAsString();
    } catch (CharacterCodingException other) {
      throw firstBad(source);
    }
  }

  /** After the mark; reading throws {@link CharacterCodingException} when it is not UTF-8. */
  static BufferedReader open(TextSource source) throws Malformed, IOException {
    refuseUtf16(source);
    var text = new BufferedReader(new InputStreamReader(source.open(), strict()), CHUNK);
    text.mark(1);
    if (text.read() != MARK) {
      text.reset();
    }
    return text;
  }

  private static void refuseUtf16(TextSource source) throws Malformed, IOException {
    try (InputStream in = source.open()) {
      int first = in.read();
      int second = in.read();
      if ((first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff)) {
        throw Malformed.ofLine(Malformed.Fault.UTF_16, 0);
      }
    }
  }

  private static CharsetDecoder strict() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** The place of the first byte that is not UTF-8, of a file in which there is one. */
  static Malformed firstBad(TextSource source) throws IOException {
    try (InputStream in = source.open()) {
      CharsetDecoder decoder = strict();
      ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
      CharBuffer characters = CharBuffer.allocate(CHUNK);
      var place = new Place();
      while (true) {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
        CoderResult result = decoder.decode(bytes, characters, read < 0);
        place.pass(characters.flip());
        characters.clear();
        if (result.isError()) {
          return place.of(Byte.toUnsignedInt(bytes.get(bytes.position())));
        }
        if (read < 0) {
          throw new IOException("The file changed while it was read.");
        }
        bytes.compact();
      }
    }
  }

  /** Counts lines and characters; a line ends with LF, CR, or both. */
  private static final class Place {
    private int line = 1;
    private int character = 1;
    private char before;

    void pass(CharBuffer text) {
      while (text.hasRemaining()) {
        char c = text.get();
        if (c == '\n' && before == '\r') {
          before = c;
          continue;
        }
        before = c;
        if (c == '\n' || c == '\r') {
          line++;
          character = 1;
        } else if (c != MARK) {
          character++;
        }
      }
    }

    Malformed of(int value) {
      return Malformed.ofByte(line, character, value);
    }
  }
}
