package nl.onderstroom.server.kept;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.server.access.Identity;
import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.access.Viewer;
import nl.onderstroom.server.ballots.MyRounds;
import nl.onderstroom.server.insight.Releases;
import nl.onderstroom.server.people.People;
import nl.onderstroom.server.people.Person;
import nl.onderstroom.server.people.Unit;
import nl.onderstroom.server.people.UnitId;
import nl.onderstroom.server.rounds.Organisation;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.rounds.StandingFloors;
import nl.onderstroom.server.shell.Page;
import nl.onderstroom.server.shell.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What we keep of whoever looks, and what their manager sees of them. */
@Controller
class KeptPage {
  /**
   * @param person as in the roster; empty for who is not in it
   * @param unit where the person works, from the top down
   * @param takings rounds that hand out, run or have closed and are not shared yet
   * @param told of the newest shared pulse; empty when there is none
   * @param floors in force for rounds to come
   * @param decides whether the visitor has a role in which floors are decided on
   */
  record View(
      Optional<Person> person,
      List<String> unit,
      List<Taking> takings,
      Optional<Told> told,
      Floors floors,
      boolean decides) {
    /** What is kept of anybody, in the order shown. */
    List<String> kinds() {
      var kinds =
          new ArrayList<>(
              List.of(
                  "roster", "part", "code", "answers", "worry", "sums", "outcome", "moves", "link",
                  "visit"));
      if (decides) {
        kinds.add("floors");
      }
      return kinds;
    }

    List<String> roleKeys() {
      return person.stream()
          .flatMap(each -> each.roles().stream())
          .sorted()
          .map(Role::wordsKey)
          .toList();
    }
  }

  private final People people;
  private final MyRounds myRounds;
  private final Rounds rounds;
  private final Releases releases;
  private final StandingFloors standing;

  KeptPage(
      People people, MyRounds myRounds, Rounds rounds, Releases releases, StandingFloors standing) {
    this.people = people;
    this.myRounds = myRounds;
    this.rounds = rounds;
    this.releases = releases;
    this.standing = standing;
  }

  @GetMapping("/what-we-keep")
  Screen show(Page page, Viewer viewer, Identity identity) {
    Optional<Person> person = people.find(identity.address());
    return page.screen(
        "kept/kept",
        new View(
            person,
            person.map(each -> path(each.unit())).orElse(List.of()),
            person.map(this::takings).orElse(List.of()),
            told(page, viewer),
            standing.now(),
            viewer.is(Role.PROGRAMME_LEAD, Role.WORKS_COUNCIL)));
  }

  private List<Taking> takings(Person person) {
    var takings = new ArrayList<Taking>();
    for (MyRounds.Part part : myRounds.list(person)) {
      rounds
          .find(part.round())
          .filter(round -> !round.isAt(RoundState.DRAFT) && !round.isAt(RoundState.PUBLISHED))
          .flatMap(round ->
              Taking.of(
                  round,
                  new Organisation(rounds.listUnits(round.id()), rounds.listCohorts(round.id())),
                  part.cohort(),
                  part.hasBallot()))
          .ifPresent(takings::add);
    }
    return takings;
  }

  private Optional<Told> told(Page page, Viewer viewer) {
    return rounds.list().stream()
        .filter(round -> round.isAt(RoundState.PUBLISHED))
        .filter(round -> round.origin() == Round.Origin.ASKED && !round.isConversation())
        .findFirst()
        .flatMap(round ->
            releases
                .find(round.id())
                .map(release ->
                    Told.of(
                        page.words(),
                        round,
                        rounds.listUnits(round.id()),
                        release,
                        viewer.unit())));
  }

  private List<String> path(UnitId id) {
    var byId = people.listUnits().stream().collect(Collectors.toMap(Unit::id, Function.identity()));
    var path = new ArrayList<String>();
    for (Optional<Unit> at = Optional.ofNullable(byId.get(id));
        at.isPresent();
        at = at.flatMap(Unit::parent).map(byId::get)) {
      path.add(at.get().name());
    }
    Collections.reverse(path);
    return path;
  }
}
