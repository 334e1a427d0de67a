package nl.onderstroom.server.answers;

import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.access.Viewer;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.shell.Notices;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Closing a round, by the programme lead. */
@Controller
class RoundVerbs {
  private final Closing closing;

  RoundVerbs(Closing closing) {
    this.closing = closing;
  }

  @PostMapping("/rounds/{id}/closing")
  String close(Viewer viewer, @PathVariable long id) {
    viewer.mustBe(Role.PROGRAMME_LEAD);
    closing.close(new RoundId(id));
    return Notices.redirect("/rounds/" + id, "round-closed");
  }
}
