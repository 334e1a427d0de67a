package nl.onderstroom.server.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import nl.onderstroom.engine.ballot.Ballot;
import nl.onderstroom.engine.ballot.BlindedMessage;
import nl.onderstroom.engine.ballot.SigningKey;
import nl.onderstroom.engine.ballot.Wallet;
import nl.onderstroom.server.answers.Closing;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.CohortKeys;
import nl.onderstroom.server.rounds.Organisation;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.rounds.Unit;
import nl.onderstroom.server.shell.Addresses;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where people answer: what goes over the line, and what does not. */
@Tag("database")
class AnswersHostTest {
  private static final int ASKED_BYTES = 4_096;
  private static final int TOLD_BYTES = 2_048;
  private static final Map<RoundId, SigningKey> KEYS = new HashMap<>();
  private static final Map<RoundId, SigningKey> EVERYBODY = new HashMap<>();

  private static House house;
  private static HttpClient client;
  private static String answers;

  @BeforeAll
  static void open() {
    house = House.empty();
    client = HttpClient.newHttpClient();
    answers = house.bean(Addresses.class).answers();
  }

  @AfterAll
  static void close() {
    client.close();
    house.close();
  }

  private static RoundId issuing() {
    Rounds rounds = house.bean(Rounds.class);
    RoundId round = rounds.draft("Voorjaar", 7, Questionnaire.FIRST);
    rounds.beginIssuing(
        round,
        begun ->
            new Organisation(
                List.of(new Unit("top", "Oever", null, 40)), List.of(new Cohort(1, "top", 40))));
    house
        .bean(CohortKeys.class)
        .publish(
            round,
            Map.of(Cohort.EVERYBODY, everybody(round).verifying(), 1, key(round).verifying()));
    return round;
  }

  private static RoundId opened() {
    RoundId round = issuing();
    house.bean(CohortKeys.class).open(round, Map.of(Cohort.EVERYBODY, 40, 1, 40));
    house.bean(Rounds.class).advance(round, RoundState.ISSUING);
    return round;
  }

  private static SigningKey key(RoundId round) {
    return KEYS.computeIfAbsent(round, made -> SigningKey.generate(2048));
  }

  private static SigningKey everybody(RoundId round) {
    return EVERYBODY.computeIfAbsent(round, made -> SigningKey.generate(2048));
  }

  private static Ballot ballot(RoundId round) {
    return ballot(key(round));
  }

  private static Ballot ballot(SigningKey key) {
    BlindedMessage blinded = Wallet.random(new SecureRandom()).blind(7, key.verifying());
    return blinded.finish(key.blindSign(blinded.blinded()));
  }

