package nl.onderstroom.server.rounds;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.onderstroom.server.rounds.Question.Measured;
import nl.onderstroom.server.rounds.Question.OneOf;
import nl.onderstroom.server.rounds.Question.Scored;
import nl.onderstroom.server.rounds.Question.Statement;
import nl.onderstroom.server.rounds.Question.Vote;
import nl.onderstroom.server.rounds.Question.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A questionnaire as it is stored with its round. Every field is written out by name: what was
 * stored years ago must still be readable when the records in Java have changed.
 */
public final class QuestionnaireJson {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final String KIND = "kind";
  private static final String KEY = "key";

  private QuestionnaireJson() {}

  public static String write(Questionnaire questionnaire) {
    ObjectNode json = JSON.createObjectNode();
    json.put("code", questionnaire.code());
    json.put("version", questionnaire.version());
    ArrayNode questions = json.putArray("questions");
    questionnaire.questions().forEach(question -> write(question, questions.addObject()));
    return json.toString();
  }

  /**
   * @throws IllegalArgumentException if it is no questionnaire, or has a kind of question that this
   *     version does not know; the message says where
   */
  public static Questionnaire read(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      return new Questionnaire(
          string(json, "code"),
          number(json, "version"),
          list(json, "questions", QuestionnaireJson::question));
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "A stored questionnaire is not JSON: " + e.getMessage(), e);
    }
  }

  private static void write(Question question, ObjectNode json) {
    switch (question) {
      case Statement statement -> {
        begin(json, "statement", statement);
        json.put("reversed", statement.reversed());
      }
      case OneOf oneOf -> {
        begin(json, "one-of", oneOf);
        strings(json, "options", oneOf.options());
      }
      case Words words -> {
        begin(json, "words", words);
        strings(json, "options", words.options());
        json.put("limit", words.limit());
      }
      case Vote vote -> {
        json.put(KIND, "vote").put(KEY, vote.key());
        label(json, vote.label());
      }
      case Measured measured -> {
        json.put(KIND, "measured");
        write(measured, json);
      }
      case Scored scored -> {
        json.put(KIND, "scored").put(KEY, scored.key());
        label(json, scored.label());
        json.put("layer", scored.layer().code());
        ArrayNode items = json.putArray("items");
        scored.items().forEach(item -> write(item, items.addObject()));
        strings(json, "reversed", List.copyOf(new TreeSet<>(scored.reversed())));
      }
    }
  }

  private static void begin(ObjectNode json, String kind, Question.Asked question) {
    json.put(KIND, kind).put(KEY, question.key()).put("construct", question.construct().code());
  }

  private static void write(Measured measured, ObjectNode json) {
    json.put(KEY, measured.key());
    label(json, measured.label());
    json.put("layer", measured.layer().code());
    json.put("min", measured.min()).put("max", measured.max());
    json.put("decimals", measured.decimals());
  }

  private static void label(ObjectNode json, Label label) {
    json.putObject("label").put("nl", label.dutch()).put("en", label.english());
  }

  private static void strings(ObjectNode json, String field, List<String> values) {
    ArrayNode array = json.putArray(field);
    values.forEach(array::add);
  }

  private static Question question(JsonNode json) {
    String kind = string(json, KIND);
    return switch (kind) {
      case "statement" ->
          new Statement(string(json, KEY), construct(json), required(json, "reversed").asBoolean());
      case "one-of" ->
          new OneOf(string(json, KEY), construct(json), list(json, "options", JsonNode::asString));
      case "words" ->
          new Words(
              string(json, KEY),
              construct(json),
              list(json, "options", JsonNode::asString),
              number(json, "limit"));
      case "vote" -> new Vote(string(json, KEY), label(json));
      case "measured" -> measured(json);
      case "scored" ->
          new Scored(
              string(json, KEY),
              label(json),
              layer(json),
              list(json, "items", QuestionnaireJson::measured),
              Set.copyOf(list(json, "reversed", JsonNode::asString)));
      default ->
          throw new IllegalArgumentException(
              "A stored questionnaire has a question of kind \""
                  + kind
                  + "\"; this version knows statement, one-of, words, vote, measured and scored."
                  + " It was probably stored by a newer version.");
    };
  }

  private static Measured measured(JsonNode json) {
    return new Measured(
        string(json, KEY),
        label(json),
        layer(json),
        number(json, "min"),
        number(json, "max"),
        number(json, "decimals"));
  }

  private static Label label(JsonNode json) {
    JsonNode label = required(json, "label");
    return new Label(string(label, "nl"), string(label, "en"));
  }

  private static Construct construct(JsonNode json) {
    return coded(json, "construct", Construct.values(), Construct::code);
  }

  private static Layer layer(JsonNode json) {
    return coded(json, "layer", Layer.values(), Layer::code);
  }

  private static <T> T coded(JsonNode json, String field, T[] all, Function<T, String> code) {
    String given = string(json, field);
    return Stream.of(all)
        .filter(each -> code.apply(each).equals(given))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "A stored questionnaire has the %s \"%s\"; expected one of %s"
                    .formatted(field, given, Stream.of(all).map(code).toList())));
  }

  private static <T> List<T> list(JsonNode json, String field, Function<JsonNode, T> read) {
    return required(json, field).valueStream().map(read).toList();
  }

  private static String string(JsonNode json, String field) {
    return required(json, field).asString();
  }

  private static int number(JsonNode json, String field) {
    return required(json, field).asInt();
  }

  private static JsonNode required(JsonNode json, String field) {
    JsonNode found = json.get(field);
    if (found == null || found.isNull()) {
      throw new IllegalArgumentException(
          "A stored questionnaire lacks \"" + field + "\" in " + json);
    }
    return found;
  }
}
