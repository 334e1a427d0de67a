package nl.onderstroom.server.ballots;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import nl.onderstroom.server.access.Identity;
import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.database.PeopleDatabase;
import nl.onderstroom.server.people.People;
import nl.onderstroom.server.people.Person;
import nl.onderstroom.server.rounds.CohortKeys;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.shell.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The works council signs for a list of keys: from then on it cannot be another without somebody
 * noticing. Who signs does so in office, and is named with it; days, never times.
 */
@Component
public class Countersigning {
  private final PeopleDatabase database;
  private final People people;
  private final CohortKeys keys;

  Countersigning(PeopleDatabase database, People people, CohortKeys keys) {
    this.database = database;
    this.people = people;
    this.keys = keys;
  }

  /** That somebody signed. */
  record Countersignature(String name, Role role, LocalDate day) {}

  /**
   * @param fingerprint of the list that this person saw
   * @throws Refusal 403 when this person is not of the works council; 409 when there is no list
   *     yet, it is another, or it was signed for already
   */
  public void countersign(RoundId round, Identity identity, String fingerprint) {
    Person person =
        people
            .find(identity.address())
            .filter(each -> each.roles().contains(Role.WORKS_COUNCIL))
            .orElseThrow(() -> new Refusal(HttpStatus.FORBIDDEN, "access.not-your-role"));
    keys.requireList(round, fingerprint);
    if (keys.isCountersigned(round)) {
      throw new Refusal(HttpStatus.CONFLICT, "rounds.keys.not-to-countersign");
    }
    // Who signed goes first: should we stop here, nothing is signed by this list, and signing again
    // does the rest.
    database
        .sql()
        .sql(
            """
            insert into countersignature (round_id, person_id, name, role, day)
            values (:round, :person, :name, :role, :day) on conflict do nothing
            """)
        .param("round", round.value())
        .param("person", person.id().value())
        .param("name", person.name())
        .param("role", Role.WORKS_COUNCIL.name())
        .param("day", LocalDate.now(ZoneId.systemDefault()))
        .update();
    keys.countersign(round, fingerprint);
  }

  /** Who signed, by name. */
  List<Countersignature> list(RoundId round) {
    return database
        .sql()
        .sql("select name, role, day from countersignature where round_id = :round order by name")
        .param("round", round.value())
        .query((row, index) ->
            new Countersignature(
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getObject("day", LocalDate.class)))
        .list();
  }
}
