package nl.onderstroom.server.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.server.rounds.Question.OneOf;
import nl.onderstroom.server.rounds.Question.Statement;
import nl.onderstroom.server.rounds.Question.Words;
import org.junit.jupiter.api.Test;

class QuestionnaireTest {
  private static final int LONGEST_TEXT = 110;

  /** Silent reading, 238 words a minute on average (Brysbaert 2019). */
  private static final double WORDS_A_SECOND = 238.0 / 60;

  private static final double SECONDS_A_CHOICE = 3;
  private static final List<Locale> LANGUAGES = List.of(Locale.of("nl"), Locale.of("en"));

  /** Turns of phrase by which well-known published scales give themselves away. */
  private static final List<String> PUBLISHED =
      List.of(
          "bruis van energie",
          "bursting with energy",
          "chances are",
          "kans bestaat dat ik",
          "in the near future",
          "nabije toekomst",
          "insecure about",
          "held against",
          "take a risk",
          "clear and positive",
          "purposeful and meaningful",
          "bounce back",
          "cheerful",
          "vrolijk en",
          "artificially intelligent",
          "beneficial applications");

  private final Questionnaire first = Questionnaire.FIRST;

  /** An estimate: all but the hints is read, at the usual pace, and each choice takes a moment. */
  @Test
  void asksTwelveQuestionsThatFitInNinetySeconds() {
    assertThat(first.questions()).hasSize(12);
    Set<String> read =
        first.asked().stream()
            .flatMap(each -> Stream.concat(Stream.of(each.textKey()), each.choiceKeys().stream()))
            .collect(Collectors.toSet());
    double choosingSeconds = first.questions().size() * SECONDS_A_CHOICE;
    for (int language = 0; language < LANGUAGES.size(); language++) {
      int spoken = language;
      long words = read.stream().mapToLong(key -> count(say(spoken, key))).sum();
      assertThat(words / WORDS_A_SECOND + choosingSeconds)
          .as("%s: %d words", LANGUAGES.get(language), words)
          .isLessThan(90);
    }
  }

  @Test
  void keepsTheCodesUnderWhichAnswersAreStored() {
    assertThat(first.code()).isEqualTo("pulse");
    assertThat(first.version()).isEqualTo(1);
    assertThat(first.questions())
        .extracting(Question::key)
        .doesNotHaveDuplicates()
        .containsExactly(
            "use",
            "tried",
            "vision",
            "example",
            "training",
            "daring",
            "worries",
            "job-threat",
            "keeping-up",
            "hope",
            "feelings",
            "stance");
  }

  @Test
  void looksAboveAndBelowTheWaterlineAndAtAllThreePillars() {
    Set<Layer> layers =
        first.asked().stream()
            .map(each -> each.construct().layer())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Layer.class)));
    assertThat(layers)
        .contains(Layer.ABOVE, Layer.INSPIRE, Layer.DEVELOP, Layer.CONVERSE, Layer.BELOW);
  }

  @Test
  void asksJobThreatAndKeepingUpApart() {
    assertThat(first.asked("job-threat").construct()).isEqualTo(Construct.JOB_THREAT);
    assertThat(first.asked("keeping-up"))
        .isEqualTo(new Statement("keeping-up", Construct.KEEPING_UP, true));
  }

  @Test
  void isSummarisedQuestionByQuestion() {
    assertThat(first.shape().quantities())
        .extracting(Quantity::key)
        .isEqualTo(first.asked().stream().map(Question::key).toList());
    assertThat(first.shape().quantities())
        .contains(
            new Quantity.Levels("use", 1, 5),
            new Quantity.Levels("job-threat", 1, 5),
            new Quantity.Levels("stance", 1, 4),
            new Quantity.Ticks("feelings", 10));
  }

  @Test
  void saysEveryTextInBothLanguages() {
    for (int language = 0; language < LANGUAGES.size(); language++) {
      for (String key : everyKey().toList()) {
        assertThat(say(language, key))
            .as(LANGUAGES.get(language) + " " + key)
            .isNotBlank()
            .hasSizeLessThanOrEqualTo(LONGEST_TEXT);
      }
    }
    assertThat(bundle(0).keySet()).isEqualTo(bundle(1).keySet());
  }

  @Test
  void asksEveryQuestionInWordsOfItsOwn() {
    var seen = new HashSet<String>();
    for (Question.Asked question : first.asked()) {
      assertThat(seen.add(say(0, question.textKey()))).as(question.key()).isTrue();
    }
  }

  @Test
  void borrowsNoWordingFromPublishedScales() {
    for (int language = 0; language < LANGUAGES.size(); language++) {
      for (String key : everyKey().toList()) {
        assertThat(say(language, key).toLowerCase(Locale.ROOT)).as(key).doesNotContain(PUBLISHED);
      }
    }
  }

  @Test
  void refusesAQuestionAskedTwice() {
    var vision = new Statement("vision", Construct.VISION, false);
    assertThatThrownBy(() -> new Questionnaire("pulse", 1, List.of(vision, vision)))
        .hasMessageContaining("asks \"vision\" twice");
  }

  @Test
  void refusesOptionsThatCannotBeToldApart() {
    assertThatThrownBy(() -> new OneOf("stance", Construct.STANCE, List.of("scary", "scary")))
        .hasMessageContaining("all different");
    assertThatThrownBy(() -> new Words("words", Construct.FEELINGS, List.of("calm", "tense"), 3))
        .hasMessageContaining("limit is 3; give 1 to 2");
  }

  @Test
  void saysWhichQuestionItDoesNotKnow() {
    assertThat(first.find("weather")).isEmpty();
    assertThatThrownBy(() -> first.question("weather"))
        .hasMessageContaining("no question \"weather\"")
        .hasMessageContaining("vision");
  }

  private Stream<String> everyKey() {
    Stream<String> questions =
        first.asked().stream()
            .flatMap(each ->
                Stream.concat(
                    Stream.of(each.textKey(), each.hintKey()), each.choiceKeys().stream()));
    Stream<String> constructs =
        Arrays.stream(Construct.values())
            .flatMap(each -> Stream.of(each.nameKey(), each.aboutKey()));
    Stream<String> layers =
        Arrays.stream(Layer.values()).flatMap(each -> Stream.of(each.nameKey(), each.aboutKey()));
    Stream<String> rest =
        Stream.of("rounds.question.skip", "rounds.vote.agree", "rounds.vote.neither");
    return Stream.of(questions, constructs, layers, rest).flatMap(each -> each);
  }

  private static String say(int language, String key) {
    return new MessageFormat(bundle(language).getString(key), LANGUAGES.get(language))
        .format(new Object[0]);
  }

  private static ResourceBundle bundle(int language) {
    return ResourceBundle.getBundle(
        "nl.onderstroom.server.rounds.messages", LANGUAGES.get(language));
  }

  private static long count(String text) {
    return text.split(" ", -1).length;
  }
}
