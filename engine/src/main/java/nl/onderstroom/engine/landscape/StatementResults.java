package nl.onderstroom.engine.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.onderstroom.engine.landscape.StatementResult.GroupAgreement;
import nl.onderstroom.engine.landscape.StatementResult.Role;
import nl.onderstroom.engine.measure.FalseDiscovery;
import nl.onderstroom.engine.measure.Interval;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/** What the votes on each statement say, group by group. */
final class StatementResults {
  /** With fewer voters a statement is said to have been answered by too few. */
  private static final int LEAST_VOTERS = 15;

  /** Weight of what all say in the share of a group, in votes. */
  private static final double SHRINKAGE = 4;

  /** So many people are compared with each other for divisiveness. */
  private static final int COMPARED = 256;

  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  private final Votes votes;
  private final SpaceFit.Fitted fitted;
  private final GroupVotes shown;
  private final GroupVotes totals;
  private final double[] differing;
  private final double[] priorities;
  private final double[][] distances;

  /** Of each statement, how likely so large majorities for, and against, are by chance. */
  private final double[] majorities;

  private final double[] uniting;
  private final List<StatementResult> all;

  /**
   * @param totals of everybody, those in no group included
   * @param shown of each group
   * @param differing of each statement, the rate at which groups differ on it
   * @param priorities of each statement, how much it needs votes
   */
  StatementResults(
      Votes votes,
      SpaceFit.Fitted fitted,
      GroupVotes totals,
      GroupVotes shown,
      double[] differing,
      double[] priorities,
      Workers workers) {
    this(votes, fitted, totals, shown, differing, priorities, null, workers);
  }

  private StatementResults(
      Votes votes,
      SpaceFit.Fitted fitted,
      GroupVotes totals,
      GroupVotes shown,
      double[] differing,
      double[] priorities,
      @Nullable StatementResults earlier,
      Workers workers) {
    this.votes = votes;
    this.fitted = fitted;
    this.totals = totals;
    this.shown = shown;
    this.differing = differing;
    this.priorities = priorities;
    distances = distances();
    majorities = majorities(earlier);
    uniting = FalseDiscovery.rates(majorities);
    all = workers.all(votes.statements(), statement -> of(statement, earlier));
  }

  /**
   * The results after a change of votes. A statement that got no vote keeps its divisiveness, for
   * which many people would have to be looked at, and all keep their priorities, a new one having
   * that of the statement that needs votes most; the rest is as if made anew.
   */
  StatementResults with(
      Votes changed,
      SpaceFit.Fitted now,
      GroupVotes nowTotals,
      GroupVotes nowShown,
      double[] nowDiffering,
      Workers workers) {
    double[] kept = Arrays.copyOf(priorities, changed.statements());
    if (kept.length > priorities.length) {
      double most = Arrays.stream(priorities).max().orElse(1);
      Arrays.fill(kept, priorities.length, kept.length, most);
    }
    return new StatementResults(
        changed, now, nowTotals, nowShown, nowDiffering, kept, this, workers);
  }

  List<StatementResult> all() {
    return all;
  }

  private StatementResult of(int statement, @Nullable StatementResults earlier) {
    if (earlier == null || !totals.same(earlier.totals, statement)) {
      return of(statement, divisiveness(statement));
    }
    StatementResult old = earlier.all.get(statement);
    return shown.same(earlier.shown, statement)
        ? old.among(bridging(statement), role(statement))
        : of(statement, old.divisiveness());
  }

  private StatementResult of(int statement, double divisiveness) {
    int[] counts = totals.others(-1, statement);
    int least = leastAgreeing(statement);
    return new StatementResult(
        votes.statementId(statement),
        counts[2],
        counts[0],
        counts[1],
        shrunken(least, statement),
        agreement(least, statement),
        divisiveness,
        bridging(statement),
        priorities[statement],
        role(statement),
        byGroup(statement));
  }

  private double shrunken(int group, int statement) {
    int[] all = shown.others(-1, statement);
    double overall = (all[2] + 1.0) / (all[0] + all[1] + all[2] + 2.0);
    return (shown.count(group, statement, Vote.AGREE) + SHRINKAGE * overall)
        / (shown.n(group, statement) + SHRINKAGE);
  }

  private int leastAgreeing(int statement) {
    int least = 0;
    for (int group = 1; group < shown.groups(); group++) {
      least = shrunken(group, statement) < shrunken(least, statement) ? group : least;
    }
    return least;
  }

