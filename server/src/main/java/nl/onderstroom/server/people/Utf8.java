package nl.onderstroom.server.people;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Text from bytes that must be UTF-8, with or without the mark that Excel puts before it. */
final class Utf8 {
  private static final Charset OLD_WINDOWS = Charset.forName("windows-1252");
  private static final char MARK = '\ufeff';

  private Utf8() {}

  /**
   * @throws Unreadable when it is another encoding, with the place of the first byte that shows it
   */
  static String read(byte[] bytes) throws Unreadable {
    if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
      throw new Unreadable(RosterProblem.ofFile("UTF-16", "utf-16"));
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer source = ByteBuffer.wrap(bytes);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(source, text, true);
    text.flip();
    if (result.isError()) {
      throw new Unreadable(badByte(text.toString(), bytes[source.position()]));
    }
    return !text.isEmpty() && text.charAt(0) == MARK
        ? text.subSequence(1, text.length()).toString()
        : text.toString();
  }

  /** Names the byte and the character it was in the encoding that Excel used before UTF-8. */
  private static RosterProblem badByte(String before, byte bad) {
    int line = 1 + Math.toIntExact(before.lines().count()) - (endsInsideLine(before) ? 1 : 0);
    int lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
    int position = before.length() - lineStart + 1 - (before.indexOf(MARK) == lineStart ? 1 : 0);
    String meant = new String(new byte[] {bad}, OLD_WINDOWS);
    String hexadecimal = "%02X".formatted(bad & 0xff).toUpperCase(Locale.ROOT);
    return RosterProblem.ofLine(line, meant, "encoding", position, hexadecimal);
  }

  private static boolean endsInsideLine(String text) {
    return !text.isEmpty() && !text.endsWith("\n") && !text.endsWith("\r");
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
  }
}
