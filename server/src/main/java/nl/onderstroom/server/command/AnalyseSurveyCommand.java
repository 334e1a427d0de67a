package nl.onderstroom.server.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.server.report.SurveyAnalysis;
import nl.onderstroom.server.shell.Languages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "survey",
    description = "Any survey: a file of answers and a map that says what its columns are.",
    mixinStandardHelpOptions = true)
final class AnalyseSurveyCommand implements Callable<Integer> {
  private static final int MOST_FLOOR = 1000;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "The answers: CSV in UTF-8, a row a person, a line of headings.")
  private @Nullable Path data;

  @Option(
      names = "--map",
      required = true,
      paramLabel = "FILE",
      description = "YAML: the columns with team and wave, and the items of each scale.")
  private @Nullable Path map;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where survey.json and survey.html go; made when it is not there.")
  private @Nullable Path out;

  @Option(
      names = "--k",
      defaultValue = "7",
      paramLabel = "N",
      description = "Fewest people behind a number (default: ${DEFAULT-VALUE}; 5 or more).")
  private int k;

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
    if (k < Floors.LEAST || k > MOST_FLOOR) {
      throw new ParameterException(
          used.commandLine(), "--k is %d; give %d to %d.".formatted(k, Floors.LEAST, MOST_FLOOR));
    }
    if (!language.equals("nl") && !language.equals("en")) {
      throw new ParameterException(
          used.commandLine(), "--language is \"%s\"; give nl or en.".formatted(language));
    }
    Locale locale = Languages.named(language);
    try {
      new SurveyAnalysis(locale, used.commandLine().getErr())
          .write(
              Objects.requireNonNull(data),
              Objects.requireNonNull(map),
              Objects.requireNonNull(out),
              k);
      return 0;
    } catch (SurveyAnalysis.UnusableFile e) {
      throw new BadInput(e.getMessage());
    }
  }
}
