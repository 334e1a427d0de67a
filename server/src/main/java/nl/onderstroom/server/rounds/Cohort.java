package nl.onderstroom.server.rounds;

import java.util.List;

/**
 * People who answer as one group: nothing finer ever reaches an answer.
 *
 * @param number 1, 2, 3 … within the round
 * @param unitCode the unit whose results these answers count in
 * @param people how many may answer
 * @param cuts that all of them are in
 */
public record Cohort(int number, String unitCode, int people, List<Cut> cuts) {
  /**
   * The number of the group of everybody, by whose key worries are known: a text says of whom it is
   * no more than the round does. It has a key, and answers nothing.
   */
  public static final int EVERYBODY = 0;

  public Cohort {
    cuts = List.copyOf(cuts);
  }

  /** In no cut. */
  public Cohort(int number, String unitCode, int people) {
    this(number, unitCode, people, List.of());
  }
}
