package nl.onderstroom.server.ballots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import nl.onderstroom.engine.ballot.Ballot;
import nl.onderstroom.server.rounds.RoundId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What somebody who reads every table as the owner learns about who fetched a ballot when, and
 * which it was: from what is stored, and from the number of the transaction that PostgreSQL writes
 * beside each row.
 */
@Tag("database")
class TracesTest {
  private static final long SEED = 20261124;

  private final Firm firm = new Firm();
  private final RoundId round = firm.issuing();
  private final List<Integer> order = new ArrayList<>(Firm.everybody());
  private final List<Ballot> ballots = new ArrayList<>();

  @AfterEach
  void close() {
    firm.close();
  }

  private void everybodyFetches() {
    Collections.shuffle(order, new Random(SEED));
    order.forEach(person -> ballots.add(firm.fetch(round, person)));
  }

  @Test
  void transactionsDoNotTellInWhichOrderPeopleOfAGroupFetched() {
    everybodyFetches();
    assertThat(cohortsThatAreOrdered()).isEmpty();
  }

  /** Proves that the look at transactions finds an order where rows are written one by one. */
  @Test
  void theyDoWhereEachRowIsWrittenByItself() {
    everybodyFetches();
    order.forEach(person ->
        firm.owner()
            .sql(
                """
                update participation set issued = true
                from person where id = person_id and number = :number
                """)
            .param("number", Integer.toString(person))
            .update());
    assertThat(cohortsThatAreOrdered()).hasSize(2);
  }

  private List<Integer> cohortsThatAreOrdered() {
    return firm.owner()
        .sql(
            """
            select cohort_number from participation
            group by 1 having count(distinct xmin::text) > 1
            """)
        .query((row, index) -> row.getInt("cohort_number"))
        .list();
  }

  @Test
  void noTableHoldsABallotOrWhatItIsKnownBy() {
    everybodyFetches();
    List<String> tables =
        firm.owner()
            .sql("select quote_ident(tablename) from pg_tables where schemaname = 'public'")
            .query((row, index) -> row.getString(1))
            .list();
    assertThat(tables).contains("participation");
    for (Ballot ballot : ballots) {
      for (byte[] part : List.of(ballot.message(), ballot.signature())) {
        String hex = HexFormat.of().formatHex(part);
        for (String table : tables) {
          assertThat(
                  firm.owner()
                      .sql("select count(*) from %s t where t::text like :hex".formatted(table))
                      .param("hex", "%" + hex + "%")
                      .query(Long.class)
                      .single())
              .as(table)
              .isZero();
        }
      }
    }
  }

  @Test
  void whatIsKeptOfAPersonHasNoTime() {
    assertThat(
            firm.owner()
                .sql(
                    """
                    select table_name || '.' || column_name from information_schema.columns
                    where table_name in ('participation', 'signing_key', 'countersignature')
                      and data_type like 'time%'
                    """)
                .query(String.class)
                .list())
        .isEmpty();
  }
}
