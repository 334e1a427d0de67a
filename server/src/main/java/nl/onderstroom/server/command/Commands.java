package nl.onderstroom.server.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Every command of {@code ./onderstroom} that runs inside the application. */
@Command(
    name = "./onderstroom",
    description = "Hear what lies under the waterline, talk about it, act on it.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      TrainCommand.class,
      AnalyseCommand.class,
      AuditCommand.class,
      AttackCommand.class
    })
public final class Commands {
  /** Bad use: an option or argument that does not exist or cannot be read. */
  static final int BAD_USE = CommandLine.ExitCode.USAGE;

  /** Bad input: a file that is not what it should be; the message names place and remedy. */
  static final int BAD_INPUT = 3;

  /** The server was started: the process goes on until it is stopped. */
  public static final int KEEPS_RUNNING = -1;

  private Commands() {}

  public static int run(String... arguments) {
    return new CommandLine(new Commands())
        .setExecutionExceptionHandler((problem, line, parsed) -> {
          if (problem instanceof BadInput) {
            line.getErr().println(problem.getMessage());
            return BAD_INPUT;
          }
          throw problem;
        })
        .execute(arguments);
  }
}
