package nl.onderstroom.engine.landscape;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How each group voted on each statement, when that statement had no say in who is in the group.
 * Groups are made from votes; testing whether they differ on the same votes would find differences
 * in noise. So the statements are dealt into {@value #FOLDS} parts, and for each part people are
 * placed by their votes on the other parts only: what all votes say less what that part says.
 */
final class CrossFit {
  private static final int FOLDS = 5;

  private final Votes votes;
  private final SpaceFit.Fitted fitted;
  private final GroupSearch search;
  private final Mixture mixture;

  private CrossFit(Votes votes, SpaceFit.Fitted fitted, GroupSearch search, Mixture mixture) {
    this.votes = votes;
    this.fitted = fitted;
    this.search = search;
    this.mixture = mixture;
  }

  static GroupVotes of(
      Votes votes, SpaceFit.Fitted fitted, GroupSearch search, Mixture mixture, Workers workers) {
    CrossFit fit = new CrossFit(votes, fitted, search, mixture);
    int people = search.people().length;
    if (people == 0) {
      return new GroupVotes(mixture.groups(), votes.statements());
    }
    List<Range> ranges =
        Range.of(people, Math.min(people, workers.threads() * (1 + people / 20_000)));
    return workers.all(ranges.size(), at -> fit.of(ranges.get(at))).stream()
        .reduce(GroupVotes::merge)
        .orElseThrow();
  }

  /** A part is a range of statements: their order is as good as random. */
  private int end(int fold) {
    return (int) ((long) votes.statements() * (fold + 1) / FOLDS);
  }

  private GroupVotes of(Range range) {
    GroupVotes counts = new GroupVotes(mixture.groups(), votes.statements());
    Block block = new Block();
    for (int from = range.from(); from < range.to(); from += Lanes.COUNT) {
      block.count(from, Math.min(Lanes.COUNT, range.to() - from), counts);
    }
    return counts;
  }

  /** A block of people, for each part placed by the others. */
  private final class Block {
    private final Placing placing = new Placing(fitted.space(), votes, Reading.OPINION);
    private final Placing.Gathered all = new Placing.Gathered();
    private final Placing.Gathered others = new Placing.Gathered();
    private final Placing.Gathered[] folds =
        IntStream.range(0, FOLDS)
            .mapToObj(_ -> new Placing.Gathered())
            .toArray(Placing.Gathered[]::new);
    private final Messages[] messages =
        IntStream.range(0, FOLDS)
            .mapToObj(_ -> new Messages(Lanes.COUNT, mixture.dimensions()))
            .toArray(Messages[]::new);
    private final Messages.Writer[] writers =
        IntStream.range(0, FOLDS)
            .mapToObj(fold -> messages[fold].new Writer())
            .toArray(Messages.Writer[]::new);
    private final Belonging[] belonging =
        IntStream.range(0, FOLDS)
            .mapToObj(fold -> new Belonging(messages[fold], mixture))
            .toArray(Belonging[]::new);

    void count(int from, int lanes, GroupVotes into) {
      for (int lane = 0; lane < lanes; lane++) {
        place(search.people()[from + lane], lane);
      }
      for (Belonging fold : belonging) {
        fold.of(0);
      }
      int[] groups = new int[FOLDS];
      for (int lane = 0; lane < lanes; lane++) {
        for (int fold = 0; fold < FOLDS; fold++) {
          groups[fold] = belonging[fold].likeliest(lane);
        }
        int person = search.people()[from + lane];
        int fold = 0;
        for (int entry = votes.start(person); entry < votes.end(person); entry++) {
          int statement = votes.statement(entry);
          while (statement >= end(fold)) {
            fold++;
          }
          into.add(groups[fold], statement, votes.code(entry));
        }
      }
    }

    private void place(int person, int lane) {
      placing.beginAt(fitted.places(), person);
      placing.read(person);
      placing.weigh();
      all.clear();
      int from = 0;
      for (int fold = 0; fold < FOLDS; fold++) {
        int to = from;
        while (to < placing.size && placing.statements[to] < end(fold)) {
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
