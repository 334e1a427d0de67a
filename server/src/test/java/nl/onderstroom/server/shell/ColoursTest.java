package nl.onderstroom.server.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is written can be read, and groups can be told apart: by day, by night and in print. */
class ColoursTest {
  private static final Path TOKENS =
      Path.of("src/main/java/nl/onderstroom/server/shell/tokens.css");
  private static final Pattern TOKEN = Pattern.compile("--([a-z0-9-]+): (#[0-9a-f]{3,6});");
  private static final List<String> GROUNDS = List.of("paper", "sheet", "shallow");
  private static final List<String> GROUPS =
      IntStream.rangeClosed(1, 5).mapToObj(group -> "group-" + group).toList();

  private static Map<String, Colour> light = Map.of();
  private static Map<String, Colour> dark = Map.of();

  @BeforeAll
  static void read() throws IOException {
    String css = Files.readString(TOKENS);
    int night = css.indexOf("@media screen and (prefers-color-scheme: dark)");
    light = tokens(css.substring(0, night));
    dark = new HashMap<>(light);
    dark.putAll(tokens(css.substring(night)));
    assertThat(dark.get("paper")).isNotEqualTo(light.get("paper"));
  }

  @Test
  void textCanBeReadOnEveryGround() {
    for (Map<String, Colour> tokens : List.of(light, dark)) {
      for (String ground : GROUNDS) {
        for (String text : List.of("ink", "ink-soft", "water", "accent", "organisation")) {
          assertContrast(tokens, text, ground, 4.5);
        }
        GROUPS.forEach(group -> assertContrast(tokens, group, ground, 4.5));
        assertContrast(tokens, "edge", ground, 3);
      }
    }
  }

  @Test
  void textCanBeReadOnColour() {
    for (Map<String, Colour> tokens : List.of(light, dark)) {
      assertContrast(tokens, "on-accent", "accent", 4.5);
      assertContrast(tokens, "on-accent", "accent-strong", 4.5);
      assertContrast(tokens, "on-deep", "deep", 4.5);
      assertContrast(tokens, "ink", "fog", 4.5);
      GROUPS.forEach(group -> assertContrast(tokens, "on-group", group, 4.5));
    }
  }

  @Test
  void groupsAreToldApartByEveryEyeAndInGreyPrint() {
    for (Map<String, Colour> tokens : List.of(light, dark)) {
      Colour.Sight.ALL.forEach(sight -> assertGroupsApart(tokens, sight, 0.1));
      assertGroupsApart(tokens, Colour.Sight.GREY_PRINT, 0.04);
    }
  }

  private static void assertGroupsApart(
      Map<String, Colour> tokens, Colour.Sight sight, double least) {
    for (String one : GROUPS) {
      for (String other : GROUPS.subList(0, GROUPS.indexOf(one))) {
        assertThat(sight.of(get(tokens, one)).distance(sight.of(get(tokens, other))))
            .as("%s and %s to %s sight by %s", one, other, sight.name(), name(tokens))
            .isGreaterThan(least);
      }
    }
  }

  /** The measure itself: known ratios, and a pair that everybody knows to be confused. */
  @Test
  void theMeasureKnowsGoodFromBad() {
    assertThat(Colour.of("#fff").contrast(Colour.of("#000000"))).isEqualTo(21);
    assertThat(Colour.of("#777777").contrast(Colour.of("#ffffff"))).isBetween(4.47, 4.49);
    Colour red = Colour.of("#c04000");
    Colour green = Colour.of("#6a7a00");
    assertThat(red.distance(green)).isGreaterThan(0.15);
    Colour.Sight withoutGreen = Colour.Sight.ALL.get(2);
    assertThat(withoutGreen.of(red).distance(withoutGreen.of(green))).isLessThan(0.1);
  }

  private static void assertContrast(
      Map<String, Colour> tokens, String text, String ground, double least) {
    assertThat(get(tokens, text).contrast(get(tokens, ground)))
        .as("contrast of %s on %s by %s", text, ground, name(tokens))
        .isGreaterThanOrEqualTo(least);
  }

  private static String name(Map<String, Colour> tokens) {
    return tokens.equals(light) ? "day" : "night";
  }

  private static Colour get(Map<String, Colour> tokens, String name) {
    Colour colour = tokens.get(name);
    if (colour == null) {
      throw new IllegalArgumentException("tokens.css has no --" + name);
    }
    return colour;
  }

  private static Map<String, Colour> tokens(String css) {
    var tokens = new HashMap<String, Colour>();
    Matcher found = TOKEN.matcher(css);
    while (found.find()) {
      tokens.put(found.group(1), Colour.of(found.group(2)));
    }
    return tokens;
  }
}
