package nl.onderstroom.server.answers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import nl.onderstroom.engine.ballot.Ballot;
import nl.onderstroom.engine.ballot.BlindedMessage;
import nl.onderstroom.engine.ballot.SigningKey;
import nl.onderstroom.engine.ballot.Wallet;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.server.database.NamelessDatabase;
import nl.onderstroom.server.database.TestDatabase;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.CohortKeys;
import nl.onderstroom.server.rounds.Organisation;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.rounds.StandingFloors;
import nl.onderstroom.server.rounds.Unit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

/** What the door asks of who comes, and what it says in the log. */
@Tag("database")
@ExtendWith(OutputCaptureExtension.class)
class AnswerDoorTest {
  private static final String COMPLAINT = "Answers cannot be taken";
  private static final SigningKey KEY = SigningKey.generate(2_048);

  private final TestDatabase database = TestDatabase.create(List.of("rounds", "answers"));
  private final AnnotationConfigApplicationContext rooms = new AnnotationConfigApplicationContext();

  @TempDir private Path data;

  @BeforeEach
  void start() {
    rooms
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("onderstroom.data", data.toString())));
    rooms.registerBean(
        NamelessDatabase.class, database::nameless, bean -> bean.setDestroyMethodName(""));
    rooms.registerBean(StandingFloors.class, () -> () -> Floors.DEFAULT);
    rooms.register(
        Rounds.class, CohortKeys.class, AnswerBox.class, Complaints.class, AnswerDoor.class);
    rooms.refresh();
  }

  @AfterEach
  void close() {
    rooms.close();
    database.close();
  }

  @Test
  void anAnswerIsTakenWithoutAskingWhoSendsItAndFromWhere() throws IOException {
    RoundId round = open();
    BlindedMessage blinded = Wallet.random(new SecureRandom()).blind(7, KEY.verifying());
    Ballot ballot = blinded.finish(KEY.blindSign(blinded.blinded()));
    assertThat(send(round, new Unasked(look(ballot)))).contains("none");
    assertThat(send(round, new Unasked(look(new Ballot(ballot.message(), new byte[256])))))
        .contains("refused");
  }

  /** A line at the answer would tell when it came. */
  @Test
  void whatFailsIsSaidAtTheNextHalfMinuteOnceAndWithoutWhatWasAnswered(CapturedOutput log)
      throws IOException {
    database.owner().sql("alter table round rename to gone").update();
    byte[] body = look(new Ballot(new byte[1], new byte[1]));
    for (int answer = 0; answer < 3; answer++) {
      assertThat(send(new RoundId(999), new Unasked(body))).contains("busy");
    }
    assertThat(log.getOut()).doesNotContain(COMPLAINT);
    rooms.getBean(Complaints.class).tell();
    assertThat(log.getOut()).containsOnlyOnce(COMPLAINT).contains("BadSqlGrammarException");
    send(new RoundId(999), new Unasked(body));
    rooms.getBean(Complaints.class).tell();
    assertThat(log.getOut()).containsOnlyOnce(COMPLAINT);
  }

  private String send(RoundId round, MockHttpServletRequest request) throws IOException {
    ResponseEntity<byte[]> told = rooms.getBean(AnswerDoor.class).take(request, round.value());
    byte[] body = told.getBody();
    return body == null ? "" : new String(body, StandardCharsets.UTF_8);
  }

  private static byte[] look(Ballot ballot) {
    String json =
        "{\"do\":\"look\",\"cohort\":1,\"message\":\"%s\",\"signature\":\"%s\"}"
            .formatted(text(ballot.message()), text(ballot.signature()));
    return (json + " ".repeat(HandedJson.BYTES - json.length())).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private RoundId open() {
    Rounds rounds = rooms.getBean(Rounds.class);
    RoundId round = rounds.draft("Voorjaar", 7, Questionnaire.FIRST);
    rounds.beginIssuing(
        round,
        begun ->
            new Organisation(
                List.of(new Unit("top", "Oever", null, 9)), List.of(new Cohort(1, "top", 9))));
    CohortKeys keys = rooms.getBean(CohortKeys.class);
    keys.publish(round, Map.of(1, KEY.verifying()));
    keys.open(round, Map.of(1, 9));
    rounds.advance(round, RoundState.ISSUING);
    return round;
  }

  /** Of which nothing may be asked that tells who sends it. */
  private static final class Unasked extends MockHttpServletRequest {
    Unasked(byte[] body) {
      super("POST", "/answer");
      setContentType("application/json");
      setContent(body);
    }

    @Override
    public String getRemoteAddr() {
      throw new AssertionError("asked for the address");
    }

    @Override
    public String getRemoteHost() {
      throw new AssertionError("asked for the host");
    }

    @Override
    public int getRemotePort() {
      throw new AssertionError("asked for the port");
    }

    @Override
    public String getHeader(String name) {
      throw new AssertionError("asked for " + name);
    }

    @Override
    public Cookie[] getCookies() {
      throw new AssertionError("asked for cookies");
    }
  }
}
