package nl.onderstroom.engine.landscape;

import java.util.List;
import nl.onderstroom.engine.measure.Interval;

/**
 * What the votes on one statement say.
 *
 * @param id as it came in
 * @param agree votes
 * @param disagree votes
 * @param pass votes
 * @param consensus the share that agrees in the group that agrees least, 0 to 1: the same measure
 *     whether there is one group or many; shrunken towards what all say where votes are few
 * @param consensusInterval 95%
 * @param divisiveness how far two people picked at random lie apart in their chance of agreeing, on
 *     average, 0 (all alike) to ½ (two halves, opposite)
 * @param bridging the chance that two people of different groups both agree, groups that differ
 *     more weighing more; 0 when there is one group
 * @param priority how much a further vote on it would teach, for somebody who did not vote on it
 *     yet, as a multiple of what one on a statement teaches on average; 0 when nobody is left to
 *     ask. See {@link NextStatement}
 * @param role what it does in the landscape, named only when that is sure enough
 * @param byGroup one for each group, in their order
 */
public record StatementResult(
    String id,
    int agree,
    int disagree,
    int pass,
    double consensus,
    Interval consensusInterval,
    double divisiveness,
    double bridging,
    double priority,
    Role role,
    List<GroupAgreement> byGroup) {
  public StatementResult {
    byGroup = List.copyOf(byGroup);
  }

  /** The same among statements that changed. */
  StatementResult among(double otherBridging, Role otherRole) {
    return otherBridging == bridging && otherRole == role
        ? this
        : new StatementResult(
            id,
            agree,
            disagree,
            pass,
            consensus,
            consensusInterval,
            divisiveness,
            otherBridging,
            priority,
            otherRole,
            byGroup);
  }

  /** What a statement does in the landscape. */
  public enum Role {
    /** In every group surely more than half agrees. */
    UNITES_FOR,
    /** In every group surely more than half disagrees. */
    UNITES_AGAINST,
    /** Groups surely differ (false discovery rate 5%), and some are for, some against. */
    DIVIDES,
    /** Groups surely differ, in how strongly and not in which way. */
    DIFFERS,
    /** Nothing that is sure. */
    OPEN,
    /** Too few people answered it to say anything. */
    TOO_FEW
  }

  /**
   * How a group voted on it.
   *
   * @param group its number
   * @param agree share of its voters that agrees, 0 to 1
   * @param disagree share that disagrees
   * @param interval 95%, of the share that agrees (Wilson)
   * @param n voters of the group on it
   */
  public record GroupAgreement(
      int group, double agree, double disagree, Interval interval, int n) {}
}
