package nl.onderstroom.server.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.onderstroom.server.rounds.EntryCode;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.shell.Page;
import nl.onderstroom.server.shell.Refusal;
import nl.onderstroom.server.shell.Screen;
import org.jspecify.annotations.Nullable;
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
   * @param mistakes what has to be mended before it can be sent, in the order asked
   * @param given the fields as they were sent, so that nothing has to be answered twice
   */
  record View(Round round, List<Mistake> mistakes, MultiValueMap<String, String> given) {
    String code() {
      return given.getOrDefault(CODE, List.of("")).getFirst();
    }

    boolean isChosen(Question.Asked question, int position) {
      return given.getOrDefault(question.key(), List.of()).contains(Integer.toString(position));
    }

    boolean isSkipped(Question.Asked question) {
      return given.getOrDefault(question.key(), List.of()).contains("");
    }

    /** What is wrong with this field, if anything is. */
    @Nullable Mistake mistake(String field) {
      return mistakes.stream().filter(each -> each.field().equals(field)).findFirst().orElse(null);
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
        "answers/answer", new View(asked, List.of(), MultiValueMap.fromSingleValue(Map.of())));
  }

  @PostMapping("/answer/{round}")
  Object drop(
      Page page, @PathVariable long round, @RequestParam MultiValueMap<String, String> fields) {
    Round asked = askedRound(round);
    var mistakes = new ArrayList<Mistake>();
    Sheet sheet = SheetForm.read(asked.questionnaire(), fields, mistakes);
    EntryCode code =
        EntryCode.parse(fields.getOrDefault(CODE, List.of("")).getFirst()).orElse(null);
    if (code == null) {
      mistakes.add(new Mistake(CODE, "answers.entry-unreadable"));
    }
    if (code == null || sheet == null) {
      return mend(page, HttpStatus.UNPROCESSABLE_CONTENT, new View(asked, mistakes, fields));
    }
    if (!box.knows(asked.id(), code)) {
      mistakes.add(new Mistake(CODE, "answers.entry-unknown"));
      return mend(page, HttpStatus.FORBIDDEN, new View(asked, mistakes, fields));
    }
    box.drop(asked.id(), code, sheet);
    return "redirect:/answer/" + round + "/thanks";
  }

  @GetMapping("/answer/{round}/thanks")
  Screen thanks(Page page, @PathVariable long round) {
    return page.screen("answers/thanks", new ThanksView(rounds.get(new RoundId(round))));
  }

  private static Screen mend(Page page, HttpStatus status, View view) {
    return page.screen(status, "answers/answer", view);
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
