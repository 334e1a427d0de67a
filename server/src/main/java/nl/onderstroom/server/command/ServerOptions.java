package nl.onderstroom.server.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.onderstroom.server.Server;
import nl.onderstroom.server.database.DatabaseUnavailable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;

/** What every way of starting the server can be told, and the start itself. */
final class ServerOptions {
  @Option(
      names = "--port",
      defaultValue = "8080",
      paramLabel = "PORT",
      description = "Where it listens (default: ${DEFAULT-VALUE}; 0 takes a free one).")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder for everything it keeps (default: ${DEFAULT-VALUE}).",
      defaultValue = "${env:ONDERSTROOM_DATA:-data}")
  private Path data = Path.of("data");

  /** Starts the server and says where; it runs until the process is stopped. */
  ConfigurableApplicationContext start(List<String> more) {
    var arguments = new ArrayList<>(more);
    arguments.add("--server.port=" + port);
    arguments.add("--onderstroom.data=" + data.toAbsolutePath().normalize());
    try {
      ConfigurableApplicationContext server =
          new SpringApplication(Server.class).run(arguments.toArray(String[]::new));
      System.out.println(
          "Onderstroom is open at http://localhost:"
              + server.getEnvironment().getProperty("local.server.port"));
      return server;
    } catch (RuntimeException problem) {
      throw explained(problem);
    }
  }

  /** Says in a sentence what a person can mend; anything else goes on as it is. */
  private RuntimeException explained(RuntimeException problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof DatabaseUnavailable) {
        return new BadInput(cause.getMessage());
      }
      if (cause instanceof PortInUseException) {
        return new BadInput(
            "Port %d is in use by another program. Stop that, or choose another with --port."
                .formatted(port));
      }
    }
    return problem;
  }
}
