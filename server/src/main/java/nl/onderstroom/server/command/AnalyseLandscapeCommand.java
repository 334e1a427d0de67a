package nl.onderstroom.server.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import nl.onderstroom.engine.landscape.LandscapeOptions;
import nl.onderstroom.server.landscape.LandscapeAnalysis;
import nl.onderstroom.server.shell.Languages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "landscape",
    description = "Votes on statements: which groups of opinion there are, and how sure that is.",
    mixinStandardHelpOptions = true)
final class AnalyseLandscapeCommand implements Callable<Integer> {
  private static final int MOST_THREADS = 1024;

  @Option(
      names = "--votes",
      required = true,
      paramLabel = "FILE",
      description = {
        "The votes: CSV with comment-id, voter-id and vote (1, 0 or -1), perhaps timestamp;",
        "or a file that --save wrote."
      })
  private @Nullable Path votes;

  @Option(
      names = "--comments",
      paramLabel = "FILE",
      description = {
        "The statements: CSV with comment-id and comment-body, perhaps moderated",
        "(-1: taken out)."
      })
  private @Nullable Path comments;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where landscape.json and landscape.html go; made when it is not there.")
  private @Nullable Path out;

  @Option(
      names = "--predict",
      paramLabel = "FILE",
      description = "Pairs: CSV with voter-id and comment-id; makes predictions.csv in DIR.")
  private @Nullable Path predict;

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description = "Keeps the votes that count, packed: quick to read again with --votes.")
  private @Nullable Path save;

  @Option(
      names = "--groups",
      paramLabel = "N",
      description = "So many groups, whatever the votes show (1 to 8; else chosen on evidence).")
  private @Nullable Integer groups;

  @Option(
      names = "--min-votes",
      paramLabel = "N",
      description = "Somebody with fewer is not put in a group (default: 7).")
  private @Nullable Integer minVotes;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Which votes are left out to see what is found again (default: 1).")
  private @Nullable Long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Changes nothing but the time (default: all processors).")
  private @Nullable Integer threads;

  @Option(
      names = "--language",
      defaultValue = "nl",
      paramLabel = "nl|en",
      description = "Of the report and of messages (default: ${DEFAULT-VALUE}).")
  private String language = "nl";

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandSpec used = Objects.requireNonNull(spec);
    if (!language.equals("nl") && !language.equals("en")) {
      throw new ParameterException(
          used.commandLine(), "--language is \"%s\"; give nl or en.".formatted(language));
    }
    Locale locale = Languages.named(language);
    try {
      new LandscapeAnalysis(locale, used.commandLine().getErr())
          .write(
              new LandscapeAnalysis.Request(
                  Objects.requireNonNull(votes),
                  Optional.ofNullable(comments),
                  Objects.requireNonNull(out),
                  Optional.ofNullable(predict),
                  Optional.ofNullable(save),
                  options(used)));
      return 0;
    } catch (LandscapeAnalysis.UnusableFile e) {
      throw new BadInput(e.getMessage());
    }
  }

  private LandscapeOptions options(CommandSpec used) {
    LandscapeOptions usual = LandscapeOptions.usual();
    require(used, "--groups", groups, LandscapeOptions.MOST_GROUPS);
    require(used, "--min-votes", minVotes, Integer.MAX_VALUE);
    require(used, "--threads", threads, MOST_THREADS);
    return new LandscapeOptions(
        groups == null ? OptionalInt.empty() : OptionalInt.of(groups),
        minVotes == null ? usual.leastVotes() : minVotes,
        seed == null ? usual.seed() : seed,
        usual.replicates(),
        threads == null ? usual.threads() : threads);
  }

  private static void require(CommandSpec used, String name, @Nullable Integer value, int most) {
    if (value != null && (value < 1 || value > most)) {
      throw new ParameterException(
          used.commandLine(), "%s is %d; give 1 to %d.".formatted(name, value, most));
    }
  }
}
