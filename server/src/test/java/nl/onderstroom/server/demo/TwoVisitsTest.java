package nl.onderstroom.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What it costs that a ballot is fetched in one visit and used in another, over {@value #WORLDS}
 * example companies. Assumed: of those who would answer when asked once and at once, a letter gets
 * six in ten to do what it asks; there are an invitation and two reminders for the first step (to
 * those who have no ballot: that is known), and a letter and one reminder for the second (to all,
 * for nobody knows who answered).
 */
class TwoVisitsTest {
  private static final int WORLDS = 100;
  private static final int FLOOR = 7;
  private static final double A_LETTER_WORKS = .6;
  private static final int FIRST_LETTERS = 3;
  private static final int SECOND_LETTERS = 2;

  /**
   * Shares of everybody.
   *
   * @param answer who answers
   * @param seen who works in a team of which enough answered
   */
  private record Share(double answer, double seen) {}

  /** How people come to answer. */
  private enum Way {
    /** In one visit, as other products do: whoever watches sees who answered what. */
    AT_ONCE,
    /** Each round anew. */
    TWO_VISITS,
    /** With a ballot that was fetched rounds ago; all letters are for answering. */
    FETCHED_AHEAD
  }

  @Test
  void theFirstRoundCostsAnswersAndFetchingAheadGivesThemBack() {
    Map<Way, Share> shares = new HashMap<>();
    for (Way way : Way.values()) {
      shares.put(way, share(way));
    }
    Share once = shares.getOrDefault(Way.AT_ONCE, new Share(0, 0));
    Share twice = shares.getOrDefault(Way.TWO_VISITS, new Share(0, 0));
    Share ahead = shares.getOrDefault(Way.FETCHED_AHEAD, new Share(0, 0));
    System.out.printf(
        "answer and see their team: at once %.3f %.3f, two visits %.3f %.3f, fetched ahead %.3f %.3f%n",
        once.answer(), once.seen(), twice.answer(), twice.seen(), ahead.answer(), ahead.seen());
    assertThat(twice.answer() / once.answer())
        .as("of a hundred who would have answered at once")
        .isBetween(.80, .90);
    assertThat(twice.seen()).isLessThan(once.seen());
    assertThat(ahead.answer() / once.answer()).isGreaterThan(.93);
    assertThat(ahead.seen()).isGreaterThan(twice.seen());
  }

  private static Share share(Way way) {
    double answered = 0;
    double seen = 0;
    int everybody = 0;
    for (long seed = 1; seed <= WORLDS; seed++) {
      Company company = Company.example(seed);
      Set<Integer> who = answering(way, company, seed);
      Map<String, List<Person>> teams =
          company.people().stream().collect(Collectors.groupingBy(Person::unitCode));
      everybody += company.people().size();
      answered += who.size();
      seen +=
          teams.values().stream()
              .filter(team ->
                  team.stream().filter(each -> who.contains(each.number())).count() >= FLOOR)
              .mapToInt(List::size)
              .sum();
    }
    return new Share(answered / everybody, seen / everybody);
  }

  private static Set<Integer> answering(Way way, Company company, long seed) {
    var who = new HashSet<Integer>();
    for (Sheet willing : new Simulation(company, seed).round(1)) {
      Function<String, Dice> dice = step -> new Dice(seed, step + " of " + willing.person());
      boolean first = happens(dice.apply("first visit"), FIRST_LETTERS);
      boolean second = happens(dice.apply("second visit"), SECOND_LETTERS);
      boolean answers =
          switch (way) {
            case AT_ONCE -> first;
            case TWO_VISITS -> first && second;
            // Who fetched once has a ballot; the letters of later rounds reach all of those.
            case FETCHED_AHEAD ->
                happens(dice.apply("an earlier visit"), FIRST_LETTERS + 1)
                    && happens(dice.apply("only visit"), FIRST_LETTERS + 1);
          };
      if (answers) {
        who.add(willing.person());
      }
    }
    return who;
  }

  private static boolean happens(Dice dice, int letters) {
    for (int letter = 0; letter < letters; letter++) {
      if (dice.happens(A_LETTER_WORKS)) {
        return true;
      }
    }
    return false;
  }
}
