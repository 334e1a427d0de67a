package nl.onderstroom.server.ballots;

import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.access.Viewer;
import nl.onderstroom.server.people.People;
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

/** What a draft will be able to show, by the roster as it is now. */
@Controller
class PreviewPage {
  record View(Round round, Preview preview) {}

  private final Rounds rounds;
  private final People people;

  PreviewPage(Rounds rounds, People people) {
    this.rounds = rounds;
    this.people = people;
  }

  @GetMapping("/rounds/{id}/preview")
  Screen show(Page page, Viewer viewer, @PathVariable long id) {
    viewer.mustBe(Role.PROGRAMME_LEAD);
    Round round = rounds.get(new RoundId(id));
    if (!round.isAt(RoundState.DRAFT)) {
      throw new Refusal(HttpStatus.CONFLICT, "ballots.preview.begun");
    }
    Grouping grouping = Grouping.of(people.listUnits(), people.listPeople(), round);
    return page.screen("ballots/preview", new View(round, Preview.of(grouping, round.floors())));
  }
}
