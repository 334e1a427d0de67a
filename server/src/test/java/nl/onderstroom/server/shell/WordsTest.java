package nl.onderstroom.server.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every room speaks both languages, in full. */
class WordsTest {
  private static final Path ROOMS = Path.of("src/main/java/nl/onderstroom/server");
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
  private static final Pattern SAID = Pattern.compile("\\bsay\\(\"([a-z][a-z0-9.-]*[a-z0-9])\"");
  private static final List<String> SHARED_PREFIXES = List.of("notice.", "role.");

  @Test
  void whatIsSaidInDutchIsSaidInEnglish() throws IOException {
    for (Path room : rooms()) {
      assertThat(words(room, "en").stringPropertyNames())
          .as("keys of %s/messages_en.properties beside messages_nl", room.getFileName())
          .containsExactlyInAnyOrderElementsOf(words(room, "nl").stringPropertyNames());
    }
  }

  @Test
  void bothLanguagesFillInTheSameArguments() throws IOException {
    for (Path room : rooms()) {
      Properties dutch = words(room, "nl");
      Properties english = words(room, "en");
      for (String key : dutch.stringPropertyNames()) {
        assertThat(arguments(english.getProperty(key, "")))
            .as("arguments of %s in English", key)
            .isEqualTo(arguments(dutch.getProperty(key)));
      }
    }
  }

  /** A straight apostrophe starts a quotation in a message format: it eats itself and arguments. */
  @Test
  void noTextIsEmptyOrHasAStraightApostrophe() throws IOException {
    for (Path room : rooms()) {
      for (String language : List.of("nl", "en")) {
        words(room, language)
            .forEach((key, text) ->
                assertThat((String) text)
                    .as("%s in %s: use ’ (U+2019)", key, language)
                    .isNotBlank()
                    .doesNotContain("'"));
      }
    }
  }

  @Test
  void aRoomsKeysStartWithItsName() throws IOException {
    for (Path room : rooms()) {
      assertThat(words(room, "nl").stringPropertyNames())
          .allSatisfy(key ->
              assertThat(
                      key.startsWith(room.getFileName() + ".")
                          || SHARED_PREFIXES.stream().anyMatch(key::startsWith))
                  .as("%s in room %s", key, room.getFileName())
                  .isTrue());
    }
  }

  @Test
  void everyKeyThatAPageSaysHasWords() throws IOException {
    var known = new TreeSet<String>();
    for (Path room : rooms()) {
      known.addAll(words(room, "nl").stringPropertyNames());
    }
    try (Stream<Path> files = Files.walk(ROOMS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.toString().endsWith(".jte") || file.toString().endsWith(".java")) {
          assertThat(SAID.matcher(Files.readString(file)).results().map(said -> said.group(1)))
              .as("keys said in %s", file)
              .allSatisfy(key -> assertThat(known).contains(key));
        }
      }
    }
  }

  private static List<Path> rooms() throws IOException {
    try (Stream<Path> files = Files.list(ROOMS)) {
      List<Path> rooms =
          files.filter(room -> Files.exists(room.resolve("messages_nl.properties"))).toList();
      assertThat(rooms).isNotEmpty();
      return rooms;
    }
  }

  private static Properties words(Path room, String language) throws IOException {
    var words = new Properties();
    try (Reader text =
        Files.newBufferedReader(room.resolve("messages_" + language + ".properties"))) {
      words.load(text);
    }
    return words;
  }

  private static Set<String> arguments(String text) {
    var arguments = new TreeSet<String>();
    ARGUMENT.matcher(text).results().forEach(found -> arguments.add(found.group(1)));
    return arguments;
  }
}
