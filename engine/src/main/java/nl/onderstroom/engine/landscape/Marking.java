package nl.onderstroom.engine.landscape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.onderstroom.engine.landscape.OpinionGroup.Mark;
import nl.onderstroom.engine.measure.FalseDiscovery;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

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
  private final GroupVotes shown;
  private final GroupVotes tested;

  Marking(Votes votes, GroupVotes shown, GroupVotes tested) {
    this.votes = votes;
    this.shown = shown;
    this.tested = tested;
  }

  private record Candidate(int group, int statement, Vote vote, double z) {}

  /** The marks of each group, the clearest first. */
  List<List<Mark>> marks() {
    List<Candidate> candidates = new ArrayList<>();
    for (int group = 0; group < tested.groups(); group++) {
      for (int statement = 0; statement < votes.statements(); statement++) {
        for (Vote vote : VOTES) {
          double z = z(group, statement, vote);
          if (!Double.isNaN(z)) {
            candidates.add(new Candidate(group, statement, vote, z));
          }
        }
      }
    }
    double[] rates =
        FalseDiscovery.rates(
            candidates.stream()
                .mapToDouble(one -> one.z() > 0 ? STANDARD.survivalProbability(one.z()) : 1)
                .toArray());
    List<List<Mark>> marks = new ArrayList<>();
    for (int group = 0; group < tested.groups(); group++) {
      marks.add(marksOf(group, candidates, rates));
    }
    return List.copyOf(marks);
  }

  private List<Mark> marksOf(int group, List<Candidate> candidates, double[] rates) {
    List<Integer> found = new ArrayList<>();
    for (int at = 0; at < rates.length; at++) {
      if (candidates.get(at).group() == group && rates[at] < RATE) {
        found.add(at);
      }
    }
    found.sort(
        Comparator.comparingDouble((Integer at) -> -candidates.get(at).z())
            .thenComparing(Comparator.naturalOrder()));
    return found.stream()
        .map(at -> mark(candidates.get(at), rates[at]))
        .filter(mark -> mark.share() > mark.elsewhere())
        .toList();
  }

  private Mark mark(Candidate candidate, double rate) {
    int[] others = shown.others(candidate.group(), candidate.statement());
    int elsewhere = others[0] + others[1] + others[2];
    return new Mark(
        votes.statementId(candidate.statement()),
        candidate.vote(),
        shown.share(candidate.group(), candidate.statement(), candidate.vote()),
        elsewhere == 0 ? 0 : (double) others[candidate.vote().number() + 1] / elsewhere,
        shown.n(candidate.group(), candidate.statement()),
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
    double[] p = new double[votes.statements()];
    for (int statement = 0; statement < p.length; statement++) {
      p[statement] = differs(statement);
    }
    return FalseDiscovery.rates(p);
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
