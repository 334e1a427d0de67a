package nl.onderstroom.server.attack;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The attacker watches the network live: he knows when each person fetched a ballot and when each
 * answer came in, and matches them. Simulated, since what he sees are times only: people fetch
 * spread over two weeks, most of them in working hours. With phases the answers come in a later
 * fortnight; without, some minutes after fetching, or within a day.
 */
final class TimesGame {
  private static final int GROUP = 10;
  private static final double DAYS = 14;
  private static final double MINUTES_A_DAY = 1_440;

  /** Medians of what people wait between fetching and answering, in minutes. */
  private static final double STRAIGHT_AWAY = 3;

  private static final double SPREAD = .8;

  private final Random random;
  private final int trials;

  TimesGame(long seed, int trials) {
    this.random = new Random(seed);
    this.trials = trials;
  }

  Outcome withPhases() {
    return play("times", false, fetched -> DAYS * MINUTES_A_DAY + moment());
  }

  /** The check of the phases is off: people answer when they have fetched. */
  Outcome straightAway() {
    return play(
        "times: phase-check-off",
        true,
        fetched -> fetched + STRAIGHT_AWAY * Math.exp(SPREAD * random.nextGaussian()));
  }

  private Outcome play(
      String name, boolean broken, java.util.function.DoubleUnaryOperator answering) {
    double[] advantages =
        IntStream.range(0, trials).mapToDouble(trial -> advantage(answering)).toArray();
    return Outcome.of(name, broken, trials * GROUP, advantages);
  }

  private double advantage(java.util.function.DoubleUnaryOperator answering) {
    double[] fetched = IntStream.range(0, GROUP).mapToDouble(person -> moment()).toArray();
    double[] answered = Arrays.stream(fetched).map(answering).toArray();
    List<Integer> byFetching = order(fetched);
    List<Integer> byAnswering = order(answered);
    long right =
        IntStream.range(0, GROUP).filter(i -> byFetching.get(i).equals(byAnswering.get(i))).count();
    return (double) (right - 1) / GROUP;
  }

  private static List<Integer> order(double[] times) {
    return IntStream.range(0, times.length)
        .boxed()
        .sorted(Comparator.comparingDouble(person -> times[person]))
        .toList();
  }

  /** Minutes from the beginning of a fortnight: on some day, at about noon. */
  private double moment() {
    double day = Math.floor(DAYS * random.nextDouble());
    double ofDay = Math.clamp(MINUTES_A_DAY / 2 + 120 * random.nextGaussian(), 0, MINUTES_A_DAY);
    return day * MINUTES_A_DAY + ofDay;
  }
}
