package nl.onderstroom.server.landscape;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import nl.onderstroom.server.shell.Words;

/** The landscape for people: one page that needs nothing beside it, and names nobody. */
final class LandscapeReport {
  private final Words words;
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, LandscapeReport.class.getClassLoader(), "nl.onderstroom.server");

  LandscapeReport(Words words) {
    this.words = words;
  }

  /**
   * @param source where the votes came from, for the line under the title
   */
  String write(Outcome outcome, String source) {
    var output = new StringOutput();
    var view = new LandscapeView(words, outcome, source);
    templates.render("landscape/report.jte", Map.of("view", view), output);
    return output.toString().strip() + "\n";
  }
}
