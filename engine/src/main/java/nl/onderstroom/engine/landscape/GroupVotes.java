package nl.onderstroom.engine.landscape;

import java.util.Arrays;
import java.util.List;

/** How each group voted on each statement: counts, which merge by adding. */
final class GroupVotes {
  private final int groups;
  private final int statements;

  /** Three for each group and statement: disagree, pass, agree. */
  private final int[] counts;

  GroupVotes(int groups, int statements) {
    this.groups = groups;
    this.statements = statements;
    counts = new int[groups * statements * 3];
  }

  /** In which group a vote counts. */
  interface Labels {
    /** Negative for none. */
    int group(int person, int statement);
  }

  static GroupVotes of(Votes votes, Labels labels, int groups, Workers workers) {
    List<Range> ranges = Range.of(votes.people(), Math.min(votes.people(), workers.threads()));
    return workers
        .all(
            ranges.size(),
            at -> {
              GroupVotes all = new GroupVotes(groups, votes.statements());
              for (int person = ranges.get(at).from(); person < ranges.get(at).to(); person++) {
                all.add(votes, labels, person, 1);
              }
              return all;
            })
        .stream()
        .reduce(GroupVotes::merge)
        .orElseThrow();
  }

  /** The same after a change: the old votes of who changed taken away, their new ones added. */
  GroupVotes with(Change change, Labels before, Labels after) {
    GroupVotes all = wider(change.after().statements());
    for (int person : change.people()) {
      if (person < change.before().people()) {
        all.add(change.before(), before, person, -1);
      }
      all.add(change.after(), after, person, 1);
    }
    return all;
  }

  private GroupVotes wider(int more) {
    GroupVotes wider = new GroupVotes(groups, more);
    for (int group = 0; group < groups; group++) {
      System.arraycopy(counts, cell(group, 0), wider.counts, wider.cell(group, 0), statements * 3);
    }
    return wider;
  }

  private void add(Votes votes, Labels labels, int person, int times) {
    for (int entry = votes.start(person); entry < votes.end(person); entry++) {
      int statement = votes.statement(entry);
      int group = labels.group(person, statement);
      if (group >= 0) {
        counts[cell(group, statement) + votes.code(entry)] += times;
      }
    }
  }

  /** Whether another counts the same on a statement; false when it does not know the statement. */
  boolean same(GroupVotes other, int statement) {
    boolean same = statement < other.statements;
    for (int group = 0; same && group < groups; group++) {
      int here = cell(group, statement);
      int there = other.cell(group, statement);
      same = Arrays.equals(counts, here, here + 3, other.counts, there, there + 3);
    }
    return same;
  }

  /** The counts of both together. */
  GroupVotes merge(GroupVotes other) {
    if (other.groups != groups || other.statements != statements) {
      throw new IllegalArgumentException("counts of other groups or statements do not merge");
    }
    GroupVotes both = new GroupVotes(groups, statements);
    for (int at = 0; at < counts.length; at++) {
      both.counts[at] = counts[at] + other.counts[at];
    }
    return both;
  }

  private int cell(int group, int statement) {
    return (group * statements + statement) * 3;
  }

  int groups() {
    return groups;
  }

  int n(int group, int statement) {
    int cell = cell(group, statement);
    return counts[cell] + counts[cell + 1] + counts[cell + 2];
  }

  int count(int group, int statement, Vote vote) {
    return counts[cell(group, statement) + vote.number() + 1];
  }

  double share(int group, int statement, Vote vote) {
    int n = n(group, statement);
    return n == 0 ? 0 : (double) count(group, statement, vote) / n;
  }

  /** Over all groups but one; −1 for all groups. */
  int[] others(int group, int statement) {
    int[] sum = new int[3];
    for (int other = 0; other < groups; other++) {
      for (int code = 0; other != group && code < 3; code++) {
        sum[code] += counts[cell(other, statement) + code];
      }
    }
    return sum;
  }
}
