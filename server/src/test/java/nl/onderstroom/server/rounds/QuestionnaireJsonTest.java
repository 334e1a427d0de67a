package nl.onderstroom.server.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import nl.onderstroom.server.rounds.Question.Measured;
import nl.onderstroom.server.rounds.Question.Scored;
import org.junit.jupiter.api.Test;

class QuestionnaireJsonTest {
  private static final Questionnaire EARLIER =
      new Questionnaire(
          "earlier",
          1,
          List.of(
              new Measured("joy", new Label("Plezier", "Joy"), Layer.FLOURISH, 0, 10, 0),
              new Measured("hours", Label.of("Uren \"per\" dag"), Layer.ABOVE, 0, 24, 2),
              new Scored(
                  "lead",
                  Label.of("Leiderschap"),
                  Layer.INSPIRE,
                  List.of(item("lead.1"), item("lead.2"), item("lead.3")),
                  Set.of("lead.3", "lead.2"))));

  @Test
  void whatIsStoredComesBack() {
    for (Questionnaire each : List.of(Questionnaire.FIRST, EARLIER)) {
      String json = QuestionnaireJson.write(each);
      assertThat(QuestionnaireJson.read(json)).isEqualTo(each);
      assertThat(QuestionnaireJson.write(QuestionnaireJson.read(json))).isEqualTo(json);
    }
  }

  /** Rounds of years ago hold exactly this: it may grow, and never change. */
  @Test
  void aStatementIsStoredByNamedFields() {
    assertThat(QuestionnaireJson.write(Questionnaire.FIRST))
        .startsWith("{\"code\":\"pulse\",\"version\":1,\"questions\":[")
        .contains(
            "{\"kind\":\"statement\",\"key\":\"keeping-up\",\"construct\":\"keeping-up\",\"reversed\":true}");
  }

  @Test
  void aKindOfANewerVersionIsRefusedByName() {
    String newer =
        QuestionnaireJson.write(Questionnaire.FIRST).replaceFirst("\"statement\"", "\"drawing\"");
    assertThatThrownBy(() -> QuestionnaireJson.read(newer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"drawing\"")
        .hasMessageContaining("newer version");
  }

  @Test
  void whatIsNoQuestionnaireIsRefused() {
    for (String text :
        List.of("{}", "[]", "", "{\"code\":\"x\"", "{\"code\":\"x\",\"version\":1}")) {
      assertThatThrownBy(() -> QuestionnaireJson.read(text))
          .as(text)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aScaleOfLevelsIsCountedItemByItemAndScored() {
    assertThat(EARLIER.shape().quantities())
        .extracting(quantity -> quantity.key())
        .containsExactly("joy", "hours", "lead.1", "lead.2", "lead.3", "lead", "lead.partial");
    assertThat(EARLIER.asked()).isEmpty();
  }

  private static Measured item(String key) {
    return new Measured(key, Label.of(key), Layer.INSPIRE, 1, 5, 0);
  }
}
