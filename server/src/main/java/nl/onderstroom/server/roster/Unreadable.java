package nl.onderstroom.server.roster;

import java.io.Serial;
import java.util.List;

/** Stops reading: with these problems, nothing more of the file can be understood. */
final class Unreadable extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final transient List<RosterProblem> problems;

  Unreadable(RosterProblem problem) {
    this(List.of(problem));
  }

  Unreadable(List<RosterProblem> problems) {
    super(problems.getFirst().expected(), null, false, false);
    this.problems = List.copyOf(problems);
  }

  List<RosterProblem> problems() {
    return problems;
  }
}
