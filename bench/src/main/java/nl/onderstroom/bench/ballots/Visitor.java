package nl.onderstroom.bench.ballots;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import nl.onderstroom.engine.ballot.Ballot;
import nl.onderstroom.server.rounds.RoundId;

/** Somebody who comes by with a ballot: over a connection of her own, as a wallet sends it. */
record Visitor(URI answers, RoundId round) {
  private static final int BODY_BYTES = 4_096;
  private static final int PATIENCE_MILLIS = 30_000;
  private static final Base64.Encoder BASE_64 = Base64.getUrlEncoder().withoutPadding();

  /**
   * Hands in, and waits for what is said.
   *
   * @return whether it was counted
   */
  boolean hand(OpenRound.Held held, Map<String, List<Integer>> chosen) throws IOException {
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(new InetSocketAddress(answers.getHost(), answers.getPort()), PATIENCE_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write(request(body(held.cohort(), held.ballot(), chosen)));
      out.flush();
      String reply =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return reply.startsWith("HTTP/1.1 200 ") && reply.contains("\"result\":\"counted\"");
    }
  }

  private byte[] request(String body) {
    byte[] head =
        """
        POST /answer/%s HTTP/1.1
        Host: %s:%d
        Content-Type: application/json
        Content-Length: %d
        Connection: close

        """
            .formatted(round, answers.getHost(), answers.getPort(), BODY_BYTES)
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] request = Arrays.copyOf(head, head.length + BODY_BYTES);
    Arrays.fill(request, head.length, request.length, (byte) ' ');
    byte[] said = body.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(said, 0, request, head.length, said.length);
    return request;
  }

  private static String body(int cohort, Ballot ballot, Map<String, List<Integer>> chosen) {
    var answers = new StringBuilder();
    chosen.forEach((key, positions) ->
        answers.append(answers.isEmpty() ? "" : ",").append("\"%s\":%s".formatted(key, positions)));
    return "{\"do\":\"answer\",\"cohort\":%d,\"message\":\"%s\",\"signature\":\"%s\",\"counter\":1,\"answers\":{%s}}"
        .formatted(
            cohort,
            BASE_64.encodeToString(ballot.message()),
            BASE_64.encodeToString(ballot.signature()),
            answers);
  }
}
