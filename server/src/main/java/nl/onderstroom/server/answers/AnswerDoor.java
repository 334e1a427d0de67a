package nl.onderstroom.server.answers;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.RoundId;
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
  private final AnswerBox box;
  private final Complaints complaints;

  AnswerDoor(AnswerBox box, Complaints complaints) {
    this.box = box;
    this.complaints = complaints;
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
      complaints.remember(failure);
      return OutcomeJson.BUSY;
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
