package nl.onderstroom.server.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.QuestionnaireJson;
import org.junit.jupiter.api.Test;

/** Statements as the programme lead types them. */
class StatementsTextTest {
  @Test
  void eachLineIsAStatementAndEmptyOnesAreNot() {
    StatementsText text =
        StatementsText.of("AI maakt ons werk beter.\r\n\r\n  Wie niet wil,\tmag wachten. \n");
    assertThat(text.problem()).isEmpty();
    assertThat(text.questionnaire().isConversation()).isTrue();
    assertThat(text.questionnaire().questions())
        .extracting(question -> ((Question.Vote) question).label().dutch())
        .containsExactly("AI maakt ons werk beter.", "Wie niet wil, mag wachten.");
  }

  @Test
  void whatIsStoredIsReadAgain() {
    var questionnaire = StatementsText.of("Ja\nNee\nMisschien").questionnaire();
    assertThat(QuestionnaireJson.read(QuestionnaireJson.write(questionnaire)))
        .isEqualTo(questionnaire);
  }

  @Test
  void whatIsWrongIsSaidWithItsLine() {
    assertThat(problem("")).isEqualTo(List.of("number", 0, 2, 40));
    assertThat(problem("Een\n\n")).isEqualTo(List.of("number", 1, 2, 40));
    assertThat(problem(lines(41))).isEqualTo(List.of("number", 41, 2, 40));
    assertThat(problem(lines(40))).isEmpty();
    assertThat(problem("Een\n\n" + "x".repeat(201))).isEqualTo(List.of("long", 3, 201, 200));
    assertThat(problem("Een\n" + "x".repeat(200))).isEmpty();
    assertThat(problem("Een\nTwee\n een ")).isEqualTo(List.of("twice", 3, 1));
    assertThat(problem("Een zin\nTwee\neen\u00a0zin")).isEqualTo(List.of("twice", 3, 1));
    assertThat(problem("Een\n\u00a0\u2003\nTwee")).isEmpty();
    assertThat(problem("Een\n".repeat(100_000))).isEqualTo(List.of("text", 40));
  }

  private static String lines(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "Stelling " + i)
        .collect(Collectors.joining("\n"));
  }

  private static List<Object> problem(String typed) {
    return StatementsText.of(typed)
        .problem()
        .map(problem -> {
          var said = new java.util.ArrayList<Object>();
          said.add(problem.key().replace("conversation.new.statements.", ""));
          said.addAll(problem.arguments());
          return List.copyOf(said);
        })
        .orElse(List.of());
  }
}
