package nl.onderstroom.bench.measure;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nl.onderstroom.engine.measure.Interval;
import nl.onderstroom.engine.measure.Scale;
import nl.onderstroom.engine.measure.reliability.Alpha;
import nl.onderstroom.engine.measure.reliability.CompleteAnswers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From an array of answers to the alpha of the items. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class AlphaFits {
  static final int ITEMS = 12;
  private static final int LOWEST = 1;
  private static final int HIGHEST = 5;
  private static final double LOADING = 0.7;

  /** How many people. */
  @Param("1000000")
  public int subject = 1_000_000;

  private int[] rows = new int[0];

  /** As JMH makes it. */
  static AlphaFits of(int people) {
    var fits = new AlphaFits();
    fits.subject = people;
    fits.make();
    return fits;
  }

  /**
   * One person after the other, as {@link CompleteAnswers#add} takes them: 3 + .7 f + N(0, 1)
   * rounded to a level of 1 to 5, with f ~ N(0, 1) a person.
   */
  static int[] made(int people) {
    var random = new SplittableRandom(1);
    int[] rows = new int[people * ITEMS];
    double middle = (LOWEST + HIGHEST) / 2.0;
    for (int person = 0; person < people; person++) {
      double mean = middle + LOADING * random.nextGaussian();
      for (int item = 0; item < ITEMS; item++) {
        long level = Math.round(mean + random.nextGaussian());
        rows[person * ITEMS + item] = Math.clamp(level, LOWEST, HIGHEST);
      }
    }
    return rows;
  }

  /** Makes the answers, once. */
  @Setup
  public void make() {
    rows = made(subject);
  }

  /** With Feldt's interval. */
  @Benchmark
  public Alpha alpha() {
    var items = IntStream.rangeClosed(1, ITEMS).mapToObj(item -> "item" + item).toList();
    var answers = new CompleteAnswers(new Scale("scale", items, Set.of(), LOWEST, HIGHEST));
    answers.add(rows);
    return Alpha.of(answers.covariances());
  }

  List<Double> valueAndInterval() {
    Alpha alpha = alpha();
    Interval feldt = alpha.feldt().orElseThrow();
    return List.of(alpha.value(), feldt.low(), feldt.high());
  }
}
