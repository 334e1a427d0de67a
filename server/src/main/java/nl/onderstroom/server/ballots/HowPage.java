package nl.onderstroom.server.ballots;

import java.util.List;
import nl.onderstroom.server.rounds.CohortKeys;
import nl.onderstroom.server.rounds.KeyList;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.shell.Addresses;
import nl.onderstroom.server.shell.Page;
import nl.onderstroom.server.shell.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How it works, in a hundred words, and what everybody can check of it themselves. */
@Controller
class HowPage {
  /**
   * @param signatures of the works council for this list
   */
  record Checked(KeyList list, List<Countersigning.Countersignature> signatures) {}

  /**
   * @param lists of the rounds that run now
   * @param answers where people answer
   */
  record View(List<Checked> lists, String answers) {}

  private final Rounds rounds;
  private final CohortKeys keys;
  private final Countersigning countersigning;
  private final Addresses addresses;

  HowPage(Rounds rounds, CohortKeys keys, Countersigning countersigning, Addresses addresses) {
    this.rounds = rounds;
    this.keys = keys;
    this.countersigning = countersigning;
    this.addresses = addresses;
  }

  /** For everybody who may come in; nothing on it is about the visitor. */
  @GetMapping("/how-it-works")
  Screen show(Page page) {
    List<Checked> lists =
        rounds.list().stream()
            .filter(round -> round.isAt(RoundState.ISSUING) || round.isAt(RoundState.OPEN))
            .map(Round::id)
            .flatMap(round -> keys.find(round).stream())
            .filter(KeyList::countersigned)
            .map(list -> new Checked(list, countersigning.list(list.round().id())))
            .toList();
    return page.screen("ballots/how", new View(lists, addresses.answers()));
  }
}
