package nl.onderstroom.engine.landscape;

/**
 * How each group voted on each statement: counts, which merge by adding.
 *
 * @param counts of each group, statement and vote code (0 disagree, 1 pass, 2 agree)
 */
record GroupVotes(int[][][] counts) {
  GroupVotes(int groups, int statements) {
    this(new int[groups][statements][3]);
  }

  /** Of people in these groups; a negative group does not count. */
  static GroupVotes of(Votes votes, int[] labels, int groups) {
    GroupVotes all = new GroupVotes(groups, votes.statements());
    for (int person = 0; person < votes.people(); person++) {
      if (labels[person] >= 0) {
        for (int entry = votes.start(person); entry < votes.end(person); entry++) {
          all.counts[labels[person]][votes.statement(entry)][votes.code(entry)]++;
        }
      }
    }
    return all;
  }

  int groups() {
    return counts.length;
  }

  int n(int group, int statement) {
    int[] cell = counts[group][statement];
    return cell[0] + cell[1] + cell[2];
  }

  int count(int group, int statement, Vote vote) {
    return counts[group][statement][vote.number() + 1];
  }

  double share(int group, int statement, Vote vote) {
    int n = n(group, statement);
    return n == 0 ? 0 : (double) count(group, statement, vote) / n;
  }

  /** Over all groups but one; −1 for all groups. */
  int[] others(int group, int statement) {
    int[] sum = new int[3];
    for (int other = 0; other < groups(); other++) {
      for (int code = 0; other != group && code < 3; code++) {
        sum[code] += counts[other][statement][code];
      }
    }
    return sum;
  }
}
