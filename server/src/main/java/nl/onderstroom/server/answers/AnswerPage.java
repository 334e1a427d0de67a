package nl.onderstroom.server.answers;

import java.util.List;
import nl.onderstroom.server.rounds.EntryCode;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.shell.Page;
import nl.onderstroom.server.shell.Refusal;
import nl.onderstroom.server.shell.Screen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Answering: no session, no cookie, nobody signed in. The entry comes in the link behind a {@code
 * #}, which browsers do not send; the island puts it in the form, and without it the person types
 * it.
 */
@Controller
class AnswerPage {
  private static final String CODE = "code";

  /**
   * @param code what was typed as entry, to be mended
   * @param problemKey message key of what went wrong; empty when nothing did
   * @param problemQuestion key of the question it is about; empty when about the entry
   * @param given the fields as they were sent, so that nothing has to be answered twice
   */
  record View(
      Round round,
      String code,
      String problemKey,
      String problemQuestion,
      MultiValueMap<String, String> given) {
    boolean isChosen(Question.Asked question, int position) {
      return given.getOrDefault(question.key(), List.of()).contains(Integer.toString(position));
    }
  }

  /** After answering. */
  record ThanksView(Round round) {}

  private final Rounds rounds;
  private final AnswerBox box;

  AnswerPage(Rounds rounds, AnswerBox box) {
    this.rounds = rounds;
    this.box = box;
  }

  @GetMapping("/answer/{round}")
  Screen questions(Page page, @PathVariable long round) {
    Round asked = askedRound(round);
    return page.screen(
        "answers/answer",
        new View(asked, "", "", "", MultiValueMap.fromSingleValue(java.util.Map.of())));
  }

  @PostMapping("/answer/{round}")
  Object drop(
      Page page, @PathVariable long round, @RequestParam MultiValueMap<String, String> fields) {
    Round asked = askedRound(round);
    String typed = fields.getOrDefault(CODE, List.of("")).getFirst();
    EntryCode code = EntryCode.parse(typed).orElse(null);
    if (code == null) {
      return unreadable(page, new View(asked, typed, "answers.entry-unreadable", "", fields));
    }
    switch (SheetForm.read(asked.questionnaire(), fields)) {
      case SheetForm.Unreadable field -> {
        return unreadable(
            page, new View(asked, typed, "answers.choice-unknown", field.question(), fields));
      }
      case SheetForm.Read read -> box.drop(asked.id(), code, read.sheet());
    }
    return "redirect:/answer/" + round + "/thanks";
  }

  @GetMapping("/answer/{round}/thanks")
  Screen thanks(Page page, @PathVariable long round) {
    return page.screen("answers/thanks", new ThanksView(rounds.get(new RoundId(round))));
  }

  private static Screen unreadable(Page page, View view) {
    return page.screen(HttpStatus.UNPROCESSABLE_CONTENT, "answers/answer", view);
  }

  /** The round, when it has been opened; what it asks is no secret, who answers is not known. */
  private Round askedRound(long id) {
    Round round = rounds.get(new RoundId(id));
    if (round.isAt(RoundState.DRAFT) || round.isAt(RoundState.ISSUING)) {
      throw new Refusal(HttpStatus.CONFLICT, "answers.not-open-yet");
    }
    if (!round.isAt(RoundState.OPEN)) {
      throw new Refusal(HttpStatus.GONE, "answers.round-closed");
    }
    return round;
  }
}
