package nl.onderstroom.server.people;

import java.io.Serial;
import java.util.stream.Collectors;
import nl.onderstroom.server.roster.RosterProblems;
import nl.onderstroom.server.shell.Words;

/** A roster file was refused; the message names every problem, a line each. */
public final class UnreadableRoster extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  UnreadableRoster(String file, RosterProblems problems, Words words) {
    super(
        problems.first().stream()
            .map(problem -> file + ": " + problem.inOneLine(words))
            .collect(Collectors.joining("\n", "", more(problems))));
  }

  private static String more(RosterProblems problems) {
    return problems.more() == 0 ? "" : "\nand %d more".formatted(problems.more());
  }
}
