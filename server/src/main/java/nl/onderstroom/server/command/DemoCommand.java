package nl.onderstroom.server.command;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import nl.onderstroom.server.access.Personas;
import org.springframework.context.ConfigurableApplicationContext;
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
      defaultValue = "1924",
      paramLabel = "N",
      description = "Another number, another company (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() {
    ConfigurableApplicationContext started =
        server.start(List.of("--onderstroom.demo=true", "--onderstroom.demo.seed=" + seed));
    System.out.println("Come in as one of these people, on the first page:");
    for (Personas.Persona persona : started.getBean(Personas.class).list()) {
      System.out.printf(
          "  %-20s %-16s %s%n",
          persona.name(),
          persona.role().name().toLowerCase(Locale.ROOT).replace('_', ' '),
          persona.address());
    }
    System.out.println("Stop with Ctrl-C.");
    return Commands.KEEPS_RUNNING;
  }
}
