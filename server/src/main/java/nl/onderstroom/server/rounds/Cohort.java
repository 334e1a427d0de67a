package nl.onderstroom.server.rounds;

/**
 * People who answer as one group: nothing finer ever reaches an answer.
 *
 * @param number 1, 2, 3 … within the round
 * @param unitCode the unit whose results these answers count in
 * @param people how many may answer
 */
public record Cohort(int number, String unitCode, int people) {}
