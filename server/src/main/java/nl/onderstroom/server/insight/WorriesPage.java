package nl.onderstroom.server.insight;

import java.util.List;
import nl.onderstroom.server.access.Viewer;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.shell.Page;
import nl.onderstroom.server.shell.Refusal;
import nl.onderstroom.server.shell.Screen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What people wrote in a published round, for those to whom they were told it would be shown. */
@Controller
class WorriesPage {
  /**
   * @param texts none when fewer wrote than the round's floor for worries
   */
  record View(Round round, List<String> texts) {}

  private final Rounds rounds;
  private final Releases releases;

  WorriesPage(Rounds rounds, Releases releases) {
    this.rounds = rounds;
    this.releases = releases;
  }

  @GetMapping("/rounds/{id}/worries")
  Screen show(Page page, Viewer viewer, @PathVariable long id) {
    if (!viewer.seesEveryUnit()) {
      throw new Refusal(HttpStatus.FORBIDDEN, "access.not-your-role");
    }
    Round round = rounds.get(new RoundId(id));
    if (!round.isAt(RoundState.PUBLISHED) || round.isConversation()) {
      throw new Refusal(HttpStatus.NOT_FOUND, "insight.not-published");
    }
    return page.screen("insight/worries", new View(round, releases.listWorries(round.id())));
  }
}
