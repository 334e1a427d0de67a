package nl.onderstroom.server.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What keeps pages light and lets them live under a strict content policy. */
class LookTest {
  private static final Path ROOMS = Path.of("src/main/java/nl/onderstroom/server");
  private static final Path ASSETS = Path.of("target/classes/static/assets");
  private static final Pattern INLINE =
      Pattern.compile(
          "\\sstyle=|<style|<script(?![^>]*\\ssrc=)|\\son[a-z]+\\s*=\\s*\"|javascript:");
  private static final int FONTS_AT_MOST_BYTES = 60_000;
  private static final int STYLE_AT_MOST_BYTES = 64_000;

  @Test
  void noTemplateStylesOrScriptsInItsLines() throws IOException {
    for (Path template : files(ROOMS, ".jte")) {
      if (template.endsWith("report.jte")) {
        // Files of their own on somebody's disk, which no server sends, bring their styles along.
        continue;
      }
      assertThat(INLINE.matcher(Files.readString(template)).results().map(found -> found.group()))
          .as("inline style or script in %s", template)
          .isEmpty();
    }
    assertThat(INLINE.matcher("<p style=\"x\">").find()).isTrue();
    assertThat(INLINE.matcher("<script>").find()).isTrue();
    assertThat(INLINE.matcher("<script type=\"module\" src=\"/a.js\">").find()).isFalse();
  }

  @Test
  void fontsAndStylesAreLight() throws IOException {
    List<Path> fonts = files(ASSETS, ".woff2");
    assertThat(fonts).isNotEmpty();
    assertThat(fonts.stream().mapToLong(LookTest::size).sum())
        .as("bytes of all fonts")
        .isLessThanOrEqualTo(FONTS_AT_MOST_BYTES);
    assertThat(size(ASSETS.resolve("style.css")))
        .as("bytes of style.css")
        .isLessThanOrEqualTo(STYLE_AT_MOST_BYTES);
  }

  @Test
  void everythingThatTheStyleFetchesIsOurs() throws IOException {
    assertThat(Files.readString(ASSETS.resolve("style.css")))
        .doesNotContain("url(http")
        .doesNotContain("url(//")
        .doesNotContain("@import");
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
