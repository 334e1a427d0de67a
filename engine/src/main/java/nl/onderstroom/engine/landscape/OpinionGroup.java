package nl.onderstroom.engine.landscape;

import java.util.List;
import nl.onderstroom.engine.measure.Interval;

/**
 * People whose opinions lie together.
 *
 * @param number from 0 on; the largest group first, at the last look at all votes
 * @param size people whose likeliest group it is
 * @param share of all people placed, membership weighed by its chance, 0 to 1
 * @param shareInterval 95%: of whom happened to vote and of how surely each belongs
 * @param x where its centre is on the map
 * @param y where its centre is on the map
 * @param marks statements on which it differs most surely from everybody else, the clearest first
 */
public record OpinionGroup(
    int number,
    int size,
    double share,
    Interval shareInterval,
    double x,
    double y,
    List<Mark> marks) {
  public OpinionGroup {
    marks = List.copyOf(marks);
  }

  /**
   * A statement that marks a group, at a false discovery rate of 5% over all groups and statements.
   *
   * @param statement its id
   * @param vote what the group says to it more than others do: agree or disagree
   * @param share of the group's voters on it who say so
   * @param elsewhere that share among the others
   * @param n voters of the group on it
   * @param q the lowest false discovery rate at which it would still be named
   */
  public record Mark(
      String statement, Vote vote, double share, double elsewhere, int n, double q) {}
}
