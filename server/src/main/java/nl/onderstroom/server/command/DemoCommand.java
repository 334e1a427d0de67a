package nl.onderstroom.server.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    description = "Starts the server with the example company, ready to look at.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Mixin private ServerOptions server = new ServerOptions();

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Another number, another company (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() {
    return server.start(List.of("--onderstroom.demo=true", "--onderstroom.demo.seed=" + seed));
  }
}
