package nl.onderstroom.server.home;

import java.util.List;
import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.access.Viewer;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.shell.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** What there is to do now. Who is not signed in reads what this is, and comes in. */
@Controller
class HomePage {
  /**
   * @param running rounds that people can take part in
   * @param heard the newest rounds that are published
   */
  record View(Viewer viewer, List<Round> running, List<Round> heard) {
    boolean steers() {
      return viewer.is(Role.PROGRAMME_LEAD);
    }

    boolean keepsPeople() {
      return viewer.is(Role.PROGRAMME_LEAD, Role.ADMINISTRATOR);
    }

    boolean watches() {
      return viewer.is(Role.WORKS_COUNCIL);
    }
  }

  private static final int HEARD = 3;

  private final Rounds rounds;

  HomePage(Rounds rounds) {
    this.rounds = rounds;
  }

  @GetMapping("/")
  Object home(Page page, Viewer viewer) {
    if (viewer.roles().isEmpty()) {
      return "redirect:/sign-in";
    }
    List<Round> all = rounds.list();
    return page.screen(
        "home/home",
        new View(
            viewer,
            all.stream()
                .filter(round -> round.isAt(RoundState.ISSUING) || round.isAt(RoundState.OPEN))
                .toList(),
            all.stream().filter(round -> round.isAt(RoundState.PUBLISHED)).limit(HEARD).toList()));
  }

  /** For monitors: the application answers. Says nothing else. */
  @GetMapping("/alive")
  @ResponseBody
  String alive() {
    return "yes";
  }
}
