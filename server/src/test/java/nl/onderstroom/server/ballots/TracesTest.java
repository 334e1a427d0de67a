package nl.onderstroom.server.ballots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.onderstroom.server.answers.AnswerBox;
import nl.onderstroom.server.rounds.EntryCode;
import nl.onderstroom.server.rounds.RoundId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What somebody who reads every table as the owner learns about whose an entry is: from the number
 * of the transaction that PostgreSQL writes beside each row, and from the order of the rows. What
 * the files and the write-ahead log tell beyond that is in decision 0005.
 */
@Tag("database")
class TracesTest {
  private static final long SEED = 20261124;

  private final Firm firm = new Firm();
  private final RoundId round = firm.issuing();
  private final List<Integer> order = new ArrayList<>(Firm.everybody());

  /** Hash of the entry → number of the person it was given to. */
  private final Map<String, String> truth = new HashMap<>();

  @AfterEach
  void close() {
    firm.close();
  }

  private void everybodyFetches() {
    Collections.shuffle(order, new Random(SEED));
    for (int person : order) {
      EntryCode entry = firm.room(Issuing.class).sign(round, Firm.identity(person));
      truth.put(HexFormat.of().formatHex(entry.hash()), Integer.toString(person));
    }
  }

  @Test
  void transactionsTellNobodyWhoseAnEntryIs() {
    everybodyFetches();
    assertThat(
            firm.owner()
                .sql(
                    "select cohort_number from participation group by 1 having count(distinct xmin::text) > 1")
                .query(Integer.class)
                .list())
        .as("cohorts whose rows can be told apart by their transaction")
        .isEmpty();
    // One guess for each of the two cohorts may still hit, by luck.
    assertThat(rightGuesses()).isLessThanOrEqualTo(2);
  }

  @Test
  void afterOpeningNothingTellsInWhichOrderEntriesWereFetched() {
    everybodyFetches();
    List<String> before = entriesInOrder();
    assertThat(before.stream().map(truth::get).map(Integer::valueOf)).isEqualTo(order);
    firm.room(AnswerBox.class).open(round);
    assertThat(entriesInOrder()).isNotEqualTo(before).containsExactlyInAnyOrderElementsOf(before);
    assertThat(count("select count(distinct xmin::text) from entry")).isEqualTo(1);
  }

  /** Proves that the attack finds people where rows are written one by one. */
  @Test
  void theAttackWorksWhereEachRowIsWrittenByItself() {
    everybodyFetches();
    firm.owner().sql("truncate entry").update();
    firm.owner().sql("update participation set issued = false").update();
    truth.forEach((entry, person) -> {
      firm.owner()
          .sql(
              """
              update participation set issued = true
              from person where id = person_id and number = :number
              """)
          .param("number", person)
          .update();
      firm.owner()
          .sql(
              """
              insert into entry select round_id, decode(:entry, 'hex'), cohort_number
              from participation join person on id = person_id where number = :number
              """)
          .param("entry", entry)
          .param("number", person)
          .update();
    });
    assertThat(rightGuesses()).isEqualTo(2 * Firm.TEAM);
  }

  /** For each person the first entry of the cohort that was added after the person was marked. */
  private long rightGuesses() {
    Map<String, String> guesses = new HashMap<>();
    firm.owner()
        .sql(
            """
            select number, (
              select encode(secret_hash, 'hex') from entry
              where entry.cohort_number = p.cohort_number
                and entry.xmin::text::bigint > p.xmin::text::bigint
              order by entry.xmin::text::bigint limit 1) as entry
            from participation p join person on id = person_id
            """)
        .query(row -> {
          guesses.put(row.getString("number"), String.valueOf(row.getString("entry")));
        });
    return truth.entrySet().stream()
        .filter(each -> each.getKey().equals(guesses.get(each.getValue())))
        .count();
  }

  private List<String> entriesInOrder() {
    return firm.owner()
        .sql("select encode(secret_hash, 'hex') from entry order by ctid")
        .query((row, index) -> row.getString(1))
        .list();
  }

  private long count(String sql) {
    return firm.owner().sql(sql).query(Long.class).single();
  }
}
