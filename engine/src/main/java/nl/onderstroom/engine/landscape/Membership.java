package nl.onderstroom.engine.landscape;

import java.util.Arrays;
import java.util.List;

/**
 * The likeliest group of everybody.
 *
 * @param groups of each person; −1 for who is in none
 * @param chances of belonging to that group; 0 for who is in none
 */
record Membership(int[] groups, double[] chances) implements GroupVotes.Labels {
  /**
   * @param messages of {@code people}, in their order
   * @param people who are put in a group
   * @param everybody how many people there are
   */
  static Membership of(
      Messages messages, Mixture mixture, int[] people, int everybody, Workers workers) {
    Membership membership = new Membership(new int[everybody], new double[everybody]);
    Arrays.fill(membership.groups, -1);
    List<Range> ranges = Range.of(people.length);
    workers.all(ranges.size(), at -> membership.fill(messages, mixture, people, ranges.get(at)));
    return membership;
  }

  /**
   * The same, some people looked at again; those who are new are in no group before that.
   *
   * @param people as above, those at the end included
   * @param again which of {@code people}
   */
  Membership with(Messages messages, Mixture mixture, int[] people, int[] again, int everybody) {
    Membership other =
        new Membership(Arrays.copyOf(groups, everybody), Arrays.copyOf(chances, everybody));
    Arrays.fill(other.groups, groups.length, everybody, -1);
    Belonging belonging = new Belonging(messages, mixture);
    int last = -1;
    for (int at : again) {
      if (at / Lanes.COUNT != last) {
        last = at / Lanes.COUNT;
        belonging.of(last);
      }
      other.put(people[at], belonging, at % Lanes.COUNT);
    }
    return other;
  }

  @Override
  public int group(int person, int statement) {
    return groups[person];
  }

  private boolean fill(Messages messages, Mixture mixture, int[] people, Range range) {
    Belonging belonging = new Belonging(messages, mixture);
    for (int block = range.firstBlock(); block < range.endOfBlocks(); block++) {
      belonging.of(block);
      for (int lane = 0; lane < range.lanes(block); lane++) {
        put(people[block * Lanes.COUNT + lane], belonging, lane);
      }
    }
    return true;
  }

  private void put(int person, Belonging belonging, int lane) {
    groups[person] = belonging.likeliest(lane);
    chances[person] = belonging.chances[groups[person]][lane];
  }
}
