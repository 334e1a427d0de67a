package nl.onderstroom.engine.landscape;

import java.util.List;

/**
 * Fits an {@link OpinionSpace} and everybody's place in it, by variational Bayes: place the people,
 * sum, estimate the statements, turn, and again. Begins with few people and takes more as it goes;
 * the last steps are on everybody.
 */
final class SpaceFit {
  /** Votes in the first step at least; each next one takes four times as many. */
  private static final long FIRST_VOTES = 60_000;

  /**
   * And so many for each statement: with fewer, directions of opinion that are real look like
   * noise, are shrunk away, and come back only slowly.
   */
  private static final long FIRST_VOTES_PER_STATEMENT = 300;

  private static final int LATER_SWEEPS = 2;
  private static final double TOLERANCE = 1e-3;

  /** Sums of a block are worth their own zeroing and merging when so many votes are in it. */
  private static final int BLOCK_VOTES = 400_000;

  private final Votes votes;
  private final Reading reading;
  private final Workers workers;
  private final StatementFit statements;
  private final Places places;
  private OpinionSpace space;
  private StatementSums sums;

  private SpaceFit(Votes votes, Reading reading, int dimensions, Workers workers) {
    this.votes = votes;
    this.reading = reading;
    this.workers = workers;
    statements = new StatementFit(dimensions);
    places = new Places(votes.people(), dimensions);
    int first = votes.peopleWithin(firstVotes(votes));
    space = new SpaceStart(votes, reading, first, dimensions, workers).space();
    sums = new StatementSums(votes.statements(), dimensions);
  }

  private SpaceFit(Votes votes, Reading reading, Fitted earlier, Workers workers) {
    this.votes = votes;
    this.reading = reading;
    this.workers = workers;
    space = earlier.space();
    statements = new StatementFit(space.dimensions());
    statements.spreadsOf(space);
    places = earlier.places().copy();
    sums = new StatementSums(votes.statements(), space.dimensions());
  }

  /**
   * @param places of everybody, in the coordinates of {@code space}
   */
  record Fitted(OpinionSpace space, Places places) {
    /** With room for who and what is new in these votes. */
    Fitted wider(Votes votes) {
      OpinionSpace wider = StatementFit.like(space).wider(space, votes.statements());
      return new Fitted(wider, places.copy(votes.people()));
    }
  }

  static Fitted fit(Votes votes, Reading reading, int dimensions, Effort effort, Workers workers) {
    SpaceFit fit = new SpaceFit(votes, reading, dimensions, workers);
    fit.run(effort);
    return new Fitted(fit.space, fit.places);
  }

  /** From an earlier fit on, of the same people and statements and almost the same votes. */
  static Fitted refit(Votes votes, Reading reading, Fitted earlier, int sweeps, Workers workers) {
    SpaceFit fit = new SpaceFit(votes, reading, earlier, workers);
    fit.sweep(votes.people(), sweeps);
    fit.each(votes.people(), fit::placeOnly);
    return new Fitted(fit.space, fit.places);
  }

  /** The places of the same people, by other votes in the same space. */
  static Places places(Votes votes, Reading reading, Fitted fitted, Workers workers) {
    SpaceFit fit = new SpaceFit(votes, reading, fitted, workers);
    fit.each(votes.people(), fit::placeOnly);
    return fit.places;
  }

  private static long firstVotes(Votes votes) {
    return Math.max(FIRST_VOTES, FIRST_VOTES_PER_STATEMENT * votes.statements());
  }

  private void run(Effort effort) {
    long budget = firstVotes(votes);
    int people = votes.peopleWithin(budget);
    int sweeps = effort.firstSweeps();
    while (people < votes.people()) {
      sweep(people, sweeps);
      budget *= 4;
      people = votes.peopleWithin(budget);
      sweeps = LATER_SWEEPS;
    }
    long affordable = effort.lastWork() / Math.max(1, votes.size());
    sweep(votes.people(), (int) Math.max(1, Math.min(effort.lastSweeps(), affordable)));
    each(votes.people(), this::placeOnly);
  }

  private void sweep(int people, int most) {
    double[] before = new double[space.dimensions()];
    for (int sweep = 0; sweep < most; sweep++) {
      sums = each(people, this::place).stream().reduce(StatementSums::merge).orElseThrow();
      space = statements.fit(sums, votes.statements());
      if (space.dimensions() == 0) {
        continue;
      }
      Turn turn = Turn.whitening(sums, space);
      space = turn.of(space);
      statements.spreadsOf(space);
      each(people, (from, to) -> turned(turn, from, to));
      if (settled(before)) {
        return;
      }
    }
  }

  private boolean settled(double[] before) {
    double change = 0;
    for (int d = 0; d < before.length; d++) {
      change = Math.max(change, Math.abs(statements.spread(d) / before[d] - 1));
      before[d] = statements.spread(d);
    }
    return change < TOLERANCE;
  }

  /** A task on some people. */
  private interface OnPeople<T> {
    T on(int from, int to);
  }

  private <T> List<T> each(int people, OnPeople<T> task) {
    int blocks = Math.min(people, workers.threads() + votes.end(people - 1) / BLOCK_VOTES);
    return workers.all(
        blocks,
        block ->
            task.on(
                (int) ((long) people * block / blocks),
                (int) ((long) people * (block + 1) / blocks)));
  }

  private StatementSums place(int from, int to) {
    Placing placing = new Placing(space, votes, reading);
    StatementSums.Adding adding = new StatementSums.Adding(votes.statements(), space.dimensions());
    for (int person = from; person < to; person++) {
      place(placing, person);
      adding.add(placing);
    }
    return adding.sums();
  }

  private boolean placeOnly(int from, int to) {
    Placing placing = new Placing(space, votes, reading);
    for (int person = from; person < to; person++) {
      place(placing, person);
    }
    return true;
  }

  private void place(Placing placing, int person) {
    boolean placed = places.placed(person);
    if (placed) {
      placing.beginAt(places, person);
    } else {
      placing.beginAnywhere();
    }
    placing.place(person, placed ? 1 : 2);
    places.write(person, placing.mean, placing.covariance);
  }

  private boolean turned(Turn turn, int from, int to) {
    turn.apply(places, from, to);
    return true;
  }
}
