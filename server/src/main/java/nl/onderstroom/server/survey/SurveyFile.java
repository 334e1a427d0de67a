package nl.onderstroom.server.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import nl.onderstroom.server.tabular.CsvRows;
import nl.onderstroom.server.tabular.FileKind;
import nl.onderstroom.server.tabular.Malformed;
import nl.onderstroom.server.tabular.TextSource;

/**
 * Reads a file of answers: CSV in UTF-8, with a line of headings, separated by comma, semicolon or
 * tab. Each row is counted in its team at once and forgotten. Cost: one pass, and a second one when
 * a scale turns out to have decimals; memory: a tally for each team.
 */
public final class SurveyFile {
  private static final int PROGRESS_ROWS = 1 << 14;

  private final TextSource source;
  private final SurveyMap map;
  private final Limits limits;
  private final Progress progress;

  /** How much may be read. */
  public record Limits(long mostBytes, long mostRows) {
    public static final Limits COMMAND_LINE = new Limits(500L << 20, 1_000_000);
    public static final Limits BROWSER = new Limits(20L << 20, 1_000_000);
  }

  private SurveyFile(TextSource source, SurveyMap map, Limits limits, Progress progress) {
    this.source = source;
    this.map = map;
    this.limits = limits;
    this.progress = progress;
  }

  /**
   * @throws UnusableSurvey with up to 100 problems, each with line and column
   */
  public static Survey read(TextSource source, SurveyMap map, Limits limits, Progress progress) {
    return new SurveyFile(source, map, limits, progress).read(false).survey();
  }

  /**
   * The same, with what an analysis on the command line needs beside the sums.
   *
   * @throws UnusableSurvey with up to 100 problems, each with line and column
   */
  public static AnalystFile readForAnalyst(
      TextSource source, SurveyMap map, Limits limits, Progress progress) {
    return new SurveyFile(source, map, limits, progress).read(true).analystFile();
  }

  private SurveyRows read(boolean forAnalyst) {
    if (source.sizeBytes() > limits.mostBytes()) {
      throw unusable(0, "file-size", limits.mostBytes() >> 20);
    }
    try {
      if (FileKind.of(source) != FileKind.TEXT) {
        throw unusable(0, "file-workbook");
      }
      List<Numbers> numbers = map.scales().stream().map(Numbers::new).toList();
      while (true) {
        SurveyRows rows = pass(numbers, forAnalyst);
        boolean again = false;
        for (Numbers each : numbers) {
          again |= each.hasLearnt();
        }
        if (!again) {
          return rows;
        }
      }
    } catch (Malformed malformed) {
      throw new UnusableSurvey(Finding.of(Finding.Source.ANSWERS, malformed));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SurveyRows pass(List<Numbers> numbers, boolean forAnalyst) throws Malformed, IOException {
    Set<String> wanted = Set.copyOf(map.columns());
    try (CsvRows file = CsvRows.open(source, wanted::contains)) {
      CsvRows.Row first = file.next().orElseThrow(() -> unusable(0, "file-empty"));
      Header header = Header.of(first.line(), first.cells(), map);
      var rows = new SurveyRows(map, header, numbers, file.separator() != ',', forAnalyst);
      long count = 0;
      for (var row = file.next(); row.isPresent() && !rows.isFull(); row = file.next()) {
        if (++count > limits.mostRows()) {
          throw unusable(row.get().line(), "rows", limits.mostRows());
        }
        rows.add(row.get());
        if (count % PROGRESS_ROWS == 0) {
          progress.at(count);
        }
      }
      rows.requireUsable();
      return rows;
    }
  }

  private static UnusableSurvey unusable(int line, String key, Object... arguments) {
    return new UnusableSurvey(Finding.of(Finding.Source.ANSWERS, line, "", key, arguments));
  }
}
