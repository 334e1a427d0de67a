package nl.onderstroom.server.attack;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.ObjectMapper;

/**
 * What came back, all of it but the time of day and what is about the connection, which may have
 * served others: two that are equal cannot be told apart.
 *
 * @param headers by their names
 */
record Reply(int status, Map<String, List<String>> headers, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> NOT_OF_IT = Set.of("date", "connection", "keep-alive");

  static Reply of(HttpResponse<byte[]> response) {
    var headers = new TreeMap<>(response.headers().map());
    headers.keySet().removeAll(NOT_OF_IT);
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
