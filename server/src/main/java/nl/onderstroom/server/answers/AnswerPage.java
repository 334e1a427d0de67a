package nl.onderstroom.server.answers;

import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.shell.Page;
import nl.onderstroom.server.shell.Refusal;
import nl.onderstroom.server.shell.Screen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The questions of an open round: no session, no cookie, nobody signed in. What is chosen is handed
 * in by the wallet on the page, with a ballot.
 */
@Controller
class AnswerPage {
  record View(Round round) {}

  private final Rounds rounds;

  AnswerPage(Rounds rounds) {
    this.rounds = rounds;
  }

  /** What a round asks is no secret; who answers is not known. */
  @GetMapping("/answer/{round}")
  Screen questions(Page page, @PathVariable long round) {
    Round asked = rounds.get(new RoundId(round));
    return switch (asked.state()) {
      case DRAFT, ISSUING -> throw new Refusal(HttpStatus.CONFLICT, "answers.not-open-yet");
      case CLOSED, PUBLISHED -> throw new Refusal(HttpStatus.GONE, "answers.round-closed");
      case OPEN -> page.screen("answers/answer", new View(asked));
    };
  }
}
