package nl.onderstroom.server.floors;

import java.util.function.BiConsumer;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.server.access.Identity;
import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.database.PeopleDatabase;
import nl.onderstroom.server.people.People;
import nl.onderstroom.server.people.Person;
import nl.onderstroom.server.shell.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Changes the floors for rounds to come, one step at a time. Raising is at once; lowering takes
 * {@value Proposal#AGREEMENTS} people of the works council, none of them the one who asks for it.
 * Who may take which step is the page's to ask; that the people differ is asked here.
 */
@Component
class Deciding {
  private final PeopleDatabase database;
  private final FloorLog log;
  private final People people;

  Deciding(PeopleDatabase database, FloorLog log, People people) {
    this.database = database;
    this.log = log;
    this.people = people;
  }

  /**
   * An open proposal to lower lapses.
   *
   * @throws Refusal 409 when this raises nothing, or lowers something
   */
  void raise(Identity who, Floors to) {
    step(
        who,
        (person, steps) -> {
          Floors now = steps.floors();
          if (to.equals(now) || lowers(now, to)) {
            throw conflict("floors.not-raised", now.numbers(), now.distributions());
          }
          log.add(Step.Kind.RAISED, person, Role.PROGRAMME_LEAD, now, to, "");
        });
  }

  /**
   * @throws Refusal 409 when this lowers nothing, or another proposal is open
   */
  void propose(Identity who, Floors to, String reason) {
    step(
        who,
        (person, steps) -> {
          if (steps.open().isPresent()) {
            throw conflict("floors.proposal-open");
          }
          Floors now = steps.floors();
          if (!lowers(now, to)) {
            throw conflict("floors.not-lowered", now.numbers(), now.distributions());
          }
          log.add(Step.Kind.PROPOSED, person, Role.PROGRAMME_LEAD, now, to, reason);
        });
  }

  /**
   * @throws Refusal 409 when the proposal is not open any more, is the person's own, or was agreed
   *     to by this person before
   */
  void agree(Identity who, long proposal) {
    step(
        who,
        (person, steps) -> {
          Proposal open = open(steps, proposal);
          if (open.isBy(person.id())) {
            throw conflict("floors.own-proposal");
          }
          if (open.hasAgreed(person.id())) {
            throw conflict("floors.agreed-before");
          }
          add(Step.Kind.AGREED, person, Role.WORKS_COUNCIL, steps, open, "");
          if (open.agreements().size() + 1 >= Proposal.AGREEMENTS) {
            add(Step.Kind.LOWERED, person, Role.WORKS_COUNCIL, steps, open, "");
          }
        });
  }

  /**
   * Ends the proposal.
   *
   * @throws Refusal 409 when the proposal is not open any more
   */
  void refuse(Identity who, long proposal, String reason) {
    step(
        who,
        (person, steps) ->
            add(
                Step.Kind.REFUSED,
                person,
                Role.WORKS_COUNCIL,
                steps,
                open(steps, proposal),
                reason));
  }

  /**
   * Ends the proposal.
   *
   * @throws Refusal 409 when the proposal is not open any more
   */
  void withdraw(Identity who, long proposal) {
    step(
        who,
        (person, steps) ->
            add(
                Step.Kind.WITHDRAWN,
                person,
                Role.PROGRAMME_LEAD,
                steps,
                open(steps, proposal),
                ""));
  }

  private void add(
      Step.Kind kind, Person person, Role role, Steps steps, Proposal proposal, String reason) {
    log.add(kind, person, role, steps.floors(), proposal.floors(), reason);
  }

  private void step(Identity who, BiConsumer<Person, Steps> work) {
    database.inTransaction(() -> {
      Person person =
          people
              .find(who.address())
              .orElseThrow(() -> new Refusal(HttpStatus.FORBIDDEN, "floors.not-on-roster"));
      work.accept(person, log.hold());
    });
  }

  private static Proposal open(Steps steps, long id) {
    return steps
        .open()
        .filter(proposal -> proposal.id() == id)
        .orElseThrow(() -> conflict("floors.proposal-ended"));
  }

  private static boolean lowers(Floors now, Floors to) {
    return to.numbers() < now.numbers() || to.distributions() < now.distributions();
  }

  private static Refusal conflict(String key, Object... arguments) {
    return new Refusal(HttpStatus.CONFLICT, key, arguments);
  }
}
