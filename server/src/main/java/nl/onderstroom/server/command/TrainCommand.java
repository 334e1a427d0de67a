package nl.onderstroom.server.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import nl.onderstroom.server.Server;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One start and stop, while the JVM records what it loads for its AOT cache. */
@Command(name = "train", hidden = true)
final class TrainCommand implements Callable<Integer> {
  @Option(names = "--data", required = true)
  private Path data = Path.of("data");

  @Override
  public Integer call() {
    try (ConfigurableApplicationContext started =
        new SpringApplication(Server.class)
            .run("--server.port=0", "--onderstroom.demo=true", "--onderstroom.data=" + data)) {
      return started.isRunning() ? 0 : 1;
    }
  }
}
