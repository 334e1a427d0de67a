package nl.onderstroom.server.roster;

import java.util.List;

/**
 * Why a roster file was not accepted.
 *
 * @param first at most {@value ProblemList#MOST}, in the order of the file
 * @param more how many there are beside those
 */
public record RosterProblems(List<RosterProblem> first, int more) implements RosterReading {
  public RosterProblems {
    first = List.copyOf(first);
    if (first.isEmpty() || more < 0) {
      throw new IllegalArgumentException("A file without problems is a roster.");
    }
  }
}
