package nl.onderstroom.server.ballots;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
   * Writes down everybody's cohort, in place of what was there.
   *
   * @param finished rounds to forget
   * @param cohort the number of a person's cohort; 0 for none
   */
  void freeze(
      RoundId round, List<RoundId> finished, List<Person> people, ToIntFunction<Person> cohort) {
    database.inTransaction(() -> {
      database
          .sql()
          .sql("delete from participation where round_id = :round or round_id = any(:finished)")
          .param("round", round.value())
          .param("finished", finished.stream().map(RoundId::value).toArray(Long[]::new))
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

  /** Every round of which it is still remembered that this person may take part. */
  List<MyRounds.Part> list(Person person) {
    return database
        .sql()
        .sql(
            """
            select round_id, cohort_number, issued from participation
            where person_id = :person order by round_id desc
            """)
        .param("person", person.id().value())
        .query((row, index) ->
            new MyRounds.Part(
                new RoundId(row.getLong("round_id")),
                row.getInt("cohort_number"),
                row.getBoolean("issued")))
        .list();
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
   * <p>PostgreSQL writes the number of the transaction beside each row, and the entry that is added
   * gets the next number: that would tell whose it is. So the rows of the whole cohort are written
   * anew each time, and all carry the same number.
   *
   * @param add is given the number of the person's cohort
   */
  void issue(RoundId round, Person person, IntConsumer add) {
    database.inTransaction(() -> {
      int cohort = hold(round, person);
      if (find(round, person).orElseThrow() == Standing.HAS_ENTRY) {
        throw new Refusal(HttpStatus.CONFLICT, "ballots.has-entry");
      }
      database
          .sql()
          .sql(
              """
              update participation set issued = issued or person_id = :person
              where round_id = :round and cohort_number = :cohort
              """)
          .param("round", round.value())
          .param("person", person.id().value())
          .param("cohort", cohort)
          .update();
      add.accept(cohort);
    });
  }

  /** Rounds of which it is not forgotten who might take part. */
  List<Long> listRounds() {
    return database
        .sql()
        .sql("select distinct round_id from participation")
        .query((row, index) -> row.getLong("round_id"))
        .list();
  }

  /** Of each person who might take part, the number of the cohort. */
  Map<Long, Integer> cohorts(RoundId round) {
    Map<Long, Integer> cohorts = new HashMap<>();
    database
        .sql()
        .sql("select person_id, cohort_number from participation where round_id = :round")
        .param("round", round.value())
        .query(row -> {
          cohorts.put(row.getLong("person_id"), row.getInt("cohort_number"));
        });
    return cohorts;
  }

  /** The number of the person's cohort, in which nobody else gets an entry until we are done. */
  private int hold(RoundId round, Person person) {
    int cohort =
        database
            .sql()
            .sql(
                """
                select cohort_number from participation
                where round_id = :round and person_id = :person
                """)
            .param("round", round.value())
            .param("person", person.id().value())
            .query(Integer.class)
            .optional()
            .orElseThrow(() -> new Refusal(HttpStatus.FORBIDDEN, "ballots.not-in-round"));
    database
        .sql()
        .sql("select pg_advisory_xact_lock(hashtextextended('cohort', :round * 100000 + :cohort))")
        .param("round", round.value())
        .param("cohort", cohort)
        .query((row, index) -> "")
        .list();
    return cohort;
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
