package nl.onderstroom.server.roster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a file: the first {@value #MOST}, and how many more. */
final class ProblemList {
  static final int MOST = 100;

  private final List<RosterProblem> first = new ArrayList<>();
  private int more;

  void add(RosterProblem problem) {
    if (first.size() < MOST) {
      first.add(problem);
    } else {
      more++;
    }
  }

  boolean isEmpty() {
    return first.isEmpty();
  }

  int count() {
    return first.size() + more;
  }

  RosterProblems toProblems() {
    List<RosterProblem> inOrder =
        first.stream().sorted(Comparator.comparingInt(RosterProblem::line)).toList();
    return new RosterProblems(inOrder, more);
  }
}
