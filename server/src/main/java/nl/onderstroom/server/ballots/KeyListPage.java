package nl.onderstroom.server.ballots;

import java.util.List;
import nl.onderstroom.server.access.Identity;
import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.access.Viewer;
import nl.onderstroom.server.rounds.CohortKeys;
import nl.onderstroom.server.rounds.KeyList;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.shell.Addresses;
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

/** The list of keys of a round, for people: to look through, to print and to sign for. */
@Controller
class KeyListPage {
  /**
   * @param signatures of the works council; none before it signed
   * @param maySign whether this visitor can sign now
   * @param address where the list is for programs
   */
  record View(
      Round round,
      KeyList list,
      List<Countersigning.Countersignature> signatures,
      boolean maySign,
      String address) {}

  private final Rounds rounds;
  private final CohortKeys keys;
  private final Countersigning countersigning;
  private final Addresses addresses;

  KeyListPage(Rounds rounds, CohortKeys keys, Countersigning countersigning, Addresses addresses) {
    this.rounds = rounds;
    this.keys = keys;
    this.countersigning = countersigning;
    this.addresses = addresses;
  }

  @GetMapping("/rounds/{id}/keys")
  Screen show(Page page, Viewer viewer, @PathVariable long id) {
    viewer.mustBe(Role.PROGRAMME_LEAD, Role.WORKS_COUNCIL);
    Round round = rounds.get(new RoundId(id));
    KeyList list =
        keys.find(round.id())
            .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "rounds.keys.none-yet"));
    return page.screen(
        "ballots/keys",
        new View(
            round,
            list,
            list.countersigned() ? countersigning.list(round.id()) : List.of(),
            viewer.is(Role.WORKS_COUNCIL) && list.signedFor().isEmpty(),
            addresses.answers() + "/keys/" + round.id()));
  }

  @PostMapping("/rounds/{id}/countersignature")
  String sign(
      Viewer viewer,
      Identity identity,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String fingerprint) {
    viewer.mustBe(Role.WORKS_COUNCIL);
    countersigning.countersign(new RoundId(id), identity, fingerprint);
    return Notices.redirect("/rounds/" + id + "/keys", "keys-countersigned");
  }
}
