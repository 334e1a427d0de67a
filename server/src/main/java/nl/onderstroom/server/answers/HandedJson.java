package nl.onderstroom.server.answers;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.onderstroom.engine.ballot.Ballot;
import nl.onderstroom.server.answers.Handed.Deed;
import nl.onderstroom.server.rounds.Cohort;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a wallet sends: JSON that is padded with spaces to {@value #BYTES} bytes, so that its length
 * does not tell what was done or how much was answered. Whatever is not exactly as expected is not
 * read at all.
 */
final class HandedJson {
  static final int BYTES = 4_096;

  private static final int DEEPEST = 3;
  private static final Set<String> FIELDS =
      Set.of("do", "cohort", "message", "signature", "counter", "answers", "text");

  /** So far numbers are whole in a browser, too. */
  private static final long MOST_COUNTER = (1L << 53) - 1;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxDocumentLength(BYTES)
                          .maxNestingDepth(DEEPEST)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private HandedJson() {}

  /** Empty when it is anything else. */
  static Optional<Handed> read(byte[] body) {
    if (body.length != BYTES) {
      return Optional.empty();
    }
    try {
      return Optional.of(handed(JSON.readTree(body)));
    } catch (JacksonException | IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static Handed handed(JsonNode json) {
    require(json.isObject() && FIELDS.containsAll(json.propertyNames()));
    Deed deed = deed(string(json.path("do")));
    int cohort = Math.toIntExact(number(json.path("cohort"), 0, Integer.MAX_VALUE));
    boolean worry = cohort == Cohort.EVERYBODY;
    return new Handed(
        deed,
        cohort,
        new Ballot(bytes(json.path("message")), bytes(json.path("signature"))),
        deed == Deed.LOOK ? 0 : number(json.path("counter"), 1, MOST_COUNTER),
        deed == Deed.ANSWER && !worry ? chosen(json.path("answers")) : Map.of(),
        deed == Deed.ANSWER && worry ? string(json.path("text")) : "");
  }

  private static Deed deed(String named) {
    return switch (named) {
      case "answer" -> Deed.ANSWER;
      case "withdraw" -> Deed.WITHDRAW;
      case "look" -> Deed.LOOK;
      default -> throw new IllegalArgumentException("not a deed");
    };
  }

  private static Map<String, List<Integer>> chosen(JsonNode json) {
    require(json.isObject());
    var chosen = new HashMap<String, List<Integer>>();
    for (Map.Entry<String, JsonNode> each : json.properties()) {
      require(each.getValue().isArray());
      chosen.put(
          each.getKey(),
          each.getValue()
              .valueStream()
              .map(position -> Math.toIntExact(number(position, 1, Integer.MAX_VALUE)))
              .toList());
    }
    return chosen;
  }

  private static byte[] bytes(JsonNode json) {
    return Base64.getUrlDecoder().decode(string(json));
  }

  private static String string(JsonNode json) {
    require(json.isString());
    return json.stringValue();
  }

  /** A whole number. */
  private static long number(JsonNode json, long least, long most) {
    require(json.isIntegralNumber() && json.canConvertToLong());
    require(json.longValue() >= least && json.longValue() <= most);
    return json.longValue();
  }

  private static void require(boolean fits) {
    if (!fits) {
      throw new IllegalArgumentException("not as a wallet sends it");
    }
  }
}
