package nl.onderstroom.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.onderstroom.engine.ballot.Ballot;
import nl.onderstroom.engine.ballot.BlindedMessage;
import nl.onderstroom.engine.ballot.RecoveryCode;
import nl.onderstroom.engine.ballot.VerifyingKey;
import nl.onderstroom.engine.ballot.Wallet;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Questionnaire;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Somebody with a wallet, who fetches a ballot signed in and answers where nobody is. */
final class Voter {
  static final int ASKED_BYTES = 4_096;
  static final int ANSWER_BYTES = 2_048;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern COHORT = Pattern.compile("cohort=([0-9]+)");
  private static final Pattern CODE = Pattern.compile("id=\"recovery-code\"[^>]*>([^<]+)<");
  private static final Pattern SIGNATURE = Pattern.compile("data-signature=\"([^\"]+)\"");
  private static final Pattern WORRY = Pattern.compile("data-worry=\"([^\"]+)\"");
  private static final HttpClient NAMELESS = HttpClient.newHttpClient();

  private final Guest guest;
  private final String answers;
  private final Wallet wallet;
  private final Map<String, Ballot> ballots = new HashMap<>();
  private final Map<String, Ballot> toWrite = new HashMap<>();
  private final Map<String, Integer> cohorts = new HashMap<>();

  /**
   * @param guest signed in
   */
  Voter(House house, Guest guest) {
    this(house.answersUrl(), guest, Wallet.random(new SecureRandom()));
  }

  Voter(String answers, Guest guest, Wallet wallet) {
    this.guest = guest;
    this.answers = answers;
    this.wallet = wallet;
  }

  /** One of the guests' people of the example company, by the code that stands on the page. */
  static Voter persona(String main, String answers, String address, String round) {
    var guest = new Guest(main);
    guest.be(address);
    Matcher code = CODE.matcher(guest.get("/my-rounds/" + round).body());
    assertThat(code.find()).as("a recovery code on the page").isTrue();
    var wallet = new Wallet(RecoveryCode.read(code.group(1)).orElseThrow());
    return new Voter(answers, guest, wallet);
  }

  /** Fetches a ballot, or the same again. */
  Guest.Answer fetch(String round) {
    Matcher cohort = COHORT.matcher(guest.get("/my-rounds/" + round).body());
    assertThat(cohort.find()).as("a link to the wallet").isTrue();
    cohorts.put(round, Integer.valueOf(cohort.group(1)));
    VerifyingKey key = key(round, cohorts.getOrDefault(round, 0)).orElseThrow();
    BlindedMessage asked = wallet.blind(Long.parseLong(round), key);
    var form = new ArrayList<String>(List.of("blinded", base64(asked.blinded())));
    form.addAll(List.of("key", key.fingerprint()));
    Optional<VerifyingKey> everybody = key(round, Cohort.EVERYBODY);
    Optional<BlindedMessage> worry =
        everybody.map(each -> wallet.blind(Long.parseLong(round), each));
    worry.ifPresent(each -> form.addAll(List.of("worry", base64(each.blinded()))));
    everybody.ifPresent(each -> form.addAll(List.of("worryKey", each.fingerprint())));
    Guest.Answer answer =
        guest.post("/my-rounds/" + round + "/ballot", form.toArray(String[]::new));
    Matcher signature = SIGNATURE.matcher(answer.body());
    if (signature.find()) {
      ballots.put(round, asked.finish(Base64.getUrlDecoder().decode(signature.group(1))));
    }
    Matcher second = WORRY.matcher(answer.body());
    if (second.find()) {
      byte[] signed = Base64.getUrlDecoder().decode(second.group(1));
      toWrite.put(round, worry.orElseThrow().finish(signed));
    }
    return answer;
  }

  private Optional<VerifyingKey> key(String round, int cohort) {
    JsonNode keys = JSON.readTree(send(get("/keys/" + round)).body()).path("keys");
    for (JsonNode each : keys) {
      if (each.path("cohort").asInt() == cohort) {
        return Optional.of(
            VerifyingKey.of(Base64.getDecoder().decode(each.path("key").asString())));
      }
    }
    return Optional.empty();
  }

  /** What came back from the site for answers. */
  record Said(int status, String result, long counter, JsonNode json) {}

  /** Answers every question with its first choice. */
  Said answer(String round, long counter) {
    return answer(
        round,
        counter,
        Questionnaire.FIRST.asked().stream()
            .collect(Collectors.toMap(Question.Asked::key, each -> List.of(1))));
  }

  Said answer(String round, long counter, Map<String, List<Integer>> positions) {
    Map<String, Object> asked = asked("answer", round);
    asked.put("counter", counter);
    asked.put("answers", positions);
    return ask(round, asked);
  }

  /** Writes something, with the ballot for that. */
  Said write(String round, long counter, String text) {
    Map<String, Object> asked = asked("answer", Cohort.EVERYBODY, toWrite.get(round));
    asked.put("counter", counter);
    asked.put("text", text);
    return ask(round, asked);
  }

  Said withdraw(String round, long counter) {
    Map<String, Object> asked = asked("withdraw", round);
    asked.put("counter", counter);
    return ask(round, asked);
  }

  Said look(String round) {
    return ask(round, asked("look", round));
  }

  private Map<String, Object> asked(String what, String round) {
    return asked(what, cohorts.getOrDefault(round, 0), ballots.get(round));
  }

  private static Map<String, Object> asked(String what, int cohort, @Nullable Ballot fetched) {
    Ballot ballot = Objects.requireNonNull(fetched, "a ballot of the round");
    Map<String, Object> asked = new HashMap<>();
    asked.put("do", what);
    asked.put("cohort", cohort);
    asked.put("message", base64(ballot.message()));
    asked.put("signature", base64(ballot.signature()));
    return asked;
  }

  private Said ask(String round, Map<String, Object> asked) {
    return hand(answers, round, padded(JSON.writeValueAsString(asked)));
  }

  static String padded(String body) {
    return body + " ".repeat(ASKED_BYTES - body.length());
  }

  /** Hands in whatever this is. */
  static Said hand(String answers, String round, String body) {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(answers + "/answer/" + round))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    assertThat(answer.body()).as("every answer is as long").hasSize(ANSWER_BYTES);
    assertThat(answer.headers().allValues("set-cookie")).isEmpty();
    JsonNode json = JSON.readTree(answer.body());
    return new Said(
        answer.statusCode(), json.path("result").asString(), json.path("counter").asLong(), json);
  }

  private HttpRequest.Builder get(String path) {
    return HttpRequest.newBuilder(URI.create(answers + path)).GET();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return NAMELESS.send(request.build(), BodyHandlers.ofString());
    } catch (IOException problem) {
      throw new AssertionError(problem);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