  private Interval agreement(int group, int statement) {
    return Interval.ofShare(shown.count(group, statement, Vote.AGREE), shown.n(group, statement));
  }

  private List<GroupAgreement> byGroup(int statement) {
    List<GroupAgreement> all = new ArrayList<>();
    for (int group = 0; group < shown.groups(); group++) {
      all.add(
          new GroupAgreement(
              group,
              shown.share(group, statement, Vote.AGREE),
              shown.share(group, statement, Vote.DISAGREE),
              agreement(group, statement),
              shown.n(group, statement)));
    }
    return all;
  }

  private Role role(int statement) {
    int[] counts = totals.others(-1, statement);
    if (counts[0] + counts[1] + counts[2] < LEAST_VOTERS) {
      return Role.TOO_FEW;
    }
    if (uniting[2 * statement] < Marking.RATE) {
      return Role.UNITES_FOR;
    }
    if (uniting[2 * statement + 1] < Marking.RATE) {
      return Role.UNITES_AGAINST;
    }
    if (!(differing[statement] < Marking.RATE)) {
      return Role.OPEN;
    }
    return opposed(statement) ? Role.DIVIDES : Role.DIFFERS;
  }

  private boolean opposed(int statement) {
    boolean against = false;
    boolean favour = false;
    for (int group = 0; group < shown.groups(); group++) {
      int balance =
          shown.count(group, statement, Vote.AGREE) - shown.count(group, statement, Vote.DISAGREE);
      favour |= balance > 0;
      against |= balance < 0;
    }
    return favour && against;
  }

  private double[] majorities(@Nullable StatementResults earlier) {
    double[] p = new double[2 * votes.statements()];
    for (int statement = 0; statement < votes.statements(); statement++) {
      if (earlier != null && shown.same(earlier.shown, statement)) {
        System.arraycopy(earlier.majorities, 2 * statement, p, 2 * statement, 2);
      } else {
        p[2 * statement] = majorityEverywhere(statement, Vote.AGREE);
        p[2 * statement + 1] = majorityEverywhere(statement, Vote.DISAGREE);
      }
    }
    return p;
  }

  /** One-sided: the least sure group decides, so the test of all together keeps its level. */
  private double majorityEverywhere(int statement, Vote vote) {
    double largest = 0;
    for (int group = 0; group < shown.groups(); group++) {
      double n = shown.n(group, statement);
      double z = n == 0 ? 0 : (shown.share(group, statement, vote) - 0.5) / Math.sqrt(0.25 / n);
      largest = Math.max(largest, z <= 0 ? 1 : STANDARD.survivalProbability(z));
    }
    return largest;
  }

  /** Gini's mean difference of the chance of agreeing, participant effect left out. */
  private double divisiveness(int statement) {
    int people = Math.min(COMPARED, votes.people());
    double[] chances = new double[people];
    for (int person = 0; person < people; person++) {
      double logit = fitted.space().intercept(statement);
      for (int d = 0; d < fitted.space().dimensions(); d++) {
        logit += fitted.space().loading(statement, d) * fitted.places().coordinate(person, d);
      }
      chances[person] = Logistic.of(logit);
    }
    Arrays.sort(chances);
    double sum = 0;
    for (int rank = 0; rank < people; rank++) {
      sum += (2.0 * rank - people + 1) * chances[rank];
    }
    return people < 2 ? 0 : Math.max(0, 2 * sum / ((double) people * (people - 1)));
  }

  /** Mean absolute difference in agreement between groups, over all statements. */
  private double[][] distances() {
    int groups = shown.groups();
    double[][] apart = new double[groups][groups];
    for (int statement = 0; statement < votes.statements(); statement++) {
      for (int one = 0; one < groups; one++) {
        for (int other = 0; other < one; other++) {
          apart[one][other] += Math.abs(shrunken(one, statement) - shrunken(other, statement));
        }
      }
    }
    return apart;
  }

  private double bridging(int statement) {
    double sum = 0;
    double weights = 0;
    for (int one = 0; one < shown.groups(); one++) {
      for (int other = 0; other < one; other++) {
        sum += distances[one][other] * shrunken(one, statement) * shrunken(other, statement);
        weights += distances[one][other];
      }
    }
    return weights == 0 ? 0 : sum / weights;
  }
}
