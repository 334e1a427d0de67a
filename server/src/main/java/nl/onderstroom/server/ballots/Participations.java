package nl.onderstroom.server.ballots;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;
import nl.onderstroom.server.database.PeopleDatabase;
import nl.onderstroom.server.people.Person;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.shell.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Who may take part in a round, and that somebody has an entry: not which, not when. */
@Component
class Participations {
  /** How somebody stands in a round. */
  enum Standing {
    MAY_FETCH,
    HAS_ENTRY
  }

  private final PeopleDatabase database;

  Participations(PeopleDatabase database) {
    this.database = database;
  }

  /**
   * Writes down everybody's cohort, in place of what was there. Rounds before the last are
   * forgotten.
   *
   * @param cohort the number of a person's cohort; 0 for none
   */
  void freeze(RoundId round, List<Person> people, ToIntFunction<Person> cohort) {
    database.inTransaction(() -> {
      database
          .sql()
          .sql("delete from participation where round_id = :round or round_id < :last")
          .param("round", round.value())
          .param("last", round.value() - 1)
          .update();
      List<Person> taking = people.stream().filter(each -> cohort.applyAsInt(each) > 0).toList();
      database
          .sql()
          .sql(
              """
              insert into participation (round_id, person_id, cohort_number)
              select :round, person, cohort
              from unnest(:people::bigint[], :cohorts::integer[]) as taking (person, cohort)
              """)
          .param("round", round.value())
          .param("people", taking.stream().map(each -> each.id().value()).toArray(Long[]::new))
          .param("cohorts", taking.stream().map(cohort::applyAsInt).toArray(Integer[]::new))
          .update();
    });
  }

  Optional<Standing> find(RoundId round, Person person) {
    return database
        .sql()
        .sql("select issued from participation where round_id = :round and person_id = :person")
        .param("round", round.value())
        .param("person", person.id().value())
        .query((row, index) -> row.getBoolean("issued") ? Standing.HAS_ENTRY : Standing.MAY_FETCH)
        .optional();
  }

  /**
   * Marks that the person has an entry, and adds it: both, or neither when adding fails.
   *
   * @param add is given the number of the person's cohort
   */
  void issue(RoundId round, Person person, IntConsumer add) {
    database.inTransaction(() -> {
      Optional<Integer> cohort =
          database
              .sql()
              .sql(
                  """
                  update participation set issued = true
                  where round_id = :round and person_id = :person and not issued
                  returning cohort_number
                  """)
              .param("round", round.value())
              .param("person", person.id().value())
              .query(Integer.class)
              .optional();
      add.accept(cohort.orElseThrow(() -> refusal(round, person)));
    });
  }

  private Refusal refusal(RoundId round, Person person) {
    return find(round, person).isPresent()
        ? new Refusal(HttpStatus.CONFLICT, "ballots.has-entry")
        : new Refusal(HttpStatus.FORBIDDEN, "ballots.not-in-round");
  }

  /** Who has not fetched an entry. */
  List<Long> listWithoutEntry(RoundId round) {
    return database
        .sql()
        .sql("select person_id from participation where round_id = :round and not issued")
        .param("round", round.value())
        .query((row, index) -> row.getLong("person_id"))
        .list();
  }
}
