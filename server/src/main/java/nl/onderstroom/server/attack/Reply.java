package nl.onderstroom.server.attack;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.ObjectMapper;

/**
 * What came back, all of it but the time of day: two that are equal cannot be told apart.
 *
 * @param headers by their names
 */
record Reply(int status, Map<String, List<String>> headers, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TIME_OF_DAY = "date";

  static Reply of(HttpResponse<byte[]> response) {
    var headers = new TreeMap<>(response.headers().map());
    headers.remove(TIME_OF_DAY);
    return new Reply(
        response.statusCode(), headers, new String(response.body(), StandardCharsets.UTF_8));
  }

  /** {@code counted}, {@code refused} … */
  String result() {
    return JSON.readTree(body).path("result").asString();
  }

  /** How much passed, as somebody sees it who cannot read it. */
  int bytes() {
    return headers.toString().length() + body.length();
  }
}
