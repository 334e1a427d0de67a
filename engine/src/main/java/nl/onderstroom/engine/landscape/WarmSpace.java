package nl.onderstroom.engine.landscape;

import java.util.List;

/**
 * A fitted {@link OpinionSpace} that takes changed votes without looking at the others.
 *
 * <p>Statements are estimated from sums over people. What one person adds to them is a function of
 * three things: the space as it was after the last sweep, in which votes are weighed; where the
 * person was last placed; and their votes. As the sums are of whole numbers, what somebody added
 * can be taken away again to the last bit and what they add now put in its place: the sums are
 * always what they would be if made from scratch. Somebody whose votes changed is placed anew, then
 * all statements are estimated anew; who did not vote stays put. The coordinates do not turn.
 *
 * <p>A step is O(votes of the people who changed · dimensions² + statements · dimensions³ +
 * people).
 */
final class WarmSpace {
  /** How often somebody whose votes changed is placed. */
  private static final int TIMES = 3;

  /** As it was after the last sweep: what is expected of statements. */
  private final OpinionSpace swept;

  /** The same with the statements that are new since: where votes are weighed. */
  private final OpinionSpace weighing;

  private final SpaceFit.Fitted fitted;
  private final StatementSums sums;

  private WarmSpace(
      OpinionSpace swept, OpinionSpace weighing, SpaceFit.Fitted fitted, StatementSums sums) {
    this.swept = swept;
    this.weighing = weighing;
    this.fitted = fitted;
    this.sums = sums;
  }

  /** O(votes · dimensions²). */
  static WarmSpace of(Votes votes, SpaceFit.Fitted fitted, Workers workers) {
    OpinionSpace space = fitted.space();
    StatementSums sums = sums(votes, space, fitted.places(), workers);
    return new WarmSpace(space, space, fitted, sums);
  }

  private static StatementSums sums(
      Votes votes, OpinionSpace weighing, Places places, Workers workers) {
    List<Range> ranges = Range.of(votes.people(), Math.min(votes.people(), workers.threads()));
    return workers
        .all(
            ranges.size(),
            at -> {
              Adding adding = new Adding(votes, weighing);
              for (int person = ranges.get(at).from(); person < ranges.get(at).to(); person++) {
                adding.add(places, person);
              }
              return adding.sums.sums();
            })
        .stream()
        .reduce(StatementSums::merge)
        .orElseThrow();
  }

  /** What people add, by their votes and places. */
  private static final class Adding {
    private final Placing placing;
    private final StatementSums.Adding sums;

    Adding(Votes votes, OpinionSpace weighing) {
      placing = new Placing(weighing, votes, Reading.OPINION);
      sums = new StatementSums.Adding(weighing.statements(), weighing.dimensions());
    }

    void add(Places places, int person) {
      weigh(places, person);
      sums.add(placing);
    }

    void remove(Places places, int person) {
      weigh(places, person);
      sums.remove(placing);
    }

    private void weigh(Places places, int person) {
      placing.beginAt(places, person);
      placing.read(person);
      placing.weigh();
    }
  }

  SpaceFit.Fitted fitted() {
    return fitted;
  }

  StatementSums sums() {
    return sums;
  }

  /** The space after these votes, which are those of this one changed. */
  WarmSpace with(Change change) {
    int statements = change.after().statements();
    StatementFit fit = StatementFit.like(swept);
    OpinionSpace weigher = fit.wider(weighing, statements);
    OpinionSpace known = fit.wider(fitted.space(), statements);
    Places places = fitted.places().copy(change.after().people());
    Placing placing = new Placing(known, change.after(), Reading.OPINION);
    Adding old = new Adding(change.before(), weigher);
    Adding now = new Adding(change.after(), weigher);
    for (int person : change.people()) {
      if (places.placed(person)) {
        old.remove(places, person);
        placing.beginAt(places, person);
      } else {
        placing.beginAnywhere();
      }
      placing.place(person, TIMES);
      places.write(person, placing.mean, placing.covariance);
      now.add(places, person);
    }
    StatementSums all = sums.wider(statements);
    all.take(old.sums.sums());
    all.take(now.sums.sums());
    OpinionSpace space = fit.fit(all, statements);
    return new WarmSpace(swept, weigher, new SpaceFit.Fitted(space, places), all);
  }
}
