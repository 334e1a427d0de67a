package nl.onderstroom.server.attack;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What the ballots that were sent look like, wherever they turn up: the hash that the server knows
 * each by, its message and its signature, as bytes and as text in base 16 and 64; and the beginning
 * of what was written. Eight bytes are enough to know one by.
 */
final class Serials {
  private static final int KNOWN_BY = 8;

  private final Map<Long, Integer> byStart = new HashMap<>();

  /** What is done with what is found. */
  interface Finding {
    /**
     * @param ballot its number in what was sent
     * @param place where it ends
     */
    void found(int ballot, long place);
  }

  Serials(List<Sent> sent) {
    for (int i = 0; i < sent.size(); i++) {
      knowInEachForm(sent.get(i).serial(), i);
      for (byte[] part : sent.get(i).ballot()) {
        knowInEachForm(part, i);
      }
      if (!sent.get(i).text().isEmpty()) {
        know(sent.get(i).text(), i);
      }
    }
  }

  private void knowInEachForm(byte[] bytes, int ballot) {
    know(bytes, ballot);
    know(HexFormat.of().formatHex(bytes), ballot);
    know(HexFormat.of().withUpperCase().formatHex(bytes), ballot);
    know(Base64.getEncoder().encodeToString(bytes), ballot);
    know(Base64.getUrlEncoder().encodeToString(bytes), ballot);
  }

  private void know(String text, int ballot) {
    know(text.getBytes(StandardCharsets.US_ASCII), ballot);
  }

  private void know(byte[] bytes, int ballot) {
    long start = 0;
    for (int i = 0; i < KNOWN_BY; i++) {
      start = start << 8 | (bytes[i] & 0xff);
    }
    byStart.put(start, ballot);
  }

  /**
   * @param offset of the content in what places are counted in
   */
  void find(byte[] content, long offset, Finding finding) {
    long window = 0;
    for (int i = 0; i < content.length; i++) {
      window = window << 8 | (content[i] & 0xff);
      Integer ballot = i < KNOWN_BY - 1 ? null : byStart.get(window);
      if (ballot != null) {
        finding.found(ballot, offset + i);
      }
    }
  }
}
