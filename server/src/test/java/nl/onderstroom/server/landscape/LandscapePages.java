package nl.onderstroom.server.landscape;

import nl.onderstroom.server.shell.Languages;
import nl.onderstroom.server.shell.Words;

/** Pages of example landscapes, for who looks at them in a browser. */
public final class LandscapePages {
  private LandscapePages() {}

  public static String html(int groups, int people) {
    Words words = Languages.withoutServer().words(Languages.DUTCH);
    Outcome outcome =
        Outcome.of(
            ExampleLandscape.of(groups, people, 1),
            ExampleLandscape.comments(),
            new GroupNames(words));
    return new LandscapeReport(words).write(outcome, "stemmen");
  }
}
