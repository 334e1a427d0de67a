package nl.onderstroom.server.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.onderstroom.server.shell.Languages;
import nl.onderstroom.server.shell.Words;
import nl.onderstroom.server.survey.AnalystFile;
import nl.onderstroom.server.survey.Progress;
import nl.onderstroom.server.survey.Survey;
import nl.onderstroom.server.survey.SurveyFile;
import nl.onderstroom.server.survey.SurveyMap;
import nl.onderstroom.server.survey.SurveyMapReader;
import nl.onderstroom.server.survey.SurveyTree;
import nl.onderstroom.server.survey.UnusableSurvey;
import nl.onderstroom.server.tabular.TextSource;

/** Any survey, from a file of answers and a map, as a report in a folder. Needs no server. */
public final class SurveyAnalysis {
  private final Words words;
  private final PrintWriter progress;

  /**
   * @param language of the report and of messages
   * @param progress hears how far it is when reading takes more than two seconds, and when draws
   *     for the margins of drivers begin
   */
  public SurveyAnalysis(Locale language, PrintWriter progress) {
    this.words = Languages.withoutServer().words(language);
    this.progress = progress;
  }

  /** A file that cannot be used; the message says which, where, and what was expected. */
  public static final class UnusableFile extends Exception {
    private static final long serialVersionUID = 1;

    UnusableFile(String message) {
      super(message);
    }
  }

  /**
   * Writes {@code survey.json} and {@code survey.html}, each wholly or not at all.
   *
   * @param out made when it is not there
   * @param floor fewest people behind a number, 5 or more
   */
  public void write(Path data, Path map, Path out, int floor) throws UnusableFile {
    SurveyMap read = readMap(map);
    AnalystFile file = read(data, read);
    Survey survey = file.survey();
    String organisation = words.say("survey.organisation");
    var waves = new ArrayList<WaveReport>();
    for (Survey.Wave wave : survey.waves()) {
      SurveyTree tree = SurveyTree.of(survey.questionnaire().shape(), wave, floor, organisation);
      if (tree.cohorts().isEmpty()) {
        throw new UnusableFile(
            words.say("report.too-few-people", data.getFileName(), tree.people(), floor));
      }
      waves.add(WaveReport.of(wave, read, survey, tree, floor));
    }
    if (file.scores().isPresent()) {
      progress.println(words.say("report.progress.drivers"));
      progress.flush();
    }
    var findings = SurveyFindings.of(words, read, file, waves, floor);
    String html =
        new SurveyReport().write(new SurveyReport.View(words, name(data), floor, waves, findings));
    try {
      Files.createDirectories(out);
      put(out.resolve("survey.json"), SurveyJson.write(words, waves, floor, findings));
      put(out.resolve("survey.html"), html);
    } catch (IOException e) {
      throw new UnusableFile(words.say("report.cannot-write", out.toString(), e.toString()));
    }
  }

  private SurveyMap readMap(Path map) throws UnusableFile {
    TextSource source = source(map);
    try {
      return SurveyMapReader.read(SurveyMapReader.text(source));
    } catch (UnusableSurvey e) {
      throw unusable(e, map);
    } catch (IOException e) {
      throw unreadable(map);
    }
  }

  private AnalystFile read(Path data, SurveyMap map) throws UnusableFile {
    TextSource source = source(data);
    try {
      return SurveyFile.readForAnalyst(
          source, map, SurveyFile.Limits.COMMAND_LINE, new SlowProgress(words, progress));
    } catch (UnusableSurvey e) {
      throw unusable(e, data);
    } catch (UncheckedIOException e) {
      throw unreadable(data);
    }
  }

  private UnusableFile unusable(UnusableSurvey survey, Path file) {
    return new UnusableFile(
        survey.findings().stream()
            .map(finding -> finding.sentence(words, file.toString()))
            .collect(Collectors.joining("\n")));
  }

  private TextSource source(Path file) throws UnusableFile {
    try {
      if (Files.isRegularFile(file)) {
        return TextSource.of(file);
      }
    } catch (IOException e) {
      throw unreadable(file);
    }
    throw unreadable(file);
  }

  private UnusableFile unreadable(Path file) {
    String key =
        Files.isDirectory(file)
            ? "report.file-is-folder"
            : Files.exists(file) ? "report.file-unreadable" : "report.file-absent";
    return new UnusableFile(words.say(key, file.toString()));
  }

  private static String name(Path data) {
    String name = String.valueOf(data.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static void put(Path file, String text) throws IOException {
    Path draft = Files.createTempFile(file.getParent(), ".survey", ".tmp");
    try {
      Files.writeString(draft, text, StandardCharsets.UTF_8);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Says how many rows were read, from two seconds on, every second. */
  private static final class SlowProgress implements Progress {
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final Words words;
    private final PrintWriter out;
    private long nextNanos = System.nanoTime() + 2 * SECOND_NANOS;

    SlowProgress(Words words, PrintWriter out) {
      this.words = words;
      this.out = out;
    }

    @Override
    public void at(long rows) {
      if (System.nanoTime() - nextNanos >= 0) {
        nextNanos = System.nanoTime() + SECOND_NANOS;
        out.println(words.say("report.progress", rows));
        out.flush();
      }
    }
  }
}
