package nl.onderstroom.server.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.onderstroom.engine.disclosure.Reason;
import nl.onderstroom.server.shell.Words;

/** The report for people: one page that needs nothing beside it. */
final class SurveyReport {
  private static final String WITHHELD = "report.withheld.";

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, SurveyReport.class.getClassLoader(), "nl.onderstroom.server");

  /**
   * @param name of the file, without its ending
   * @param floor fewest people behind a number
   */
  record View(
      Words words, String name, int floor, List<WaveReport> waves, SurveyFindings findings) {
    View {
      waves = List.copyOf(waves);
    }

    String say(String key, Object... arguments) {
      return words.say(key, arguments);
    }

    /** Why there is no figure of everybody. */
    String hidden(Reason reason) {
      return say("report.hidden." + reason.name().toLowerCase(Locale.ROOT));
    }

    String number(double value, int decimals) {
      return words.number(value, decimals);
    }

    /** What the scale is called, different from all others on the page. */
    String name(WaveReport wave, WaveReport.OfScale scale) {
      String name = scale.question().text(words);
      return wave.name().isEmpty() ? name : name + ", " + wave.name();
    }

    ReliabilityTelling reliability(WaveReport.OfScale scale) {
      return new ReliabilityTelling(words, scale, floor);
    }

    TeamTelling teams(WaveReport.OfScale scale) {
      return new TeamTelling(words, scale);
    }

    /** How many chose one level: {@code 3: 24%}. */
    String share(WaveReport.OfItem item, int place) {
      long n = item.counts().stream().mapToLong(Long::longValue).sum();
      double percent = n == 0 ? 0 : 100.0 * item.counts().get(place) / n;
      return number(item.item().min() + place, 0) + ": " + number(percent, 0) + "%";
    }

    String shares(WaveReport.OfItem item) {
      return IntStream.range(0, item.counts().size())
          .mapToObj(place -> share(item, place))
          .collect(Collectors.joining(", "));
    }

    String why(Reason reason, int count) {
      return words.say(WITHHELD + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'), count);
    }
  }

  String write(View view) {
    var output = new StringOutput();
    templates.render("report/report.jte", Map.of("view", view), output);
    return output.toString().strip() + "\n";
  }
}
