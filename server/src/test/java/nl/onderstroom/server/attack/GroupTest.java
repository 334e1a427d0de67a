package nl.onderstroom.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is made of an order that is found: whoever it is the order of, and of nothing else. */
class GroupTest {
  private static final int GROUPS = 12;
  private static final int PEOPLE = 10;

  private final Random random = new Random(7);

  private enum Kept {
    AS_THEY_CAME,
    BY_NUMBER,
    BY_CHANCE
  }

  @Test
  void anOrderOfPeopleAsTheyCameOrByTheirNumbersIsCaughtAndChanceIsNot() {
    assertThat(best(Kept.AS_THEY_CAME)).isEqualTo(.9);
    assertThat(best(Kept.BY_NUMBER)).isEqualTo(.9);
    assertThat(best(Kept.BY_CHANCE)).isBetween(-.1, .1);
  }

  private double best(Kept kept) {
    List<Group> groups =
        IntStream.range(0, GROUPS).mapToObj(group -> group(group * PEOPLE, kept)).toList();
    double[] advantages =
        new CrossFit<Group, Group.Guess>(
                Group::guesses, (group, guess) -> group.advantage(guess, random))
            .advantages(groups);
    return Arrays.stream(advantages).average().orElseThrow();
  }

  /** Beside the trace that tells there are others, of chance. */
  private Group group(int from, Kept kept) {
    List<Integer> ballots = IntStream.range(from, from + PEOPLE).boxed().toList();
    List<Integer> numbers = new ArrayList<>(ballots);
    Collections.shuffle(numbers, random);
    Map<Integer, Integer> persons = new HashMap<>();
    Map<Integer, Long> told = new HashMap<>();
    for (int i = 0; i < PEOPLE; i++) {
      persons.put(ballots.get(i), numbers.get(i));
      told.put(
          ballots.get(i),
          switch (kept) {
            case AS_THEY_CAME -> (long) i;
            case BY_NUMBER -> numbers.get(i).longValue();
            case BY_CHANCE -> random.nextLong();
          });
    }
    Map<String, Trace> traces = new HashMap<>();
    traces.put("told", new Trace("told", told));
    for (int other = 0; other < 5; other++) {
      Map<Integer, Long> places = new HashMap<>();
      ballots.forEach(ballot -> places.put(ballot, random.nextLong()));
      traces.put("other " + other, new Trace("other " + other, places));
    }
    return new Group(ballots, persons, traces);
  }
}
