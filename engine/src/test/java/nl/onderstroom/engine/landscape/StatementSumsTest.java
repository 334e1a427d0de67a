package nl.onderstroom.engine.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is summed of people is exact: it does not matter who was added first, or where. */
class StatementSumsTest {
  private final Votes votes =
      new SyntheticVotes(new double[] {.5, .5}, 30, 1, 1, 1).people(90, 15).votes();
  private final OpinionSpace space =
      new SpaceStart(votes, Reading.OPINION, 90, 2, new Workers(1)).space();

  private StatementSums sums(List<Integer> people) {
    StatementSums.Adding adding = new StatementSums.Adding(votes.statements(), 2);
    Placing placing = new Placing(space, votes, Reading.OPINION);
    for (int person : people) {
      placing.beginAnywhere();
      placing.place(person, 2);
      adding.add(placing);
    }
    return adding.sums();
  }

  private static List<Integer> people(int from, int to) {
    List<Integer> people = new ArrayList<>();
    for (int person = from; person < to; person++) {
      people.add(person);
    }
    return people;
  }

  @Test
  void mergingIsAssociativeAndCommutativeAndCutsMakeNoDifference() {
    StatementSums whole = sums(people(0, 90));
    StatementSums a = sums(people(0, 13));
    StatementSums b = sums(people(13, 60));
    StatementSums c = sums(people(60, 90));
    assertThat(a.merge(b).merge(c)).isEqualTo(whole);
    assertThat(a.merge(b.merge(c))).isEqualTo(whole);
    assertThat(c.merge(a).merge(b)).isEqualTo(whole);
    assertThat(whole.merge(new StatementSums(votes.statements(), 2))).isEqualTo(whole);
  }

  @Test
  void orderMakesNoDifference() {
    List<Integer> shuffled = people(0, 90);
    Collections.shuffle(shuffled, new Random(1));
    assertThat(sums(shuffled)).isEqualTo(sums(people(0, 90)));
  }
}
