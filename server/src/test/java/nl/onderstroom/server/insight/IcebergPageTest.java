package nl.onderstroom.server.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
      if (unit.getValue() instanceof UnitRelease.Shown shown
          && shown.respondents().orElseThrow() < fewest) {
        fewest = shown.respondents().orElseThrow();
        smallest = unit.getKey();
      }
    }
    String page = Examples.page(words, Examples.view(words, 3, smallest, release));
    keep("small", page);
    assertThat(page).contains("<svg");
  }

  /** Where everybody took part, a number would tell of each of them that they did. */
  @Test
  void whereEverybodyTookPartNoNumberOfPeopleIsTold() {
    Release release = Examples.release(3, true);
    for (Map.Entry<String, List<String>> said :
        Map.of("nl", List.of("Ten minste 7 mensen deden mee"), "en", List.of("At least 7 people"))
            .entrySet()) {
      Words words = Spoken.in(said.getKey());
      IcebergView view = Examples.view(words, 3, "", release);
      assertThat(Examples.page(words, view)).contains(said.getValue());
      for (var table : ((IcebergView.Berg) view.seen()).tables()) {
        assertThat(table.rows())
            .allSatisfy(row -> assertThat(row.n()).isEqualTo(row.numbers().isEmpty() ? "" : "≥ 7"));
      }
    }
  }

  /** Whoever cannot see the drawing, or doubts it, finds each of its figures in a table, with n. */
  @Test
  void everyFigureDrawnStandsInATableToo() {
    Release release = Examples.release(6);
    Words words = Spoken.in("nl");
    IcebergView view = Examples.view(words, 6, "", release);
    String page = Examples.page(words, view);
    String tables = page.substring(page.indexOf("<table"));
    var drawn = Pattern.compile("class=\"strong\"[^>]*>([0-9]+%)<").matcher(page);
    int count = 0;
    for (; drawn.find(); count++) {
      assertThat(tables).contains(drawn.group(1));
    }
    assertThat(count).isGreaterThan(20);
    assertThat(view.seen()).isInstanceOf(IcebergView.Berg.class);
    for (var table : ((IcebergView.Berg) view.seen()).tables()) {
      assertThat(table.rows()).allSatisfy(row -> assertThat(row.n()).matches("[0-9.]+"));
    }
  }

  /** With the styles beside it, so that a browser can open the file. */
  private static void keep(String name, String page) throws IOException {
    Files.createDirectories(LOOK);
    Files.writeString(
        LOOK.resolve(name + ".html"), page.replace("/assets/", "../classes/static/assets/"));
  }
}
