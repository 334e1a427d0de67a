package nl.onderstroom.server.ballots;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import nl.onderstroom.server.database.PeopleDatabase;
import nl.onderstroom.server.people.Person;
import nl.onderstroom.server.rounds.RoundClosed;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.shell.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Who may take part in a round, and that somebody has a ballot: not which, not when. */
@Component
class Participations {
  private final PeopleDatabase database;
  private final SecureRandom random = new SecureRandom();

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
      List<Taking> taking = taking(people, cohort);
      database
          .sql()
          .sql(
              """
              insert into participation (round_id, person_id, cohort_number, block)
              select :round, person, cohort, block
              from unnest(:people::bigint[], :cohorts::integer[], :blocks::integer[])
                as taking (person, cohort, block)
              """)
          .param("round", round.value())
          .param("people", taking.stream().map(Taking::person).toArray(Long[]::new))
          .param("cohorts", taking.stream().map(Taking::cohort).toArray(Integer[]::new))
          .param("blocks", taking.stream().map(Taking::block).toArray(Integer[]::new))
          .update();
    });
  }

  private record Taking(long person, int cohort, int block) {}

  private List<Taking> taking(List<Person> people, ToIntFunction<Person> cohort) {
    var taking = new ArrayList<Taking>();
    people.stream()
        .filter(each -> cohort.applyAsInt(each) > 0)
        .collect(Collectors.groupingBy(cohort::applyAsInt))
        .forEach((number, together) -> {
          Iterator<Integer> block = Blocks.draw(together.size(), random).iterator();
          together.forEach(each -> taking.add(new Taking(each.id().value(), number, block.next())));
        });
    return taking;
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
        .query((row, index) -> part(row))
        .list();
  }

  Optional<MyRounds.Part> find(RoundId round, Person person) {
    return database
        .sql()
        .sql(
            """
            select round_id, cohort_number, issued from participation
            where round_id = :round and person_id = :person
            """)
        .param("round", round.value())
        .param("person", person.id().value())
        .query((row, index) -> part(row))
        .optional();
  }

  private static MyRounds.Part part(ResultSet row) throws SQLException {
    return new MyRounds.Part(
        new RoundId(row.getLong("round_id")),
        row.getInt("cohort_number"),
        row.getBoolean("issued"));
  }

  /**
   * The signature of what this person had signed, now or before; a person has one thing signed a
   * round in each envelope.
   *
   * <p>PostgreSQL writes the number of the transaction beside each row, and that orders in time who
   * fetched a ballot. So the rows of the person's whole block are written anew each time, and all
   * carry the same number.
   *
   * @param sign is given the number of the person's cohort, the first time only; when it throws,
   *     nothing is kept
   * @throws Refusal 403 when the person is not in the round; 409 when something else was signed
   */
  byte[] issue(
      RoundId round, Person person, Envelope envelope, byte[] blinded, IntFunction<byte[]> sign) {
    return database.inTransaction(() -> {
      Place place = hold(round, person);
      Optional<Signed> before = findSigned(round, person, envelope);
      if (before.isPresent()) {
        return before.get().signatureOf(blinded);
      }
      byte[] signature = sign.apply(place.cohort());
      database
          .sql()
          .sql(
              """
              update participation set issued = issued or (person_id = :person and :answers),
                %1$s = case when person_id = :person then :blinded else %1$s end,
                %2$s = case when person_id = :person then :signature else %2$s end
              where round_id = :round and cohort_number = :cohort and block = :block
              """
                  .formatted(envelope.blinded, envelope.signature))
          .param("answers", envelope == Envelope.ANSWERS)
          .param("round", round.value())
          .param("person", person.id().value())
          .param("cohort", place.cohort())
          .param("block", place.block())
          .param("blinded", blinded)
          .param("signature", signature)
          .update();
      return signature;
    });
  }

  /** What the server saw of somebody's ballot; the ballot itself it never did. */
  private record Signed(byte[] blinded, byte[] signature) {
    byte[] signatureOf(byte[] asked) {
      if (!Arrays.equals(blinded, asked)) {
        throw new Refusal(HttpStatus.CONFLICT, "ballots.has-other-ballot");
      }
      return signature;
    }
  }

  private Optional<Signed> findSigned(RoundId round, Person person, Envelope envelope) {
    return database
        .sql()
        .sql(
            """
            select %1$s as blinded, %2$s as signature from participation
            where round_id = :round and person_id = :person and %1$s is not null
            """
                .formatted(envelope.blinded, envelope.signature))
        .param("round", round.value())
        .param("person", person.id().value())
        .query((row, index) -> new Signed(row.getBytes("blinded"), row.getBytes("signature")))
        .optional();
  }

  /** Of each cohort in which somebody fetched a ballot, how many did. */
  Map<Integer, Integer> countIssued(RoundId round) {
    Map<Integer, Integer> issued = new TreeMap<>();
    database
        .sql()
        .sql(
            """
            select cohort_number, count(*) as ballots from participation
            where round_id = :round and issued group by cohort_number
            """)
        .param("round", round.value())
        .query(row -> {
          issued.put(row.getInt("cohort_number"), row.getInt("ballots"));
        });
    return issued;
  }

  /** How many people have a ballot to write a worry with. */
  int countWorryBallots(RoundId round) {
    return database
        .sql()
        .sql(
            """
            select count(*) from participation
            where round_id = :round and worry_blinded is not null
            """)
        .param("round", round.value())
        .query(Integer.class)
        .single();
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

  private record Place(int cohort, int block) {}

  /** Where the person is, and nobody else gets a ballot until we are done. */
  private Place hold(RoundId round, Person person) {
    Place place =
        database
            .sql()
            .sql(
                """
                select cohort_number, block from participation
                where round_id = :round and person_id = :person
                """)
            .param("round", round.value())
            .param("person", person.id().value())
            .query((row, index) -> new Place(row.getInt("cohort_number"), row.getInt("block")))
            .optional()
            .orElseThrow(() -> new Refusal(HttpStatus.FORBIDDEN, "ballots.not-in-round"));
    database
        .sql()
        .sql("select pg_advisory_xact_lock(hashtextextended(:place, :round))")
        .param("place", "participation " + place.cohort() + " " + place.block())
        .param("round", round.value())
        .query((row, index) -> "")
        .list();
    return place;
  }

  /** Forgets what was signed in a round, now that nobody can use it any more. */
  @EventListener
  void forgetSigned(RoundClosed closed) {
    database
        .sql()
        .sql(
            """
            update participation set blinded = null, signature = null,
              worry_blinded = null, worry_signature = null
            where round_id = :round
            """)
        .param("round", closed.round().value())
        .update();
  }

  /** Who has not fetched a ballot. */
  List<Long> listWithoutBallot(RoundId round) {
    return database
        .sql()
        .sql("select person_id from participation where round_id = :round and not issued")
        .param("round", round.value())
        .query((row, index) -> row.getLong("person_id"))
        .list();
  }
}
