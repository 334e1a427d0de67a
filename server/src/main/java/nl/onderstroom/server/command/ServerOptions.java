package nl.onderstroom.server.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.onderstroom.server.Server;
import nl.onderstroom.server.shell.Addresses;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
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
      names = "--answers-port",
      paramLabel = "PORT",
      description = "Where it listens to those who answer (default: the one after --port).")
  private @Nullable Integer answersPort;

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
    if (answersPort != null) {
      arguments.add("--onderstroom.answers.port=" + answersPort);
    }
    arguments.add("--onderstroom.data=" + data.toAbsolutePath().normalize());
    try {
      ConfigurableApplicationContext server =
          new SpringApplication(Server.class).run(arguments.toArray(String[]::new));
      System.out.println(
          "Onderstroom is open at http://localhost:"
              + server.getEnvironment().getProperty("local.server.port"));
      System.out.println("People answer at " + server.getBean(Addresses.class).answers());
      return server;
    } catch (RuntimeException problem) {
      throw StartFailures.explain(problem).<RuntimeException>map(BadInput::new).orElse(problem);
    }
  }
}
