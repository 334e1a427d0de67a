package nl.onderstroom.server.conversation;

import java.util.Optional;
import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.access.Viewer;
import nl.onderstroom.server.insight.Releases;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.rounds.Unit;
import nl.onderstroom.server.shell.Notices;
import nl.onderstroom.server.shell.Page;
import nl.onderstroom.server.shell.Refusal;
import nl.onderstroom.server.shell.Screen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Beginning a conversation, and what came of it. What is in between is a round like any other. */
@Controller
class ConversationPages {
  /**
   * @param statements as they were typed; none of what is far too long
   * @param problem with the statements, if there is one
   */
  record NewView(
      String name, String statements, boolean named, Optional<StatementsText.Problem> problem) {
    String problem(Page page) {
      return problem.map(it -> page.say(it.key(), it.arguments().toArray())).orElse("");
    }
  }

  private final Rounds rounds;
  private final Releases releases;

  ConversationPages(Rounds rounds, Releases releases) {
    this.rounds = rounds;
    this.releases = releases;
  }

  @GetMapping("/conversations/new")
  Screen blank(Page page, Viewer viewer) {
    viewer.mustBe(Role.PROGRAMME_LEAD);
    return page.screen("conversation/new", new NewView("", "", true, Optional.empty()));
  }

  @PostMapping("/conversations")
  Object make(
      Page page,
      Viewer viewer,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String statements) {
    viewer.mustBe(Role.PROGRAMME_LEAD);
    String plainName = name.strip();
    boolean named = Rounds.isName(plainName);
    StatementsText text = StatementsText.of(statements);
    Optional<StatementsText.Problem> problem = text.problem();
    if (!named || problem.isPresent()) {
      return page.screen(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "conversation/new",
          new NewView(name, text.isTooLong() ? "" : statements, named, problem));
    }
    RoundId id = rounds.converse(plainName, text.questionnaire());
    return Notices.redirect("/rounds/" + id, "round-made");
  }

  /** Of the whole organisation, for everybody who is in it. */
  @GetMapping("/conversations/{id}")
  Screen outcome(Page page, Viewer viewer, @PathVariable long id) {
    if (!viewer.seesEveryUnit()) {
      viewer.mustBe(Role.EMPLOYEE, Role.TEAM_LEAD);
    }
    Round round = rounds.get(new RoundId(id));
    if (!round.isAt(RoundState.PUBLISHED) || !round.isConversation()) {
      throw notShared();
    }
    Unit whole =
        rounds.listUnits(round.id()).stream()
            .filter(unit -> unit.parentCode() == null)
            .findFirst()
            .orElseThrow(ConversationPages::notShared);
    return page.screen(
        "conversation/votes",
        VotesView.of(
            page.words(),
            round,
            whole,
            rounds.listCohorts(round.id()).stream().mapToInt(Cohort::people).sum(),
            releases.find(round.id()).orElseThrow(ConversationPages::notShared)));
  }

  private static Refusal notShared() {
    return new Refusal(HttpStatus.NOT_FOUND, "conversation.not-shared");
  }
}
