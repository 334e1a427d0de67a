package nl.onderstroom.engine.landscape;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Who is in which group, and how the groups voted.
 *
 * @param people who have votes enough to be put in a group
 * @param messages of {@code people}, in their order
 * @param tested the groups that are tested on a vote; null when there is one group
 * @param totals votes of everybody
 * @param shown votes of the groups
 * @param compared votes of the groups when the statement had no say in who is in them
 */
record Grouping(
    Mixture mixture,
    int[] people,
    Messages messages,
    Membership membership,
    @Nullable CrossFit tested,
    GroupVotes totals,
    GroupVotes shown,
    GroupVotes compared) {
  /**
   * @param search in which {@code mixture} was found
   */
  static Grouping of(
      Votes votes, SpaceFit.Fitted fitted, GroupSearch search, Mixture mixture, Workers workers) {
    Membership membership =
        Membership.of(search.messages(), mixture, search.people(), votes.people(), workers);
    int groups = mixture.groups();
    GroupVotes totals = GroupVotes.of(votes, Grouping::everybody, 1, workers);
    GroupVotes shown = GroupVotes.of(votes, membership, groups, workers);
    CrossFit tested =
        groups == 1 ? null : CrossFit.of(votes, fitted, search.people(), mixture, workers);
    GroupVotes compared = tested == null ? shown : GroupVotes.of(votes, tested, groups, workers);
    return new Grouping(
        mixture, search.people(), search.messages(), membership, tested, totals, shown, compared);
  }

  private static int everybody(int person, int statement) {
    return 0;
  }

  /**
   * The same groups after a change: whose votes changed are put in them again.
   *
   * @param fitted after the change, in the same coordinates
   * @param needed votes of somebody who is put in a group
   */
  Grouping with(Change change, SpaceFit.Fitted fitted, int needed) {
    Votes votes = change.after();
    int[] placed = placed(change, needed);
    int[] again = positions(placed, change, votes.people());
    int[] who = Arrays.stream(again).map(at -> placed[at]).toArray();
    Messages said = messages.with(fitted.places(), placed, again);
    Membership now = membership.with(said, mixture, placed, again, votes.people());
    GroupVotes nowShown = shown.with(change, membership, now);
    CrossFit nowTested = tested == null ? null : tested.with(votes, fitted, who, mixture);
    GroupVotes nowCompared =
        tested == null || nowTested == null ? nowShown : compared.with(change, tested, nowTested);
    return new Grouping(
        mixture,
        placed,
        said,
        now,
        nowTested,
        totals.with(change, Grouping::everybody, Grouping::everybody),
        nowShown,
        nowCompared);
  }

  /**
   * In which order groups that were found again have the numbers of these: for each number in turn
   * the one that has most of its people, of those left.
   */
  int[] numbersIn(GroupSearch search, int groups, Workers workers) {
    int[] labels = search.labels(groups, workers);
    int[][] common = new int[mixture.groups()][groups];
    for (int person = 0; person < membership.groups().length; person++) {
      if (membership.groups()[person] >= 0 && labels[person] >= 0) {
        common[membership.groups()[person]][labels[person]]++;
      }
    }
    int[] order = new int[groups];
    boolean[] taken = new boolean[groups];
    for (int number = 0; number < groups; number++) {
      int best = -1;
      for (int found = 0; found < groups; found++) {
        boolean more = best < 0 || common[number][found] > common[number][best];
        best = !taken[found] && more ? found : best;
      }
      taken[best] = true;
      order[number] = best;
    }
    return order;
  }

  /** Those who have votes enough only now come last. */
  private int[] placed(Change change, int needed) {
    int[] more =
        Arrays.stream(change.people())
            .filter(person ->
                change.after().size(person) >= needed
                    && (person >= change.before().people() || membership.groups()[person] < 0))
            .toArray();
    int[] all = Arrays.copyOf(people, people.length + more.length);
    System.arraycopy(more, 0, all, people.length, more.length);
    return all;
  }

  /** Where those who changed and are put in a group stand among {@code placed}, ascending. */
  private static int[] positions(int[] placed, Change change, int everybody) {
    int[] position = new int[everybody];
    Arrays.fill(position, -1);
    for (int at = 0; at < placed.length; at++) {
      position[placed[at]] = at;
    }
    return Arrays.stream(change.people())
        .map(person -> position[person])
        .filter(at -> at >= 0)
        .sorted()
        .toArray();
  }
}
