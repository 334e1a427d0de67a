package nl.onderstroom.server.answers;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import nl.onderstroom.server.rounds.Questionnaire;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a wallet is told: JSON, padded with spaces to {@value #BYTES} bytes, whatever it says.
 *
 * @param status of the answer over HTTP
 */
record OutcomeJson(HttpStatus status, byte[] body) {
  static final int BYTES = 2_048;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static final OutcomeJson MALFORMED = said(HttpStatus.BAD_REQUEST, "malformed");
  static final OutcomeJson BUSY = said(HttpStatus.SERVICE_UNAVAILABLE, "busy");

  static OutcomeJson of(Outcome outcome, Questionnaire asked) {
    return switch (outcome) {
      case Outcome.Counted(long counter) -> said(HttpStatus.OK, "counted", counter);
      case Outcome.Withdrawn(long counter) -> said(HttpStatus.OK, "withdrawn", counter);
      case Outcome.Stale(long counter) -> said(HttpStatus.CONFLICT, "stale", counter);
      case Outcome.Stored stored -> stored(stored, asked);
      case Outcome.Nothing nothing -> of(nothing);
    };
  }

  static OutcomeJson of(Outcome.Nothing nothing) {
    return switch (nothing) {
      case NONE -> said(HttpStatus.OK, "none");
      case REFUSED -> said(HttpStatus.FORBIDDEN, "refused");
      case NOT_OPEN -> said(HttpStatus.CONFLICT, "not-open");
      case CLOSED -> said(HttpStatus.GONE, "closed");
      case BUSY -> BUSY;
      case UNSURE -> said(HttpStatus.INTERNAL_SERVER_ERROR, "unsure");
    };
  }

  private static OutcomeJson stored(Outcome.Stored stored, Questionnaire asked) {
    ObjectNode json = result("stored");
    json.put("ballot", stored.serial().hex()).put("group", stored.cohort());
    json.put("counter", stored.counter());
    switch (stored.content()) {
      case Sheet sheet -> {
        ObjectNode answers = json.putObject("answers");
        sheet
            .chosen(asked)
            .forEach((key, positions) -> positions.forEach(answers.withArray(key)::add));
      }
      case Worry(String text) -> json.put("text", text);
    }
    return padded(HttpStatus.OK, json);
  }

  private static OutcomeJson said(HttpStatus status, String result, long counter) {
    return padded(status, result(result).put("counter", counter));
  }

  private static OutcomeJson said(HttpStatus status, String result) {
    return padded(status, result(result));
  }

  private static ObjectNode result(String result) {
    return JSON.createObjectNode().put("result", result);
  }

  private static OutcomeJson padded(HttpStatus status, ObjectNode json) {
    byte[] text = json.toString().getBytes(StandardCharsets.UTF_8);
    if (text.length > BYTES) {
      throw new IllegalStateException(
          "%d bytes to tell a wallet; expected at most %d".formatted(text.length, BYTES));
    }
    byte[] body = Arrays.copyOf(text, BYTES);
    Arrays.fill(body, text.length, BYTES, (byte) ' ');
    return new OutcomeJson(status, body);
  }
}