  private static String sha256(byte[] message) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(message));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String asked(String deed, Ballot ballot, long counter, String given) {
    Base64.Encoder text = Base64.getUrlEncoder().withoutPadding();
    return """
    {"do":"%s","cohort":1,"message":"%s","signature":"%s","counter":%d,"answers":%s}\
    """
        .formatted(
            deed,
            text.encodeToString(ballot.message()),
            text.encodeToString(ballot.signature()),
            counter,
            given);
  }

  private static String padded(String json) {
    return json + " ".repeat(Math.max(0, ASKED_BYTES - json.getBytes(UTF_8).length));
  }

  private static HttpResponse<String> post(RoundId round, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(answers + "/answer/" + round))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> get(String address) {
    return send(HttpRequest.newBuilder(URI.create(address)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString(UTF_8));
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void assertTold(HttpResponse<String> response, int status, String json) {
    assertThat(response.statusCode()).as(response.body().strip()).isEqualTo(status);
    assertThat(response.body().strip()).isEqualTo(json);
    assertTellsNothingMore(response);
  }

  private static void assertTellsNothingMore(HttpResponse<String> response) {
    assertThat(response.body().getBytes(UTF_8)).hasSize(TOLD_BYTES);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertLeavesNothingBehind(response);
  }

  private static void assertLeavesNothingBehind(HttpResponse<String> response) {
    assertThat(response.headers().map()).doesNotContainKey("set-cookie");
    assertThat(response.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'");
  }

  @Test
  void anAnswerIsGivenChangedLookedAtAndTakenBack() {
    RoundId round = opened();
    Ballot ballot = ballot(round);
    String look = padded(asked("look", ballot, 0, "{}"));
    assertTold(post(round, look), 200, "{\"result\":\"none\"}");
    String first = padded(asked("answer", ballot, 1, "{\"hope\":[2],\"feelings\":[1,10]}"));
    assertTold(post(round, first), 200, "{\"result\":\"counted\",\"counter\":1}");
    assertTold(post(round, first), 409, "{\"result\":\"stale\",\"counter\":1}");
    assertTold(
        post(round, look),
        200,
        """
        {"result":"stored","ballot":"%s","group":1,"counter":1,"answers":{"hope":[2],"feelings":[1,10]}}\
        """
            .formatted(sha256(ballot.message())));
    String back = padded(asked("withdraw", ballot, 2, "{}"));
    assertTold(post(round, back), 200, "{\"result\":\"withdrawn\",\"counter\":2}");
    assertTold(post(round, look), 200, "{\"result\":\"none\"}");
  }

  @Test
  void aWorryIsWrittenLookedAtAndTakenBackByAsManyBytes() {
    RoundId round = opened();
    Ballot ballot = ballot(everybody(round));
    String text = "\u20ac\"".repeat(200);
    String write = worry("answer", ballot, 1, text);
    assertTold(post(round, padded(write)), 200, "{\"result\":\"counted\",\"counter\":1}");
    HttpResponse<String> stored = post(round, padded(worry("look", ballot, 0, "")));
    assertThat(stored.body()).contains("\"group\":0", text.replace("\"", "\\\""));
    assertTellsNothingMore(stored);
    assertTold(
        post(round, padded(worry("answer", ballot(round), 1, text))),
        403,
        "{\"result\":\"refused\"}");
    for (String empty : List.of("", "  ", "x".repeat(401))) {
      assertTold(
          post(round, padded(worry("answer", ballot, 2, empty))),
          400,
          "{\"result\":\"malformed\"}");
    }
    assertTold(
        post(round, padded(worry("withdraw", ballot, 2, ""))),
        200,
        "{\"result\":\"withdrawn\",\"counter\":2}");
  }

  private static String worry(String deed, Ballot ballot, long counter, String text) {
    String escaped = text.replace("\"", "\\\"");
    return asked(deed, ballot, counter, "{}")
        .replace("\"cohort\":1", "\"cohort\":0")
        .replace("\"answers\":{}", "\"text\":\"" + escaped + "\"");
  }

  @Test
  void everyQuestionAnsweredFitsInWhatGoesOverTheLine() {
    RoundId round = opened();
    Ballot ballot = ballot(round);
    var all = new ArrayList<String>();
    Questionnaire.FIRST
        .asked()
        .forEach(question ->
            all.add(
                "\"%s\":%s".formatted(question.key(), question.limit() > 1 ? "[1,2,3]" : "[1]")));
    String given = "{" + String.join(",", all) + "}";
    assertThat(post(round, padded(asked("answer", ballot, 1, given))).statusCode()).isEqualTo(200);
    assertThat(post(round, padded(asked("look", ballot, 1, "{}"))).body()).contains(given);
  }

  @Test
  void whateverIsWrongWithABallotWhatComesBackIsTheSame() {
    RoundId round = opened();
    Ballot good = ballot(round);
    byte[] forged = good.signature();
    forged[17] ^= 1;
    for (Ballot bad :
        List.of(
            ballot(SigningKey.generate(2048)),
            new Ballot(good.message(), forged),
            new Ballot(good.message(), new byte[3]),
            new Ballot(new byte[64], good.signature()))) {
      for (String deed : List.of("answer", "withdraw", "look")) {
        assertTold(post(round, padded(asked(deed, bad, 1, "{}"))), 403, "{\"result\":\"refused\"}");
      }
    }
    String elsewhere = asked("answer", good, 1, "{}").replace("\"cohort\":1", "\"cohort\":2");
    assertTold(post(round, padded(elsewhere)), 403, "{\"result\":\"refused\"}");
  }

  @Test
  void beforeAndAfterARoundIsOpenThatIsSaid() {
    RoundId round = issuing();
    String answer = padded(asked("answer", ballot(round), 1, "{}"));
    assertTold(post(round, answer), 409, "{\"result\":\"not-open\"}");
    RoundId closed = opened();
    house.bean(Closing.class).close(closed);
    assertTold(post(closed, answer), 410, "{\"result\":\"closed\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"do\":\"answer\"}",
        "{\"do\":\"answer\",\"do\":\"look\"}",
        "{\"do\":\"guess\",\"cohort\":1,\"message\":\"AA\",\"signature\":\"AA\",\"counter\":1}",
        "{\"do\":\"look\",\"cohort\":1,\"message\":\"AA\",\"signature\":\"AA\",\"name\":\"Sem\"}",
        "{\"do\":\"look\",\"cohort\":1,\"message\":\"!!\",\"signature\":\"AA\"}",
        "{\"do\":\"look\",\"cohort\":1.5,\"message\":\"AA\",\"signature\":\"AA\"}",
        "{\"do\":\"withdraw\",\"cohort\":1,\"message\":\"AA\",\"signature\":\"AA\",\"counter\":0}",
        "{\"do\":\"look\",\"cohort\":1,\"message\":\"AA\",\"signature\":\"AA\"} {}"
      })
  void whatNoWalletSendsIsMalformed(String json) {
    assertTold(post(opened(), padded(json)), 400, "{\"result\":\"malformed\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"hope\":[6]}",
        "{\"hope\":[0]}",
        "{\"hope\":[1,2]}",
        "{\"feelings\":[1,2,3,4]}",
        "{\"feelings\":[1,1]}",
        "{\"salary\":[1]}",
        "{\"hope\":2}",
        "[]"
      })
  void anAnswerThatCannotBeChosenIsMalformed(String given) {
    RoundId round = opened();
    String body = padded(asked("answer", ballot(round), 1, given));
    assertTold(post(round, body), 400, "{\"result\":\"malformed\"}");
  }

  @Test
  void aBodyOfAnotherSizeOrKindIsMalformed() {
    RoundId round = opened();
    String json = asked("answer", ballot(round), 1, "{}");
    for (String body : List.of(json, padded(json) + " ", " ".repeat(100_000))) {
      assertTold(post(round, body), 400, "{\"result\":\"malformed\"}");
    }
    HttpRequest.Builder asText =
        HttpRequest.newBuilder(URI.create(answers + "/answer/" + round))
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString(padded(json)));
    assertTold(send(asText), 400, "{\"result\":\"malformed\"}");
  }

  @Test
  void noPageThereLeavesOrReadsACookie() {
    RoundId round = opened();
    for (String path : List.of("/answer/" + round, "/answer/999", "/", "/sign-in", "/error")) {
      HttpResponse<String> page =
          send(
              HttpRequest.newBuilder(URI.create(answers + path))
                  .header("Cookie", "language=en; visit=0123456789ABCDEF"));
      assertLeavesNothingBehind(page);
      assertThat(page.body()).contains("<html lang=\"nl\">").doesNotContain("_csrf");
    }
  }

  @Test
  void theLanguageIsInTheAddress() {
    String page = answers + "/answer/" + opened();
    assertThat(get(page).body()).contains("?language=en").contains("<html lang=\"nl\">");
    assertThat(get(page + "?language=en").body())
        .contains("?language=nl")
        .contains("<html lang=\"en\">");
  }

  @Test
  void whatIsAtOneHostIsNotAtTheOther() {
    RoundId round = opened();
    for (String path : List.of("/", "/sign-in", "/iceberg", "/rounds", "/alive", "/language")) {
      assertThat(get(answers + path).statusCode()).as(path).isEqualTo(404);
    }
    for (String path : List.of("/answer/" + round, "/wallet", "/keys/" + round)) {
      assertThat(get(house.url() + path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(get(answers + "/answer/" + round).statusCode()).isEqualTo(200);
    for (String host : List.of(answers, house.url())) {
      assertThat(get(host + "/assets/style.css").statusCode()).as(host).isEqualTo(200);
    }
    assertThat(get(answers + "/assets/style.css").headers().map()).doesNotContainKey("set-cookie");
  }

  @Test
  void theTwoHostsHaveDifferentNames() {
    Addresses addresses = house.bean(Addresses.class);
    assertThat(addresses.main()).isEqualTo(house.url());
    assertThat(URI.create(addresses.answers()).getHost())
        .isNotEqualTo(URI.create(addresses.main()).getHost());
  }
}
