package nl.onderstroom.engine.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import nl.onderstroom.engine.measure.Scale;
import nl.onderstroom.engine.measure.Scoring;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.Tally;

/**
 * A small company made from a seed: a tree of units, who is in them and what each answered. People
 * skip questions, and in some companies nearly all agree.
 */
final class Company {
  static final Scoring SCORING =
      new Scoring(
          List.of(
              new Quantity.Levels("vision", 1, 5),
              new Quantity.Levels("s1", 1, 5),
              new Quantity.Levels("s2", 1, 5),
              new Quantity.Ticks("feelings", 4)),
          List.of(new Scale("safety", List.of("s1", "s2"), Set.of("s2"), 1, 5)),
          List.of("vision"));

  private static final int MOST_UNITS = 8;

  /** Per unit, the unit above; the first is the top. */
  final int[] parents;

  /** Per unit, the records of the people directly in it. */
  final List<List<long[]>> people = new ArrayList<>();

  Company(long seed) {
    Random random = new Random(seed);
    parents = new int[1 + random.nextInt(MOST_UNITS)];
    double skips = random.nextInt(3) * 0.12;
    double agree = random.nextInt(3) * 0.45;
    int most = 3 + random.nextInt(24);
    for (int unit = 0; unit < parents.length; unit++) {
      parents[unit] = unit == 0 ? -1 : random.nextInt(unit);
      int number = random.nextInt(3) == 0 ? 0 : random.nextInt(most);
      List<long[]> here = new ArrayList<>();
      for (int i = 0; i < number; i++) {
        here.add(person(random, skips, agree));
      }
      people.add(here);
    }
  }

  static long[] person(Random random, double skips, double agree) {
    long[] answers = new long[4];
    for (int i = 0; i < answers.length; i++) {
      if (random.nextDouble() < skips) {
        answers[i] = Tally.MISSING;
      } else if (random.nextDouble() < agree) {
        answers[i] = i == 2 ? 1 : 5;
      } else {
        answers[i] = 1L + random.nextInt(5);
      }
    }
    return SCORING.record(answers);
  }

  static String id(int unit) {
    return "unit" + unit;
  }

  Family family() {
    List<Family.Group> groups = new ArrayList<>();
    for (int unit = 0; unit < parents.length; unit++) {
      Tally tally = new Tally(SCORING.shape());
      people.get(unit).forEach(tally::add);
      String parent = unit == 0 ? null : id(parents[unit]);
      groups.add(new Family.Group(id(unit), parent, List.of(tally.summary())));
    }
    return new Family(SCORING.shape(), groups);
  }

  /** The unit and all below it, as bits. */
  int members(int unit) {
    int members = 0;
    for (int below = unit; below < parents.length; below++) {
      int at = below;
      while (at > unit) {
        at = parents[at];
      }
      members |= at == unit ? 1 << below : 0;
    }
    return members;
  }
}
