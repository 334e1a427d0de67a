package nl.onderstroom.engine.landscape;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How each group voted on each statement, when that statement had no say in who is in the group.
 * Groups are made from votes; testing whether they differ on the same votes would find differences
 * in noise. So the statements are dealt into {@value #FOLDS} parts, and for each part people are
 * placed by their votes on the other parts only: what all votes say less what that part says.
 */
final class CrossFit implements GroupVotes.Labels {
  private static final int FOLDS = 5;

  /** How many statements were dealt; later ones are in the last part. */
  private final int dealt;

  /** The group of each person for each part, by person; −1 for who is in none. */
  private final byte[] groups;

  private CrossFit(int dealt, byte[] groups) {
    this.dealt = dealt;
    this.groups = groups;
  }

  /**
   * @param people who are put in a group
   */
  static CrossFit of(
      Votes votes, SpaceFit.Fitted fitted, int[] people, Mixture mixture, Workers workers) {
    CrossFit fit = new CrossFit(votes.statements(), new byte[votes.people() * FOLDS]);
    Arrays.fill(fit.groups, (byte) -1);
    List<Range> ranges =
        Range.of(
            people.length,
            Math.min(people.length, workers.threads() * (1 + people.length / 20_000)));
    workers.all(
        ranges.size(),
        at -> {
          Range range = ranges.get(at);
          int[] some = Arrays.copyOfRange(people, range.from(), range.to());
          return fit.place(votes, fitted, mixture, some);
        });
    return fit;
  }

  /** The same with some people, of whom some may be new, placed again. */
  CrossFit with(Votes votes, SpaceFit.Fitted fitted, int[] people, Mixture mixture) {
    CrossFit fit = new CrossFit(dealt, Arrays.copyOf(groups, votes.people() * FOLDS));
    Arrays.fill(fit.groups, groups.length, fit.groups.length, (byte) -1);
    fit.place(votes, fitted, mixture, people);
    return fit;
  }

  @Override
  public int group(int person, int statement) {
    return groups[person * FOLDS + fold(statement)];
  }

  /** A part is a range of statements: their order is as good as random. */
  private int fold(int statement) {
    return Math.min(FOLDS - 1, (FOLDS * statement + FOLDS - 1) / dealt);
  }

  private boolean place(Votes votes, SpaceFit.Fitted fitted, Mixture mixture, int[] people) {
    Block block = new Block(votes, fitted, mixture);
    for (int from = 0; from < people.length; from += Lanes.COUNT) {
      block.place(people, from, Math.min(Lanes.COUNT, people.length - from));
    }
    return true;
  }

  /** A block of people, for each part placed by the others. */
  private final class Block {
    private final Placing placing;
    private final Places places;
    private final Placing.Gathered all = new Placing.Gathered();
    private final Placing.Gathered others = new Placing.Gathered();
    private final Placing.Gathered[] folds =
        IntStream.range(0, FOLDS)
            .mapToObj(_ -> new Placing.Gathered())
            .toArray(Placing.Gathered[]::new);
    private final Messages.Writer[] writers;
    private final Belonging[] belonging;

    Block(Votes votes, SpaceFit.Fitted fitted, Mixture mixture) {
      placing = new Placing(fitted.space(), votes, Reading.OPINION);
      places = fitted.places();
      Messages[] messages =
          IntStream.range(0, FOLDS)
              .mapToObj(_ -> new Messages(Lanes.COUNT, mixture.dimensions()))
              .toArray(Messages[]::new);
      writers =
          Arrays.stream(messages).map(one -> one.new Writer()).toArray(Messages.Writer[]::new);
      belonging =
          Arrays.stream(messages).map(one -> new Belonging(one, mixture)).toArray(Belonging[]::new);
    }

    void place(int[] people, int from, int lanes) {
      for (int lane = 0; lane < lanes; lane++) {
        place(people[from + lane], lane);
      }
      for (int fold = 0; fold < FOLDS; fold++) {
        belonging[fold].of(0);
        for (int lane = 0; lane < lanes; lane++) {
          groups[people[from + lane] * FOLDS + fold] = (byte) belonging[fold].likeliest(lane);
        }
      }
    }

    private void place(int person, int lane) {
      placing.beginAt(places, person);
      placing.read(person);
      placing.weigh();
      all.clear();
      int from = 0;
      for (int fold = 0; fold < FOLDS; fold++) {
        int to = from;
        while (to < placing.size && fold(placing.statements[to]) == fold) {
          to++;
        }
        folds[fold].clear();
        placing.gather(from, to, folds[fold]);
        all.add(folds[fold]);
        from = to;
      }
      for (int fold = 0; fold < FOLDS; fold++) {
        all.less(folds[fold], others);
        placing.conclude(others);
        writers[fold].write(lane, placing.mean, placing.covariance);
      }
    }
  }
}
