package nl.onderstroom.bench.ballots;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.onderstroom.bench.Figures;
import nl.onderstroom.bench.Table;
import nl.onderstroom.server.answers.Closing;
import nl.onderstroom.server.answers.Summaries;
import nl.onderstroom.server.shell.Addresses;

/**
 * Everybody of a large employer answers within five minutes, over HTTP at the second listener. They
 * come when they come, whether the server keeps up or not: at chance moments, at first 150 a
 * second, half way 350, at the end 150 again. How long one waits counts from the moment she comes.
 */
public final class PeakBench {
  private static final int PEOPLE = 75_000;
  private static final double SECONDS = 300;

  /** Share of the average at the beginning and the end; half way as much above it. */
  private static final double EDGE = 0.6;

  private static final double NANOSECONDS = 1e9;
  private static final long SEED = 20_261_126;

  private final double[] waited = new double[PEOPLE];
  private final AtomicInteger errors = new AtomicInteger();

  /** Takes ten minutes, half of it to make the ballots. */
  public Table run() throws IOException, InterruptedException {
    System.err.println("making 75,000 ballots of 3,072 bits");
    try (OpenRound round = OpenRound.of(PEOPLE)) {
      List<OpenRound.Held> ballots = round.ballots(PEOPLE);
      System.err.println("five minutes of answers");
      var visitor = new Visitor(URI.create(round.room(Addresses.class).answers()), round.id());
      double took = come(visitor, ballots);
      long counted = counted(round);
      return table(took, counted);
    }
  }

  private double come(Visitor visitor, List<OpenRound.Held> ballots) throws InterruptedException {
    double[] moments = moments();
    var sheets = new Sheets(SEED);
    long begin = System.nanoTime();
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < PEOPLE; i++) {
        int person = i;
        long due = begin + (long) (moments[i] * NANOSECONDS);
        var chosen = sheets.next();
        TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
        all.execute(() -> {
          try {
            errors.addAndGet(visitor.hand(ballots.get(person), chosen) ? 0 : 1);
          } catch (IOException failed) {
            errors.incrementAndGet();
          }
          waited[person] = (System.nanoTime() - due) / NANOSECONDS;
        });
      }
    }
    return (System.nanoTime() - begin) / NANOSECONDS;
  }

  /** When each comes, in seconds, ascending: drawn from the density that rises and falls. */
  private static double[] moments() {
    Random random = new Random(SEED);
    double[] moments = new double[PEOPLE];
    for (int i = 0; i < PEOPLE; ) {
      double at = random.nextDouble();
      double density = EDGE + (1 - EDGE) * 2 * (1 - Math.abs(2 * at - 1));
      if (random.nextDouble() * (2 - EDGE) < density) {
        moments[i++] = at * SECONDS;
      }
    }
    Arrays.sort(moments);
    return moments;
  }

  /** How many are in the summaries when the round has closed. */
  private static long counted(OpenRound round) {
    round.room(Closing.class).close(round.id());
    return round.room(Summaries.class).list(round.id()).stream()
        .mapToLong(cohort -> cohort.summary().respondents())
        .sum();
  }

  private Table table(double took, long counted) {
    Arrays.sort(waited);
    var table = new Table("75,000 answers in five minutes, over HTTP", "target", "ours");
    table.row("answered in", "300 s", Figures.seconds(took));
    table.row("errors", "0", Integer.toString(errors.get()));
    table.row(
        "counted when the round closed", "75,000", String.format(Locale.ROOT, "%,d", counted));
    table.row("waited, median", Table.NONE, Figures.seconds(waited[PEOPLE / 2]));
    table.row("waited, 99 of 100 at most", Table.NONE, Figures.seconds(waited[PEOPLE * 99 / 100]));
    table.row("waited longest", Table.NONE, Figures.seconds(waited[PEOPLE - 1]));
    table.note(
        "Keys of 3,072 bits; each ballot is verified; each answer is on disk before it is told to be counted.");
    table.note("Visitors and server in one process on the same processors; a connection each.");
    return table;
  }
}
