package nl.onderstroom.server.rounds;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.access.Viewer;
import nl.onderstroom.server.shell.Choice;
import nl.onderstroom.server.shell.Notices;
import nl.onderstroom.server.shell.Page;
import nl.onderstroom.server.shell.Screen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The rounds there are, and one round with its life and what can be done next. Taking a step is a
 * resource of the room that does the work: issuing and opening (ballots), closing (answers),
 * publication (insight).
 */
@Controller
class RoundPages {
  record ListView(List<Round> rounds, boolean mayMake) {}

  /**
   * @param cuts names of those that are ticked
   * @param standing the floors in force, under which no round goes
   */
  record NewView(
      String name,
      String floor,
      List<String> cuts,
      Floors standing,
      String nameProblem,
      String floorProblem) {
    List<Choice> cutChoices(Page page) {
      return Arrays.stream(CutKind.values())
          .map(kind -> new Choice(kind.name(), page.say(kind.wordsKey())))
          .toList();
    }

    int most() {
      return StandingFloors.MOST_NUMBERS;
    }
  }

  /** How far handing out is, while it is going on. */
  enum Handing {
    /** Keys of the groups are being made. */
    KEYS,
    /** The works council has not countersigned them. */
    COUNCIL,
    /** People fetch their ballots. */
    FETCHING
  }

  /**
   * @param people how many may answer; 0 before issuing
   * @param maySteer whether this visitor may take the next step
   * @param hasKeys whether there is a list of keys to look at
   * @param surplus units in which more ballots came in than were signed
   * @param handing empty when nothing is being handed out
   * @param stand of the handing out; empty when there is none
   */
  record RoundView(
      Round round,
      List<Cohort> cohorts,
      long people,
      boolean maySteer,
      boolean hasKeys,
      List<String> surplus,
      Optional<Handing> handing,
      Optional<HandingOut.Stand> stand) {
    /** Steps of which something else is to be said. */
    private static final Set<String> ABOUT_CONVERSATIONS = Set.of("issuing", "publication");

    List<String> stepNames(Page page) {
      return Arrays.stream(RoundState.values()).map(state -> page.say(state.wordsKey())).toList();
    }

    /** The resource that takes the next step; there is none after publication. */
    String verb() {
      return switch (round.state()) {
        case DRAFT -> "issuing";
        case ISSUING -> "opening";
        case OPEN -> "closing";
        case CLOSED, PUBLISHED -> "publication";
      };
    }

    /** Whether the next step can be taken; handing out has to get going first. */
    boolean isReady() {
      return handing.isEmpty() || handing.get() == Handing.FETCHING;
    }

    String stepAboutKey() {
      boolean isAnother = round.isConversation() && ABOUT_CONVERSATIONS.contains(verb());
      return stepKey() + (isAnother ? ".about.conversation" : ".about");
    }

    String stepKey() {
      return "rounds.step." + verb();
    }

    String outcomeKey() {
      return round.isConversation() ? "rounds.see-votes" : "rounds.see-iceberg";
    }

    long smallestCohort() {
      return cohorts.stream().mapToInt(Cohort::people).min().orElse(0);
    }
  }

  private final Rounds rounds;
  private final StandingFloors standing;
  private final CohortKeys keys;
  private final HandingOut handingOut;

  RoundPages(Rounds rounds, StandingFloors standing, CohortKeys keys, HandingOut handingOut) {
    this.rounds = rounds;
    this.standing = standing;
    this.keys = keys;
    this.handingOut = handingOut;
  }

  @GetMapping("/rounds")
  Screen list(Page page, Viewer viewer) {
    viewer.mustBe(Role.PROGRAMME_LEAD, Role.WORKS_COUNCIL);
    return page.screen(
        "rounds/rounds", new ListView(rounds.list(), viewer.is(Role.PROGRAMME_LEAD)));
  }

  @GetMapping("/rounds/new")
  Screen blank(Page page, Viewer viewer) {
    viewer.mustBe(Role.PROGRAMME_LEAD);
    Floors floors = standing.now();
    return page.screen(
        "rounds/new",
        new NewView("", Integer.toString(floors.numbers()), List.of(), floors, "", ""));
  }

  @PostMapping("/rounds")
  Object make(
      Page page,
      Viewer viewer,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String floor,
      @RequestParam(defaultValue = "") List<String> cuts) {
    viewer.mustBe(Role.PROGRAMME_LEAD);
    Set<CutKind> kinds =
        Arrays.stream(CutKind.values())
            .filter(kind -> cuts.contains(kind.name()))
            .collect(Collectors.toSet());
    String plainName = name.strip();
    boolean named = Rounds.isName(plainName);
    Floors floors = standing.now();
    boolean floored =
        floor.matches("[0-9]{1,3}")
            && Integer.parseInt(floor) >= floors.numbers()
            && Integer.parseInt(floor) <= StandingFloors.MOST_NUMBERS;
    if (!named || !floored) {
      NewView view =
          new NewView(
              name,
              floor,
              kinds.stream().map(CutKind::name).toList(),
              floors,
              named ? "" : "rounds.new.name.problem",
              floored ? "" : "rounds.new.floor.problem");
      return page.screen(HttpStatus.UNPROCESSABLE_CONTENT, "rounds/new", view);
    }
    RoundId id = rounds.draft(plainName, Integer.parseInt(floor), Questionnaire.FIRST, kinds);
    return Notices.redirect("/rounds/" + id, "round-made");
  }

  @GetMapping("/rounds/{id}")
  Screen one(Page page, Viewer viewer, @PathVariable long id) {
    viewer.mustBe(Role.PROGRAMME_LEAD, Role.WORKS_COUNCIL);
    Round round = rounds.get(new RoundId(id));
    List<Cohort> cohorts = rounds.listCohorts(round.id());
    Optional<KeyList> list = keys.find(round.id());
    return page.screen(
        "rounds/round",
        new RoundView(
            round,
            cohorts,
            cohorts.stream().mapToLong(Cohort::people).sum(),
            viewer.is(Role.PROGRAMME_LEAD),
            list.isPresent(),
            keys.listSurplus(round.id()),
            round.isAt(RoundState.ISSUING) ? Optional.of(handing(list)) : Optional.empty(),
            round.isAt(RoundState.ISSUING)
                ? Optional.of(handingOut.stand(round))
                : Optional.empty()));
  }

  private static Handing handing(Optional<KeyList> list) {
    return list.map(keys -> keys.countersigned() ? Handing.FETCHING : Handing.COUNCIL)
        .orElse(Handing.KEYS);
  }

  @PostMapping("/rounds/{id}/discarding")
  String discard(Viewer viewer, @PathVariable long id) {
    viewer.mustBe(Role.PROGRAMME_LEAD);
    rounds.discard(new RoundId(id));
    return Notices.redirect("/rounds", "round-discarded");
  }
}
