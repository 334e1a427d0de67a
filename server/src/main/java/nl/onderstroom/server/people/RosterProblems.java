package nl.onderstroom.server.people;

import java.util.List;

/**
 * Why a roster file was not accepted.
 *
 * @param first at most {@value ProblemList#MOST}, in the order of the file
 * @param more how many there are beside those
 */
record RosterProblems(List<RosterProblem> first, int more) implements RosterReading {
  RosterProblems {
    first = List.copyOf(first);
    if (first.isEmpty() || more < 0) {
      throw new IllegalArgumentException("A file without problems is a roster.");
    }
  }
}
