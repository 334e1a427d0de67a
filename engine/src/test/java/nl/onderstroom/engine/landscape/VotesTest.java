package nl.onderstroom.engine.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VotesTest {
  @Test
  void theLastVoteOfAPersonOnAStatementCounts() {
    Votes votes =
        new VotesBuilder()
            .add("a", "s", Vote.AGREE, 30)
            .add("a", "s", Vote.DISAGREE, 10)
            .add("a", "t", Vote.PASS, 5)
            .add("a", "t", Vote.DISAGREE, 5)
            .build();
    assertThat(votes.size()).isEqualTo(2);
    assertThat(said(votes, "s")).isEqualTo(Vote.AGREE);
    assertThat(said(votes, "t")).isEqualTo(Vote.DISAGREE);
  }

  private static Vote said(Votes votes, String statement) {
    for (int entry = 0; entry < votes.size(); entry++) {
      if (votes.statementId(votes.statement(entry)).equals(statement)) {
        return votes.vote(entry);
      }
    }
    throw new AssertionError(statement);
  }

  @Test
  void theOrderFollowsFromTheVotesAlone() {
    SyntheticVotes some = new SyntheticVotes(new double[] {.5, .5}, 40, 1, 1, 1).people(80, 20);
    Votes first = some.votes();
    for (int seed = 0; seed < 5; seed++) {
      Votes again = SyntheticVotes.votes(some.shuffled(seed));
      for (int person = 0; person < first.people(); person++) {
        assertThat(again.personId(person)).isEqualTo(first.personId(person));
      }
      for (int statement = 0; statement < first.statements(); statement++) {
        assertThat(again.statementId(statement)).isEqualTo(first.statementId(statement));
      }
    }
  }

  /** People who voted alike on everything stay in the order in which they came. */
  @Test
  void whoCannotBeToldApartKeepsTheOrder() {
    VotesBuilder builder = new VotesBuilder();
    for (int person = 0; person < 1000; person++) {
      builder.add("p" + person, "s", Vote.of(person % 3 - 1), 0);
    }
    Votes votes = builder.build();
    List<Integer> agreeing = new ArrayList<>();
    for (int person = 0; person < votes.people(); person++) {
      if (votes.vote(votes.start(person)) == Vote.AGREE) {
        agreeing.add(Integer.parseInt(votes.personId(person).substring(1)));
      }
    }
    assertThat(agreeing).hasSize(333).isSorted();
  }

  @Test
  void votesThatComeSortedGiveTheSameAsVotesInAnyOrder() {
    SyntheticVotes some = new SyntheticVotes(new double[] {.5, .5}, 40, 1, 1, 1).people(80, 20);
    List<String> statements = IntStream.range(0, 40).mapToObj(at -> "s" + at).toList();
    SortedVotesBuilder builder = new SortedVotesBuilder(statements, 0);
    String person = "";
    for (SyntheticVotes.Row row : some.rows()) {
      if (!row.person().equals(person)) {
        person = row.person();
        builder.person(person);
      }
      builder.add(statements.indexOf(row.statement()), row.vote());
    }
    assertThat(listed(builder.build())).isEqualTo(listed(SyntheticVotes.votes(some.shuffled(7))));
  }

  @Test
  void somebodyWithoutVotesIsNotAmongThoseWhoVoted() {
    SortedVotesBuilder builder = new SortedVotesBuilder(List.of("s", "t"), 0);
    builder.person("first");
    builder.person("second");
    builder.add(1, Vote.PASS);
    builder.person("third");
    assertThat(listed(builder.build())).containsExactly("second t PASS");
    assertThat(new SortedVotesBuilder(List.of("s"), 0).build().people()).isZero();
  }

  @Test
  void votesThatDoNotComeSortedAreRefused() {
    SortedVotesBuilder builder = new SortedVotesBuilder(List.of("s", "t"), 0);
    assertThatThrownBy(() -> builder.add(0, Vote.AGREE)).hasMessageContaining("of person 0");
    builder.person("one");
    builder.add(1, Vote.AGREE);
    for (int statement : new int[] {0, 1, 2}) {
      assertThatThrownBy(() -> builder.add(statement, Vote.AGREE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("statement " + statement);
    }
  }

  @Test
  void theFirstPeopleKeepTheirVotes() {
    Votes votes = new SyntheticVotes(new double[] {1}, 30, 1, 1, 1).people(50, 10).votes();
    Votes first = votes.first(20);
    assertThat(first.people()).isEqualTo(20);
    assertThat(first.size()).isEqualTo(votes.end(19));
    assertThat(listed(first)).isEqualTo(listed(votes).subList(0, first.size()));
  }

  private static List<String> listed(Votes votes) {
    List<String> listed = new ArrayList<>();
    for (int person = 0; person < votes.people(); person++) {
      for (int entry = votes.start(person); entry < votes.end(person); entry++) {
        listed.add(said(votes, person, entry));
      }
    }
    return listed;
  }

  private static String said(Votes votes, int person, int entry) {
    return "%s %s %s"
        .formatted(
            votes.personId(person), votes.statementId(votes.statement(entry)), votes.vote(entry));
  }

  @Test
  void leavesOutAboutTheShareThatIsAsked() {
    Votes votes = new SyntheticVotes(new double[] {1}, 100, 1, 1, 1).people(300, 60).votes();
    Votes fewer = votes.without(0.1, 1);
    assertThat((double) fewer.size() / votes.size()).isBetween(0.89, 0.91);
    assertThat(fewer.people()).isEqualTo(votes.people());
    assertThat(votes.without(0.1, 1).size()).isEqualTo(fewer.size());
    assertThat(votes.without(0.1, 2).size()).isNotEqualTo(fewer.size());
  }

  @Test
  void aVoteIsMinusOneZeroOrOne() {
    for (int number : List.of(-1, 0, 1)) {
      assertThat(Vote.of(number).number()).isEqualTo(number);
    }
    assertThatThrownBy(() -> Vote.of(2)).hasMessageContaining("expected -1, 0 or 1");
  }
}
