package nl.onderstroom.server.answers;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.RoundId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where wallets hand in. Whatever is asked and whatever comes of it, as many bytes go in and as
 * many come out.
 */
@Controller
class AnswerDoor {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerDoor.class);

  private final AnswerBox box;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  AnswerDoor(AnswerBox box) {
    this.box = box;
  }

  @PostMapping("/answer/{round}")
  ResponseEntity<byte[]> take(HttpServletRequest request, @PathVariable long round)
      throws IOException {
    // One byte more than fits, to see that it does not.
    byte[] body = request.getInputStream().readNBytes(HandedJson.BYTES + 1);
    OutcomeJson told =
        isJson(request)
            ? HandedJson.read(body)
                .map(handed -> told(new RoundId(round), handed))
                .orElse(OutcomeJson.MALFORMED)
            : OutcomeJson.MALFORMED;
    return ResponseEntity.status(told.status())
        .contentType(MediaType.APPLICATION_JSON)
        .body(told.body());
  }

  /** Another site's page cannot send this type without asking first, and is then refused. */
  private static boolean isJson(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.equals(MediaType.APPLICATION_JSON_VALUE);
  }

  private OutcomeJson told(RoundId round, Handed handed) {
    try {
      Optional<Questionnaire> asked = box.findQuestionnaire(round);
      return asked.isEmpty()
          ? OutcomeJson.of(box.whyNot(round))
          : OutcomeJson.of(outcome(round, handed, asked.get()), asked.get());
    } catch (IllegalArgumentException malformed) {
      return OutcomeJson.MALFORMED;
    } catch (RuntimeException failure) {
      tell(failure);
      return OutcomeJson.BUSY;
    }
  }

  /** Its message might hold an answer, and a line for each would tell when they came. */
  private void tell(RuntimeException failure) {
    String kind = failure.getClass().getName();
    if (told.add(kind)) {
      LOG.error("Answers cannot be taken: {}. That is said once until the next start.", kind);
    }
  }

  /**
   * @throws IllegalArgumentException if these are no answers to what is asked
   */
  private Outcome outcome(RoundId round, Handed handed, Questionnaire asked) {
    return switch (handed.deed()) {
      case ANSWER ->
          box.drop(
              round, handed.cohort(), handed.ballot(), handed.counter(), handed.content(asked));
      case WITHDRAW -> box.withdraw(round, handed.cohort(), handed.ballot(), handed.counter());
      case LOOK -> box.look(round, handed.cohort(), handed.ballot());
    };
  }
}
