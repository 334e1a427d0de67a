package nl.onderstroom.engine.measure.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import nl.onderstroom.engine.measure.Scale;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.Summary;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;

/** People of De Vries Bakkerijen who answer four items about safety; the second is reversed. */
final class Answered {
  static final Scale SAFETY =
      new Scale("safety", List.of("s1", "s2", "s3", "s4"), Set.of("s2"), 1, 5);

  private Answered() {}

  /**
   * Levels of a normal variable that the items share for two thirds.
   *
   * @param skipped probability that an item is skipped, 0 to 1
   */
  static List<int[]> people(int number, double skipped, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<int[]> people = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      double factor = random.nextGaussian();
      int[] person = new int[4];
      for (int j = 0; j < 4; j++) {
        double x = 0.8 * factor + 0.6 * random.nextGaussian();
        int level = Math.clamp(Math.round(3.3 + x), 1, 5);
        int given = j == 1 ? 6 - level : level;
        person[j] = random.nextDouble() < skipped ? CompleteAnswers.MISSING : given;
      }
      people.add(person);
    }
    return people;
  }

  static Summary summary(List<int[]> people) {
    Tally tally =
        new Tally(
            new SummaryShape(
                SAFETY.items().stream()
                    .<Quantity>map(item -> new Quantity.Levels(item, 1, 5))
                    .toList(),
                SAFETY.items()));
    for (int[] person : people) {
      long[] record = new long[4];
      for (int j = 0; j < 4; j++) {
        record[j] = person[j] == CompleteAnswers.MISSING ? Tally.MISSING : person[j];
      }
      tally.add(record);
    }
    return tally.summary();
  }

  static CompleteAnswers complete(List<int[]> people) {
    CompleteAnswers complete = new CompleteAnswers(SAFETY);
    people.forEach(complete::add);
    return complete;
  }
}
