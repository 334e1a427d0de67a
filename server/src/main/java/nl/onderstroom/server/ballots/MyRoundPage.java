package nl.onderstroom.server.ballots;

import java.util.Optional;
import nl.onderstroom.server.access.Identity;
import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.access.Viewer;
import nl.onderstroom.server.people.People;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.shell.Notices;
import nl.onderstroom.server.shell.Page;
import nl.onderstroom.server.shell.Refusal;
import nl.onderstroom.server.shell.Screen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A person's own side of a round: fetch the entry, and go and answer with it. */
@Controller
class MyRoundPage {
  /**
   * @param entry the entry just made, shown this once; empty when none was
   */
  record View(Round round, boolean mayFetch, boolean hasEntry, String entry) {
    boolean isOpen() {
      return round.isAt(RoundState.OPEN);
    }
  }

  record SentView(Round round, Invitations.Outcome outcome) {}

  private final Rounds rounds;
  private final People people;
  private final Participations participations;
  private final Issuing issuing;
  private final Invitations invitations;

  MyRoundPage(
      Rounds rounds,
      People people,
      Participations participations,
      Issuing issuing,
      Invitations invitations) {
    this.rounds = rounds;
    this.people = people;
    this.participations = participations;
    this.issuing = issuing;
    this.invitations = invitations;
  }

  @GetMapping("/my-rounds/{id}")
  Screen show(Page page, Viewer viewer, Identity identity, @PathVariable long id) {
    viewer.mustBe(Role.EMPLOYEE);
    Round round = rounds.get(new RoundId(id));
    Optional<Participations.Standing> standing =
        people.find(identity.address()).flatMap(person -> participations.find(round.id(), person));
    if (standing.isEmpty()) {
      throw new Refusal(HttpStatus.FORBIDDEN, "ballots.not-in-round");
    }
    boolean handsOut = round.isAt(RoundState.ISSUING) || round.isAt(RoundState.OPEN);
    boolean hasEntry = standing.get() == Participations.Standing.HAS_ENTRY;
    return page.screen("ballots/my-round", new View(round, handsOut && !hasEntry, hasEntry, ""));
  }

  @PostMapping("/my-rounds/{id}/entry")
  Screen fetch(Page page, Viewer viewer, Identity identity, @PathVariable long id) {
    viewer.mustBe(Role.EMPLOYEE);
    String entry = issuing.sign(new RoundId(id), identity).text();
    return page.screen(
        "ballots/my-round", new View(rounds.get(new RoundId(id)), false, true, entry));
  }

  @PostMapping("/rounds/{id}/issuing")
  String begin(Viewer viewer, @PathVariable long id) {
    viewer.mustBe(Role.PROGRAMME_LEAD);
    issuing.begin(new RoundId(id));
    return Notices.redirect("/rounds/" + id, "round-issuing");
  }

  @PostMapping("/rounds/{id}/invitations")
  Screen invite(Page page, Viewer viewer, @PathVariable long id) {
    viewer.mustBe(Role.PROGRAMME_LEAD);
    Round round = rounds.get(new RoundId(id));
    return page.screen("ballots/invited", new SentView(round, invitations.send(round)));
  }
}
