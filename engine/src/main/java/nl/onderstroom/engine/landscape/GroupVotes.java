package nl.onderstroom.engine.landscape;

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

  /** Of people in these groups; a negative group does not count. */
  static GroupVotes of(Votes votes, int[] labels, int groups, Workers workers) {
    List<Range> ranges = Range.of(votes.people(), Math.min(votes.people(), workers.threads()));
    return workers.all(ranges.size(), at -> of(votes, labels, groups, ranges.get(at))).stream()
        .reduce(GroupVotes::merge)
        .orElseThrow();
  }

  private static GroupVotes of(Votes votes, int[] labels, int groups, Range range) {
    GroupVotes all = new GroupVotes(groups, votes.statements());
    for (int person = range.from(); person < range.to(); person++) {
      if (labels[person] >= 0) {
        for (int entry = votes.start(person); entry < votes.end(person); entry++) {
          all.add(labels[person], votes.statement(entry), votes.code(entry));
        }
      }
    }
    return all;
  }

  void add(int group, int statement, int code) {
    counts[cell(group, statement) + code]++;
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
