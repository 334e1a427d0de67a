package nl.onderstroom.server.attack;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the ballots that were sent look like, wherever they turn up: as bytes, and as text in base
 * 16 and 64. Eight bytes are enough to know one by.
 */
final class Serials {
  private static final int KNOWN_BY = 8;

  private final Map<String, Integer> byHex = new HashMap<>();
  private final Map<Long, Integer> byStart = new HashMap<>();

  Serials(List<Sent> sent) {
    for (int i = 0; i < sent.size(); i++) {
      byte[] serial = sent.get(i).serial();
      byHex.put(HexFormat.of().formatHex(serial), i);
      byStart.put(start(serial, 0), i);
      start(HexFormat.of().formatHex(serial), i);
      start(Base64.getEncoder().encodeToString(serial), i);
      start(Base64.getUrlEncoder().encodeToString(serial), i);
    }
  }

  private void start(String text, int ballot) {
    byStart.put(start(text.getBytes(StandardCharsets.US_ASCII), 0), ballot);
  }

  Optional<Integer> find(byte[] value) {
    return Optional.ofNullable(byHex.get(HexFormat.of().formatHex(value)));
  }

  Optional<Integer> find(String value) {
    return Optional.ofNullable(byHex.get(value.toLowerCase(Locale.ROOT)));
  }

  /** The first place of each ballot in these bytes. */
  void find(byte[] content, int length, long offset, Trace.Builder into) {
    long window = 0;
    for (int i = 0; i < length; i++) {
      window = window << 8 | (content[i] & 0xff);
      if (i >= KNOWN_BY - 1) {
        Integer ballot = byStart.get(window);
        if (ballot != null) {
          into.add(ballot, offset + i);
        }
      }
    }
  }

  private static long start(byte[] bytes, int from) {
    long start = 0;
    for (int i = from; i < from + KNOWN_BY; i++) {
      start = start << 8 | (bytes[i] & 0xff);
    }
    return start;
  }
}
