package nl.onderstroom.bench.ballots;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.onderstroom.bench.Table;
import nl.onderstroom.server.answers.AnswerBox;
import nl.onderstroom.server.answers.Outcome;
import nl.onderstroom.server.answers.Sheet;
import nl.onderstroom.server.rounds.Questionnaire;

/**
 * Answers that are on disk, a second, beside rows that PostgreSQL has on disk: the same machine,
 * the same disk, the same process, turn by turn. Ours come in at the one door, {@link
 * AnswerBox#drop}, and each ballot is verified there; a row is of as many bytes as a sealed answer.
 */
final class Accepting {
  private static final int[] WRITERS = {1, 16, 256};

  /** Answers in each turn, by the number of writers: some seconds' worth. */
  private static final int[] ANSWERS = {600, 2_000, 6_000};

  private static final int TURNS = 3;
  private static final int WARM = 3_000;
  private static final int PEOPLE = 30_000;
  private static final long SEED = 20_261_126;

  private final Sheets sheets = new Sheets(SEED);

  /** A minute and a half. */
  void fill(Table table) throws IOException, InterruptedException {
    System.err.println("making ballots");
    try (OpenRound round = OpenRound.of(PEOPLE);
        InsertedRows rows = InsertedRows.in(round.data())) {
      var ballots = new Ballots(round.ballots(WARM + TURNS * Arrays.stream(ANSWERS).sum()));
      ours(round, ballots.next(WARM), WRITERS[1]);
      rows.insert(WARM, WRITERS[1]);
      for (int i = 0; i < WRITERS.length; i++) {
        System.err.println(WRITERS[i] + " writers");
        double[] inserts = new double[TURNS];
        double[] ours = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
          inserts[turn] = rows.insert(ANSWERS[i], WRITERS[i]);
          ours[turn] = ours(round, ballots.next(ANSWERS[i]), WRITERS[i]);
        }
        row(table, WRITERS[i], median(inserts), median(ours));
      }
    } catch (SQLException problem) {
      throw new IllegalStateException("rows could not be inserted", problem);
    }
  }

  private double ours(OpenRound round, List<OpenRound.Held> ballots, int writers)
      throws InterruptedException {
    AnswerBox box = round.room(AnswerBox.class);
    List<Sheet> filled =
        ballots.stream().map(each -> Sheet.of(Questionnaire.FIRST, sheets.next())).toList();
    return AtOnce.perSecond(
        ballots.size(),
        writers,
        writer ->
            at -> {
              OpenRound.Held held = ballots.get(at);
              Outcome outcome =
                  box.drop(round.id(), held.cohort(), held.ballot(), 1, filled.get(at));
              if (!(outcome instanceof Outcome.Counted)) {
                throw new IllegalStateException("an answer was not counted: " + outcome);
              }
            });
  }

  private static void row(Table table, int writers, double inserts, double ours) {
    table.row(
        "answers on disk a second, %d %s at once"
            .formatted(writers, writers == 1 ? "writer" : "writers"),
        String.format(Locale.ROOT, "%,.0f inserts", inserts),
        String.format(Locale.ROOT, "%,.0f", ours),
        "at least 50%",
        String.format(Locale.ROOT, "%.0f%%", 100 * ours / inserts));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Each is used once. */
  private static final class Ballots {
    private final List<OpenRound.Held> all;
    private int used;

    Ballots(List<OpenRound.Held> all) {
      this.all = all;
    }

    List<OpenRound.Held> next(int count) {
      used += count;
      return new ArrayList<>(all.subList(used - count, used));
    }
  }
}
