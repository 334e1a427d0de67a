package nl.onderstroom.engine.landscape;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link Landscape} of votes, and predicts votes from it. The same votes and options give
 * the same landscape to the last bit, in whatever order they came and with however many threads.
 * Never changes: new votes make a new one ({@link #with}).
 */
public final class LandscapeFit {
  /** Of the opinion space, when enough votes changed to place everybody again. */
  private static final int SWEEPS = 6;

  private final Votes votes;
  private final LandscapeOptions options;
  private final Index index;
  private final SpaceFit.Fitted fitted;
  private final GroupChoice choice;
  private final Findings findings;
  private final Drift drift;
  private final Landscape landscape;
  private @Nullable WarmSpace warm;
  private SpaceFit.@Nullable Fitted passing;
  private @Nullable NextStatement nextStatement;

  private LandscapeFit(
      Votes votes,
      LandscapeOptions options,
      Index index,
      SpaceFit.Fitted fitted,
      GroupChoice choice,
      Findings findings,
      Drift drift) {
    this.votes = votes;
    this.options = options;
    this.index = index;
    this.fitted = fitted;
    this.choice = choice;
    this.findings = findings;
    this.drift = drift;
    landscape = findings.landscape(choice);
  }

  /**
   * The landscape of these votes.
   *
   * @throws IllegalArgumentException when there is no vote at all
   */
  public static LandscapeFit of(Votes votes, LandscapeOptions options) {
    if (votes.size() == 0) {
      throw new IllegalArgumentException("no votes; expected at least one");
    }
    try (Workers workers = new Workers(options.threads())) {
      Effort effort = effort(options);
      int dimensions = StatementTable.MOST_DIMENSIONS;
      SpaceFit.Fitted fitted = SpaceFit.fit(votes, Reading.OPINION, dimensions, effort, workers);
      GroupSearch search =
          search(
              votes,
              fitted,
              options,
              options.groups().orElse(1),
              LandscapeOptions.MOST_GROUPS,
              workers);
      Replicates replicates = Replicates.of(votes, fitted, search, options, workers);
      GroupChoice choice = GroupChoice.of(search, replicates, options);
      Mixture mixture = search.mixture(choice.groups()).largestFirst();
      Grouping grouping = Grouping.of(votes, fitted, search, mixture, workers);
      Findings findings = Findings.of(votes, fitted, grouping, choice.supported(), workers);
      return new LandscapeFit(
          votes, options, Index.of(votes), fitted, choice, findings, Drift.none(votes));
    }
  }

  private static Effort effort(LandscapeOptions options) {
    return options.replicates() == 0 ? Effort.QUICK : Effort.SETTLED;
  }

  private static GroupSearch search(
      Votes votes,
      SpaceFit.Fitted fitted,
      LandscapeOptions options,
      int least,
      int most,
      Workers workers) {
    return GroupSearch.in(
        votes, fitted.places(), options.leastVotes(), least, most, effort(options), workers);
  }

  public Landscape landscape() {
    return landscape;
  }

  /**
   * This landscape with some more votes: warm, from where it stands. The votes may be of people who
   * voted before or not, on statements that were there or not, and may change votes that were cast;
   * of more votes of a person on a statement the last one counts. Votes that say what was said
   * before change nothing, and when all do so the answer is this landscape itself.
   *
   * <p><b>What is done.</b> Who voted is placed and put in a group again, and all statements are
   * estimated again; others and the groups stay where they are, their numbers too. When more than
   * 1% of the votes have changed in that way, everybody is placed again and as many groups are
   * found again, which get the numbers of those whose people they have. When more than 10% have
   * changed, everything is looked at as in {@link #of}: the answer is then the very one of a look
   * at all votes, numbers included. The number of groups, the evidence for it and the confidence
   * are those of the last such look.
   *
   * <p><b>How near.</b> Counts of votes are exact. To a look at all votes, with replicates:
   * adjusted Rand index of the groups at least .95, chances of membership .01 apart on average,
   * chances of agreeing .01 (root mean square), shares of groups .03, consensus .05. That was so in
   * 53 of 54 trials other than those it was set on. It is no guarantee: without replicates two
   * looks one vote apart already differ more.
   *
   * <p><b>The same to the last bit</b> for the same earlier landscapes and batches, with any number
   * of threads; not for the same votes by another way. People and statements that are new come
   * after those that were there.
   *
   * <p><b>Cost.</b> O(votes) to copy them, four bytes each, O(people + statements) for the rest,
   * and for each person of the batch a few sweeps over their votes; the first call after a look or
   * a sweep also sums all votes once. Decision 0009 has what was measured.
   */
  public LandscapeFit with(List<NewVote> batch) {
    Change change = Change.of(votes, index, batch);
    if (change.size() == 0) {
      return this;
    }
    Drift now = drift.plus(change);
    // With few statements a new one may change who has votes enough to be put in a group.
    boolean few = votes.statements() < options.leastVotes();
    if (now.wantsLook() || few) {
      return of(change.after().canonical(), options);
    }
    return now.wantsSweep() ? swept(change, now) : touched(change, now);
  }

  /** Whose votes changed is placed and put in a group again. */
  private LandscapeFit touched(Change change, Drift now) {
    WarmSpace warmer = warm().with(change);
    try (Workers alone = new Workers(1)) {
      Findings found = findings.with(change, warmer.fitted(), options.leastVotes(), alone);
      LandscapeFit fit =
          new LandscapeFit(
              change.after(),
              options,
              index.with(change.after()),
              warmer.fitted(),
              choice,
              found,
              now);
      fit.warm = warmer;
      return fit;
    }
  }

  /** Everybody is placed, and as many groups as before are found, again. */
  private LandscapeFit swept(Change change, Drift now) {
    Votes after = change.after();
    try (Workers workers = new Workers(options.threads())) {
      SpaceFit.Fitted again =
          SpaceFit.refit(after, Reading.OPINION, fitted.wider(after), SWEEPS, workers);
      int groups = choice.groups();
      GroupSearch search = search(after, again, options, groups, groups, workers);
      Mixture mixture =
          search.mixture(groups).inOrder(findings.grouping().numbersIn(search, groups, workers));
      Grouping grouping = Grouping.of(after, again, search, mixture, workers);
      Findings found = Findings.of(after, again, grouping, choice.supported(), workers);
      return new LandscapeFit(
          after, options, index.with(after), again, choice, found, now.afterSweep(after));
    }
  }

  /** What a first change needs; made when it is first asked for. */
  private synchronized WarmSpace warm() {
    if (warm == null) {
      try (Workers workers = new Workers(options.threads())) {
        warm = WarmSpace.of(votes, fitted, workers);
      }
    }
    return warm;
  }

  /** How somebody would vote; of a person or a statement that nobody knows, what is usual. */
  public Prediction predict(String personId, String statementId) {
    OptionalInt person = index.findPerson(personId);
    OptionalInt statement = index.findStatement(statementId);
    double agrees = chance(fitted, person, statement);
    double passes = chance(passing(), person, statement);
    return new Prediction((1 - passes) * agrees, (1 - passes) * (1 - agrees), passes);
  }

  /** Which statement to ask somebody about next; made when it is first asked for. */
  public synchronized NextStatement nextStatement() {
    if (nextStatement == null) {
      nextStatement = new NextStatement(votes, fitted.space(), findings.grouping().totals());
    }
    return nextStatement;
  }

  /** Who passes on what; made when it is first asked for. */
  private synchronized SpaceFit.Fitted passing() {
    if (passing == null) {
      try (Workers workers = new Workers(options.threads())) {
        passing = SpaceFit.fit(votes, Reading.PASSING, 0, Effort.QUICK, workers);
      }
    }
    return passing;
  }

  /** The chance of yes, averaged over statements when it is not known which. */
  private double chance(SpaceFit.Fitted fit, OptionalInt person, OptionalInt statement) {
    double[] moments = fit.places().moments(person, fit.space().yeaSayingVariance());
    if (statement.isPresent()) {
      return fit.space().agreement(statement.getAsInt(), moments);
    }
    return IntStream.range(0, fit.space().statements())
        .mapToDouble(any -> fit.space().agreement(any, moments))
        .average()
        .orElse(0.5);
  }
}
