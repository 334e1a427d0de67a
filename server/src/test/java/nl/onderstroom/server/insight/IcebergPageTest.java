package nl.onderstroom.server.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import nl.onderstroom.engine.disclosure.Release;
import nl.onderstroom.engine.disclosure.UnitRelease;
import nl.onderstroom.server.shell.Spoken;
import nl.onderstroom.server.shell.Words;
import org.junit.jupiter.api.Test;

/** The page as it is sent; written to target/iceberg to look at. */
class IcebergPageTest {
  private static final Path LOOK = Path.of("target/iceberg");
  private static final Pattern INLINE = Pattern.compile("\\sstyle=|<style|<script>|\\son[a-z]+=");

  @Test
  void everyRoundHasAPageInBothLanguagesWithoutInlineStyles() throws IOException {
    for (int round : List.of(1, 3, 6)) {
      Release release = Examples.release(round);
      for (String language : List.of("nl", "en")) {
        Words words = Spoken.in(language);
        String page = Examples.page(words, Examples.view(words, round, "", release));
        keep("round-" + round + "-" + language, page);
        assertThat(page).contains("<svg", "<table", "<polygon").doesNotContain("NaN", "Infinity");
        assertThat(INLINE.matcher(page).find()).isFalse();
      }
    }
  }

  @Test
  void aWithheldUnitIsFogWithItsReasonAndNeitherNumberNorDrawing() throws IOException {
    Release release = Examples.release(3);
    Words words = Spoken.in("nl");
    boolean some = false;
    for (var unit : release.units().entrySet()) {
      if (unit.getValue() instanceof UnitRelease.Withheld) {
        String page = Examples.page(words, Examples.view(words, 3, unit.getKey(), release));
        keep("withheld-" + unit.getKey(), page);
        assertThat(page)
            .contains("class=\"fog\"", "Praten kan wel")
            .doesNotContain("<svg", "<table", "mensen deden mee");
        some = true;
      }
    }
    assertThat(some).as("a withheld unit in the example company").isTrue();
  }

  @Test
  void aSmallUnitThatIsShownHasAPageToo() throws IOException {
    Release release = Examples.release(3);
    Words words = Spoken.in("nl");
    String smallest = "";
    long fewest = Long.MAX_VALUE;
    for (var unit : release.units().entrySet()) {
      if (unit.getValue() instanceof UnitRelease.Shown shown && shown.respondents() < fewest) {
        fewest = shown.respondents();
        smallest = unit.getKey();
      }
    }
    String page = Examples.page(words, Examples.view(words, 3, smallest, release));
    keep("small", page);
    assertThat(page).contains("<svg");
  }

  /** With the styles beside it, so that a browser can open the file. */
  private static void keep(String name, String page) throws IOException {
    Files.createDirectories(LOOK);
    Files.writeString(
        LOOK.resolve(name + ".html"), page.replace("/assets/", "../classes/static/assets/"));
  }
}
