package nl.onderstroom.server.ballots;

import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.access.Viewer;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.shell.Notices;
import nl.onderstroom.server.shell.Page;
import nl.onderstroom.server.shell.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** From the beginning of handing out ballots to its end, by the programme lead. */
@Controller
class HandingOutVerbs {
  record SentView(Round round, Invitations.Outcome outcome) {}

  private final Rounds rounds;
  private final Issuing issuing;
  private final KeyMaking making;
  private final Invitations invitations;
  private final Opening opening;

  HandingOutVerbs(
      Rounds rounds, Issuing issuing, KeyMaking making, Invitations invitations, Opening opening) {
    this.rounds = rounds;
    this.issuing = issuing;
    this.making = making;
    this.invitations = invitations;
    this.opening = opening;
  }

  @PostMapping("/rounds/{id}/issuing")
  String begin(Viewer viewer, @PathVariable long id) {
    viewer.mustBe(Role.PROGRAMME_LEAD);
    RoundId round = new RoundId(id);
    issuing.begin(round);
    making.make(round);
    return Notices.redirect("/rounds/" + id, "round-issuing");
  }

  @PostMapping("/rounds/{id}/invitations")
  Screen invite(Page page, Viewer viewer, @PathVariable long id) {
    viewer.mustBe(Role.PROGRAMME_LEAD);
    Round round = rounds.get(new RoundId(id));
    return page.screen("ballots/invited", new SentView(round, invitations.send(round)));
  }

  /** Everybody in the round was told that they would hear of it. */
  @PostMapping("/rounds/{id}/opening")
  String open(Viewer viewer, @PathVariable long id) {
    viewer.mustBe(Role.PROGRAMME_LEAD);
    RoundId round = new RoundId(id);
    opening.open(round);
    boolean told = invitations.send(rounds.get(round)).isComplete();
    return Notices.redirect("/rounds/" + id, told ? "round-opened" : "round-opened-not-all-told");
  }
}
