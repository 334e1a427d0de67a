package nl.onderstroom.server.command;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import nl.onderstroom.engine.disclosure.audit.Audit;
import nl.onderstroom.server.audit.GroupsAudit;
import nl.onderstroom.server.shell.Languages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "audit",
    description = "Can anybody be singled out from the figures of these groups? With proof.",
    mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {
  private static final int LEAST_FLOOR = 2;
  private static final int MOST_FLOOR = 1000;

  @Option(
      names = "--groups",
      required = true,
      paramLabel = "FILE",
      description = "CSV with group and member: a row for everybody behind a group's figure.")
  private @Nullable Path groups;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where audit.json goes; made when it is not there.")
  private @Nullable Path out;

  @Option(
      names = "--k",
      defaultValue = "7",
      paramLabel = "N",
      description = "Fewest people of whom something may be known (default: ${DEFAULT-VALUE}).")
  private int k;

  @Option(
      names = "--colluders",
      defaultValue = "0",
      paramLabel = "N",
      description = "So many people may tell each other their own answers (default: none).")
  private int colluders;

  @Option(
      names = "--repair",
      description = "Also find the groups to withhold so that the rest is safe.")
  private boolean repair;

  @Option(
      names = "--language",
      defaultValue = "nl",
      paramLabel = "nl|en",
      description = "Of messages (default: ${DEFAULT-VALUE}).")
  private String language = "nl";

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandSpec used = Objects.requireNonNull(spec);
    require(used, "--k", k, LEAST_FLOOR, MOST_FLOOR);
    require(used, "--colluders", colluders, 0, Audit.MOST_COLLUDERS);
    if (!language.equals("nl") && !language.equals("en")) {
      throw new ParameterException(
          used.commandLine(), "--language is \"%s\"; give nl or en.".formatted(language));
    }
    try {
      String said =
          new GroupsAudit(Languages.named(language))
              .write(
                  new GroupsAudit.Request(
                      Objects.requireNonNull(groups),
                      Objects.requireNonNull(out),
                      k,
                      colluders,
                      repair));
      used.commandLine().getOut().println(said);
      return 0;
    } catch (GroupsAudit.UnusableFile e) {
      throw new BadInput(e.getMessage());
    }
  }

  private static void require(CommandSpec used, String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ParameterException(
          used.commandLine(), "%s is %d; give %d to %d.".formatted(name, value, least, most));
    }
  }
}
