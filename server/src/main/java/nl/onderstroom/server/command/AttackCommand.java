package nl.onderstroom.server.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import nl.onderstroom.server.attack.Attack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "attack",
    description =
        "Tries to find out who answered what, with all that is kept; and does it to servers that are broken on purpose.",
    mixinStandardHelpOptions = true)
final class AttackCommand implements Callable<Integer> {
  private static final String ALL = "all";
  private static final int LEAST_BITS = 2_048;
  private static final int MOST_BITS = 4_096;
  private static final int MOST_TRIALS = 1_000;

  @Option(
      names = "--games",
      defaultValue = ALL,
      split = ",",
      paramLabel = "GAME",
      description =
          "Of dump, worries, times, personal-key, bodies, second-vote, reports, churn (default: ${DEFAULT-VALUE}).")
  private List<String> games = List.of(ALL);

  @Option(
      names = "--out",
      defaultValue = ".",
      paramLabel = "DIR",
      description = "Where attack.json goes; made when it is not there (default: here).")
  private Path out = Path.of(".");

  @Option(
      names = "--trials",
      defaultValue = "4",
      paramLabel = "N",
      description = "Rounds of which everything is held in dump (default: ${DEFAULT-VALUE}).")
  private int trials;

  @Option(
      names = "--bits",
      defaultValue = "3072",
      paramLabel = "N",
      description = "Of the keys (default: ${DEFAULT-VALUE}; 2048 is three times as fast).")
  private int bits;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Set<String> wanted = games.equals(List.of(ALL)) ? Set.copyOf(Attack.GAMES) : Set.copyOf(games);
    for (String game : wanted) {
      require(
          Attack.GAMES.contains(game),
          "--games has \"%s\"; give %s.".formatted(game, Attack.GAMES));
    }
    require(
        trials >= 1 && trials <= MOST_TRIALS,
        "--trials is %d; give 1 to %d.".formatted(trials, MOST_TRIALS));
    require(
        bits >= LEAST_BITS && bits <= MOST_BITS && bits % Byte.SIZE == 0,
        "--bits is %d; give %d to %d, in whole bytes.".formatted(bits, LEAST_BITS, MOST_BITS));
    boolean isWell = new Attack(bits, trials).play(wanted, out, System.out::println);
    return isWell ? 0 : 1;
  }

  private void require(boolean isWell, String otherwise) {
    if (!isWell) {
      throw new ParameterException(java.util.Objects.requireNonNull(spec).commandLine(), otherwise);
    }
  }
}
