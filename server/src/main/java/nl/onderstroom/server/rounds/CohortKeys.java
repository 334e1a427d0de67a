package nl.onderstroom.server.rounds;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.onderstroom.engine.ballot.VerifyingKey;
import nl.onderstroom.server.database.NamelessDatabase;
import nl.onderstroom.server.shell.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * By which key ballots of a cohort are known. Rooms that know people publish the list once and say
 * which cohorts open; the answers' door asks for a key.
 */
@Component
public class CohortKeys {
  private final NamelessDatabase database;
  private final Rounds rounds;

  CohortKeys(NamelessDatabase database, Rounds rounds) {
    this.database = database;
    this.rounds = rounds;
  }

  /**
   * Publishes the keys of all cohorts of a round, once and for good.
   *
   * @param keys per number of a cohort
   * @throws IllegalArgumentException if these are not the round's cohorts
   */
  public void publish(RoundId round, Map<Integer, VerifyingKey> keys) {
    List<Integer> cohorts = rounds.listCohorts(round).stream().map(Cohort::number).toList();
    if (cohorts.size() != keys.size() || !keys.keySet().containsAll(cohorts)) {
      throw new IllegalArgumentException(
          "keys of %d cohorts; expected one of each of the %d of round %s"
              .formatted(keys.size(), cohorts.size(), round));
    }
    database
        .sql()
        .sql(
            """
            insert into cohort_key (round_id, cohort_number, public_key)
            select :round, number, key from unnest(:numbers::integer[], :keys::bytea[])
              as made (number, key)
            """)
        .param("round", round.value())
        .param("numbers", cohorts.toArray(Integer[]::new))
        .param(
            "keys",
            keys.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getValue().encoded())
                .toArray(byte[][]::new))
        .update();
  }

  /** The list, once it is published. */
  public Optional<KeyList> find(RoundId round) {
    List<KeyList.OfCohort> cohorts =
        database
            .sql()
            .sql(
                """
                select number, name, cohort.people, public_key, opened from cohort_key
                join cohort on cohort.round_id = cohort_key.round_id and number = cohort_number
                join round_unit on round_unit.round_id = cohort.round_id and code = unit_code
                where cohort_key.round_id = :round order by number
                """)
            .param("round", round.value())
            .query((row, index) ->
                new KeyList.OfCohort(
                    row.getInt("number"),
                    row.getString("name"),
                    row.getInt("people"),
                    VerifyingKey.of(row.getBytes("public_key")),
                    row.getBoolean("opened")))
            .list();
    return cohorts.isEmpty()
        ? Optional.empty()
        : Optional.of(new KeyList(round, cohorts, isCountersigned(round)));
  }

  /** The key of a cohort that answers. */
  public Optional<VerifyingKey> findOpened(RoundId round, int cohortNumber) {
    return database
        .sql()
        .sql(
            """
            select public_key from cohort_key
            join cohort on cohort.round_id = cohort_key.round_id and number = cohort_number
            where cohort_key.round_id = :round and cohort_number = :cohort and opened
            """)
        .param("round", round.value())
        .param("cohort", cohortNumber)
        .query((row, index) -> VerifyingKey.of(row.getBytes("public_key")))
        .optional();
  }

  public boolean isCountersigned(RoundId round) {
    return database
        .sql()
        .sql("select countersigned from round where id = :round")
        .param("round", round.value())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /**
   * The works council holds the list fast; from now on ballots are signed.
   *
   * @throws Refusal 409 when there is no list yet, or it was done already
   */
  public void countersign(RoundId round) {
    int signed =
        database
            .sql()
            .sql(
                """
                update round set countersigned = true
                where id = :round and not countersigned
                  and exists (select from cohort_key where round_id = :round)
                """)
            .param("round", round.value())
            .update();
    if (signed == 0) {
      throw new Refusal(HttpStatus.CONFLICT, "rounds.keys.not-to-countersign");
    }
  }

  /** Lets these cohorts answer, in the caller's transaction; the others never will. */
  public void open(RoundId round, Collection<Integer> cohorts) {
    database
        .sql()
        .sql("update cohort set opened = true where round_id = :round and number = any(:cohorts)")
        .param("round", round.value())
        .param("cohorts", cohorts.toArray(Integer[]::new))
        .update();
  }
}
