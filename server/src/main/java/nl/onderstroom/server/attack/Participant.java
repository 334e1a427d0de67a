package nl.onderstroom.server.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.onderstroom.engine.ballot.Ballot;
import nl.onderstroom.engine.ballot.BlindedMessage;
import nl.onderstroom.engine.ballot.VerifyingKey;
import nl.onderstroom.engine.ballot.Wallet;
import nl.onderstroom.server.rounds.Cohort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Somebody with a wallet, who fetches a ballot signed in and answers without being so. */
final class Participant {
  static final int BODY_BYTES = 4_096;

  /** Nobody's in particular, without cookies. */
  private static final HttpClient NAMELESS = HttpClient.newHttpClient();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern WORRY_SIGNATURE = Pattern.compile("data-worry=\"([^\"]+)\"");
  private static final Pattern SIGNATURE = Pattern.compile("data-signature=\"([^\"]+)\"");

  private final int number;
  private final String main;
  private final String answers;
  private final Wallet wallet = Wallet.random(new SecureRandom());
  private final HttpClient signedIn =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  Participant(int number, String main, String answers) {
    this.number = number;
    this.main = main;
    this.answers = answers;
  }

  /**
   * What one visit brings.
   *
   * @param answers to answer with
   * @param worry to write with
   */
  record Ballots(Ballot answers, Ballot worry) {}

  /** Signs in and gets ballots of this cohort and of everybody, by the keys that all are shown. */
  Ballots fetch(String round, int cohort) {
    String page = text(send(signedIn, get(main + "/sign-in")));
    send(
        signedIn,
        form(main + "/sign-in/persona", token(page), Map.of("address", Firm.address(number))));
    VerifyingKey key = key(round, cohort);
    BlindedMessage asked = wallet.blind(Long.parseLong(round), key);
    VerifyingKey everybody = key(round, Cohort.EVERYBODY);
    BlindedMessage worry = wallet.blind(Long.parseLong(round), everybody);
    String mine = main + "/my-rounds/" + round;
    String given =
        text(
            send(
                signedIn,
                form(
                    mine + "/ballot",
                    token(text(send(signedIn, get(mine)))),
                    Map.of(
                        "blinded",
                        base64(asked.blinded()),
                        "key",
                        key.fingerprint(),
                        "worry",
                        base64(worry.blinded()),
                        "worryKey",
                        everybody.fingerprint()))));
    return new Ballots(
        asked.finish(signed(SIGNATURE, given)), worry.finish(signed(WORRY_SIGNATURE, given)));
  }

  private byte[] signed(Pattern where, String given) {
    Matcher signature = where.matcher(given);
    if (!signature.find()) {
      throw new IllegalStateException("No signature for person " + number + ": " + given);
    }
    return Base64.getUrlDecoder().decode(signature.group(1));
  }

  private VerifyingKey key(String round, int cohort) {
    JsonNode list = JSON.readTree(text(send(NAMELESS, get(answers + "/keys/" + round))));
    for (JsonNode each : list.path("keys")) {
      if (each.path("cohort").asInt() == cohort) {
        return VerifyingKey.of(Base64.getDecoder().decode(each.path("key").asString()));
      }
    }
    throw new IllegalStateException("Cohort " + cohort + " has no key.");
  }

  /** What the body says before it is padded. */
  static String body(
      int cohort, Ballot ballot, long counter, Map<String, List<Integer>> positions) {
    return body(cohort, ballot, counter, "answers", positions);
  }

  /** Likewise, of what somebody writes. */
  static String worryBody(Ballot ballot, String text) {
    return body(Cohort.EVERYBODY, ballot, 1, "text", text);
  }

  private static String body(int cohort, Ballot ballot, long counter, String name, Object content) {
    return JSON.writeValueAsString(
        Map.of(
            "do",
            "answer",
            "cohort",
            cohort,
            "message",
            base64(ballot.message()),
            "signature",
            base64(ballot.signature()),
            "counter",
            counter,
            name,
            content));
  }

  static String padded(String body) {
    return body + " ".repeat(BODY_BYTES - body.getBytes(StandardCharsets.UTF_8).length);
  }

  /** Hands in, whatever it is. */
  Reply hand(String round, String padded) {
    return Reply.of(
        send(
            NAMELESS,
            HttpRequest.newBuilder(URI.create(answers + "/answer/" + round))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(padded))));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String token(String page) {
    Matcher token = TOKEN.matcher(page);
    if (!token.find()) {
      throw new IllegalStateException("A page without a form: " + page);
    }
    return token.group(1);
  }

  private static HttpRequest.Builder get(String address) {
    return HttpRequest.newBuilder(URI.create(address)).GET();
  }

  private static HttpRequest.Builder form(
      String address, String token, Map<String, String> fields) {
    StringBuilder body = new StringBuilder("_csrf=").append(encoded(token));
    fields.forEach(
        (name, value) -> body.append('&').append(name).append('=').append(encoded(value)));
    return HttpRequest.newBuilder(URI.create(address))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body.toString()));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static HttpResponse<byte[]> send(HttpClient client, HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped during an attack", stopped);
    }
  }
}
