package nl.onderstroom.engine.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import nl.onderstroom.engine.landscape.OpinionGroup.Mark;
import nl.onderstroom.engine.measure.FalseDiscovery;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Which statements mark each group, and on which the groups differ: tests on {@link CrossFit}
 * counts, at a false discovery rate of 5% over all of them. The shares that are shown are those of
 * the groups as they are.
 */
final class Marking {
  static final double RATE = 0.05;

  /** A test of fewer voters on one side says nothing. */
  private static final int LEAST_VOTERS = 5;

  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  private static final List<Vote> VOTES = List.of(Vote.AGREE, Vote.DISAGREE);

  private final Votes votes;
  private final boolean supported;
  private final GroupVotes shown;
  private final GroupVotes tested;

  /** How far a group stands out, of each group, statement and vote; NaN when it is not tested. */
  private final double[] z;

  /** Of the same, the chance that it stands out so far by chance. */
  private final double[] standsOut;

  /** Of each statement, the chance that groups differ so much on it by chance. */
  private final double[] differs;

  /**
   * @param supported whether the groups are better than one and are found again. Otherwise nothing
   *     is tested: the directions of groups in noise are made of the very votes that would be, also
   *     when people are placed by the others.
   */
  Marking(Votes votes, GroupVotes shown, GroupVotes tested, boolean supported) {
    this(votes, shown, tested, supported, null);
  }

  private Marking(
      Votes votes,
      GroupVotes shown,
      GroupVotes tested,
      boolean supported,
      @Nullable Marking earlier) {
    this.votes = votes;
    this.supported = supported;
    this.shown = shown;
    this.tested = tested;
    int statements = votes.statements();
    z = new double[tested.groups() * statements * VOTES.size()];
    standsOut = new double[z.length];
    differs = new double[statements];
    if (!supported) {
      Arrays.fill(z, Double.NaN);
      Arrays.fill(standsOut, Double.NaN);
      Arrays.fill(differs, Double.NaN);
      return;
    }
    for (int statement = 0; statement < statements; statement++) {
      if (earlier != null && tested.same(earlier.tested, statement)) {
        copy(earlier, statement);
      } else {
        test(statement);
      }
    }
  }

  /** The same tests after a change of votes; done again only where what is counted changed. */
  Marking with(Votes changed, GroupVotes nowShown, GroupVotes nowTested) {
    return new Marking(changed, nowShown, nowTested, supported, this);
  }

  private void test(int statement) {
    differs[statement] = differs(statement);
    for (int group = 0; group < tested.groups(); group++) {
      for (int vote = 0; vote < VOTES.size(); vote++) {
        int at = at(group, statement, vote);
        z[at] = z(group, statement, VOTES.get(vote));
        standsOut[at] =
            z[at] > 0 ? STANDARD.survivalProbability(z[at]) : Double.isNaN(z[at]) ? Double.NaN : 1;
      }
    }
  }

  private void copy(Marking earlier, int statement) {
    differs[statement] = earlier.differs[statement];
    for (int group = 0; group < tested.groups(); group++) {
      int from = earlier.at(group, statement, 0);
      int to = at(group, statement, 0);
      System.arraycopy(earlier.z, from, z, to, VOTES.size());
      System.arraycopy(earlier.standsOut, from, standsOut, to, VOTES.size());
    }
  }

  private int at(int group, int statement, int vote) {
    return (group * votes.statements() + statement) * VOTES.size() + vote;
  }

  /** The marks of each group, the clearest first. */
  List<List<Mark>> marks() {
    double[] rates = FalseDiscovery.rates(standsOut);
    List<List<Mark>> marks = new ArrayList<>();
    for (int group = 0; group < tested.groups(); group++) {
      marks.add(marksOf(group, rates));
    }
    return List.copyOf(marks);
  }

  private List<Mark> marksOf(int group, double[] rates) {
    return IntStream.range(at(group, 0, 0), at(group + 1, 0, 0))
        .filter(at -> rates[at] < RATE)
        .boxed()
        .sorted(Comparator.comparingDouble(at -> -z[at]))
        .map(at -> mark(group, at, rates[at]))
        .filter(mark -> mark.share() > mark.elsewhere())
        .toList();
  }

  private Mark mark(int group, int at, double rate) {
    int statement = at / VOTES.size() % votes.statements();
    Vote vote = VOTES.get(at % VOTES.size());
    int[] others = shown.others(group, statement);
    int elsewhere = others[0] + others[1] + others[2];
    return new Mark(
        votes.statementId(statement),
        vote,
        shown.share(group, statement, vote),
        elsewhere == 0 ? 0 : (double) others[vote.number() + 1] / elsewhere,
        shown.n(group, statement),
        rate);
  }

  /** Two shares compared, pooled; NaN when there is too little of either. */
  private double z(int group, int statement, Vote vote) {
    int[] others = tested.others(group, statement);
    double n = tested.n(group, statement);
    double m = others[0] + others[1] + others[2];
    if (n < LEAST_VOTERS || m < LEAST_VOTERS) {
      return Double.NaN;
    }
    double here = tested.count(group, statement, vote);
    double there = others[vote.number() + 1];
    double pooled = (here + there) / (n + m);
    double variance = pooled * (1 - pooled) * (1 / n + 1 / m);
    return variance == 0 ? Double.NaN : (here / n - there / m) / Math.sqrt(variance);
  }

  /** Of each statement the rate at which the groups differ on it, in agreeing or not. */
  double[] differing() {
    return FalseDiscovery.rates(differs);
  }

  private double differs(int statement) {
    int[] all = tested.others(-1, statement);
    double n = all[0] + all[1] + all[2];
    double agree = all[2] / n;
    double sum = 0;
    int groups = 0;
    for (int group = 0; group < tested.groups(); group++) {
      int own = tested.n(group, statement);
      if (own >= LEAST_VOTERS) {
        double apart = tested.count(group, statement, Vote.AGREE) - own * agree;
        sum += apart * apart / (own * agree * (1 - agree));
        groups++;
      }
    }
    return groups < 2 || agree <= 0 || agree >= 1 || n == 0
        ? Double.NaN
        : ChiSquaredDistribution.of(groups - 1).survivalProbability(sum);
  }
}
