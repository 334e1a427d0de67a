package nl.onderstroom.server.insight;

import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.access.Viewer;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.shell.Notices;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Sharing the outcome of a round, by the programme lead. */
@Controller
class PublicationVerb {
  private final Publishing publishing;

  PublicationVerb(Publishing publishing) {
    this.publishing = publishing;
  }

  @PostMapping("/rounds/{id}/publication")
  String publish(Viewer viewer, @PathVariable long id) {
    viewer.mustBe(Role.PROGRAMME_LEAD);
    publishing.publish(new RoundId(id));
    return Notices.redirect("/rounds/" + id, "round-published");
  }
}
