package nl.onderstroom.engine.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
