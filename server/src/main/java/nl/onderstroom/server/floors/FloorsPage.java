package nl.onderstroom.server.floors;

import java.util.List;
import java.util.Optional;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.server.access.Identity;
import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.access.Viewer;
import nl.onderstroom.server.people.People;
import nl.onderstroom.server.people.Person;
import nl.onderstroom.server.shell.Notices;
import nl.onderstroom.server.shell.Page;
import nl.onderstroom.server.shell.Screen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The floors in force, who may change them and how, and every step that was taken. */
@Controller
class FloorsPage {
  private static final String HERE = "/floors";

  /**
   * @param log newest first
   * @param mayAgree whether this visitor, of the works council, has yet to say yes or no
   * @param maySteer whether this visitor may raise, and ask to lower
   * @param isCouncil whether this visitor is of the works council
   * @param council people of the works council
   */
  record View(
      Floors floors,
      Optional<Proposal> proposal,
      List<Step> log,
      boolean mayAgree,
      boolean maySteer,
      boolean isCouncil,
      int council,
      FloorForm raising,
      FloorForm lowering) {
    /** How many of the works council have yet to agree. */
    int missing() {
      return Proposal.AGREEMENTS - proposal.map(each -> each.agreements().size()).orElse(0);
    }
  }

  private final FloorLog log;
  private final Deciding deciding;
  private final People people;

  FloorsPage(FloorLog log, Deciding deciding, People people) {
    this.log = log;
    this.deciding = deciding;
    this.people = people;
  }

  @GetMapping(HERE)
  Screen show(Page page, Viewer viewer, Identity identity) {
    viewer.mustBe(Role.PROGRAMME_LEAD, Role.WORKS_COUNCIL);
    Floors now = log.now();
    return page.screen(
        "floors/floors",
        view(viewer, identity, FloorForm.of(now, now.numbers()), FloorForm.of(now, Floors.LEAST)));
  }

  @PostMapping(HERE + "/raising")
  Object raise(
      Page page,
      Viewer viewer,
      Identity identity,
      @RequestParam(defaultValue = "") String numbers,
      @RequestParam(defaultValue = "") String distributions) {
    viewer.mustBe(Role.PROGRAMME_LEAD);
    Floors now = log.now();
    var form = new FloorForm(numbers, distributions, "", now.numbers(), true);
    Optional<Floors> wished = form.floors();
    if (wished.isEmpty()) {
      return page.screen(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "floors/floors",
          view(viewer, identity, form, FloorForm.of(now, Floors.LEAST)));
    }
    deciding.raise(identity, wished.get());
    return Notices.redirect(HERE, "floors-raised");
  }

  @PostMapping(HERE + "/proposals")
  Object propose(
      Page page,
      Viewer viewer,
      Identity identity,
      @RequestParam(name = "lower-numbers", defaultValue = "") String numbers,
      @RequestParam(name = "lower-distributions", defaultValue = "") String distributions,
      @RequestParam(defaultValue = "") String reason) {
    viewer.mustBe(Role.PROGRAMME_LEAD);
    var form = new FloorForm(numbers, distributions, reason.strip(), Floors.LEAST, true);
    Optional<Floors> wished = form.floors();
    if (wished.isEmpty() || !form.hasReason()) {
      Floors now = log.now();
      return page.screen(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "floors/floors",
          view(viewer, identity, FloorForm.of(now, now.numbers()), form));
    }
    deciding.propose(identity, wished.get(), form.reason());
    return Notices.redirect(HERE, "floors-proposed");
  }

  @PostMapping(HERE + "/proposals/{id}/agreement")
  String agree(Viewer viewer, Identity identity, @PathVariable long id) {
    viewer.mustBe(Role.WORKS_COUNCIL);
    deciding.agree(identity, id);
    return Notices.redirect(HERE, "floors-agreed");
  }

  @PostMapping(HERE + "/proposals/{id}/refusal")
  String refuse(
      Viewer viewer,
      Identity identity,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String why) {
    viewer.mustBe(Role.WORKS_COUNCIL);
    String reason = why.strip();
    deciding.refuse(
        identity, id, reason.substring(0, Math.min(reason.length(), FloorForm.MOST_CHARACTERS)));
    return Notices.redirect(HERE, "floors-refused");
  }

  @PostMapping(HERE + "/proposals/{id}/withdrawal")
  String withdraw(Viewer viewer, Identity identity, @PathVariable long id) {
    viewer.mustBe(Role.PROGRAMME_LEAD);
    deciding.withdraw(identity, id);
    return Notices.redirect(HERE, "floors-withdrawn");
  }

  private View view(Viewer viewer, Identity identity, FloorForm raising, FloorForm lowering) {
    Steps steps = log.read();
    Optional<Proposal> open = steps.open();
    Optional<Person> me = people.find(identity.address());
    boolean isCouncil = viewer.is(Role.WORKS_COUNCIL);
    boolean mayAgree =
        isCouncil
            && open.isPresent()
            && me.filter(
                    person -> !open.get().isBy(person.id()) && !open.get().hasAgreed(person.id()))
                .isPresent();
    return new View(
        steps.floors(),
        open,
        steps.all().reversed(),
        mayAgree,
        viewer.is(Role.PROGRAMME_LEAD),
        isCouncil,
        people.countWith(Role.WORKS_COUNCIL),
        raising,
        lowering);
  }
}
