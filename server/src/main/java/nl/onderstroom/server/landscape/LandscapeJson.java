package nl.onderstroom.server.landscape;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import nl.onderstroom.engine.landscape.GroupEvidence;
import nl.onderstroom.engine.landscape.Landscape;
import nl.onderstroom.engine.landscape.OpinionGroup;
import nl.onderstroom.engine.landscape.Participant;
import nl.onderstroom.engine.landscape.StatementResult;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * The landscape for other programs, written as a stream. The same votes give the same bytes, but
 * for {@code seconds}. Figures have six decimals; one that is not known is {@code null}.
 */
final class LandscapeJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
  private static final double MILLION = 1e6;

  private final JsonGenerator json;
  private final Outcome outcome;

  /** How long it took, in seconds. */
  record Seconds(double read, double fit, double total) {}

  private LandscapeJson(JsonGenerator json, Outcome outcome) {
    this.json = json;
    this.outcome = outcome;
  }

  /** Leaves {@code out} open. */
  static void write(Outcome outcome, Seconds seconds, OutputStream out) {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      new LandscapeJson(json, outcome).write(seconds);
    }
  }

  private void write(Seconds seconds) {
    Landscape landscape = outcome.landscape();
    json.writeStartObject();
    json.writeNumberProperty("people", outcome.people().size());
    json.writeNumberProperty("statementCount", outcome.statements().size());
    json.writeNumberProperty("votes", landscape.votes());
    json.writeNumberProperty("k", landscape.groups().size());
    number("confidence", landscape.confidence());
    json.writeNumberProperty("dimensions", landscape.dimensions());
    array("groups", landscape.groups(), this::group);
    json.writeObjectPropertyStart("marks");
    landscape.groups().forEach(group -> array(letter(group.number()), group.marks(), this::mark));
    json.writeEndObject();
    array("evidence", landscape.evidence(), this::evidence);
    array("statements", outcome.statements(), this::statement);
    array(
        "unanswered",
        outcome.unanswered(),
        each -> {
          json.writeStringProperty("id", each.getKey());
          json.writeStringProperty("text", each.getValue().text());
        });
    array("participants", outcome.people(), this::participant);
    json.writeObjectPropertyStart("seconds");
    number("read", seconds.read());
    number("fit", seconds.fit());
    number("total", seconds.total());
    json.writeEndObject();
    line();
    json.writeEndObject();
    line();
  }

  private void group(OpinionGroup group) {
    json.writeStringProperty("id", letter(group.number()));
    json.writeStringProperty("name", outcome.name(group));
    json.writeNumberProperty("size", group.size());
    number("share", group.share());
    number("shareLow", group.shareInterval().low());
    number("shareHigh", group.shareInterval().high());
    number("x", group.x());
    number("y", group.y());
  }

  private void mark(OpinionGroup.Mark mark) {
    json.writeStringProperty("statement", mark.statement());
    json.writeStringProperty("text", outcome.comments().text(mark.statement()));
    json.writeStringProperty("vote", lower(mark.vote()));
    number("share", mark.share());
    number("elsewhere", mark.elsewhere());
    json.writeNumberProperty("n", mark.n());
    number("q", mark.q());
  }

  private void evidence(GroupEvidence evidence) {
    json.writeNumberProperty("k", evidence.groups());
    number("gain", evidence.gain());
    number("stability", evidence.stability());
    number("structure", evidence.structure());
    number("valley", evidence.valley());
    json.writeStringProperty("verdict", lower(evidence.verdict()));
  }

  private void statement(StatementResult statement) {
    json.writeStringProperty("id", statement.id());
    json.writeStringProperty("text", outcome.comments().text(statement.id()));
    json.writeNumberProperty("agree", statement.agree());
    json.writeNumberProperty("disagree", statement.disagree());
    json.writeNumberProperty("pass", statement.pass());
    number("consensus", statement.consensus());
    number("consensusLow", statement.consensusInterval().low());
    number("consensusHigh", statement.consensusInterval().high());
    number("divisiveness", statement.divisiveness());
    number("bridging", statement.bridging());
    number("priority", statement.priority());
    json.writeStringProperty("role", lower(statement.role()));
    json.writeArrayPropertyStart("byGroup");
    for (StatementResult.GroupAgreement group : statement.byGroup()) {
      json.writeStartObject();
      json.writeStringProperty("group", letter(group.group()));
      number("agree", group.agree());
      number("disagree", group.disagree());
      number("low", group.interval().low());
      number("high", group.interval().high());
      json.writeNumberProperty("n", group.n());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void participant(Participant person) {
    json.writeStringProperty("id", person.id());
    json.writeName("group");
    if (person.group().isPresent()) {
      json.writeString(letter(person.group().getAsInt()));
    } else {
      json.writeNull();
    }
    number("probability", person.probability());
    number("x", person.x());
    number("y", person.y());
    json.writeNumberProperty("votes", person.votes());
  }

  private interface Body<T> {
    void write(T each);
  }

  /** One element a line. */
  private <T> void array(String name, List<T> elements, Body<T> body) {
    line();
    json.writeArrayPropertyStart(name);
    for (T each : elements) {
      json.writeStartObject();
      body.write(each);
      json.writeEndObject();
      line();
    }
    json.writeEndArray();
  }

  private void number(String name, double value) {
    if (!Double.isFinite(value)) {
      json.writeNullProperty(name);
    } else {
      // Adding zero makes of −0 a plain 0.
      json.writeNumberProperty(name, Math.rint(value * MILLION) / MILLION + 0.0);
    }
  }

  private void line() {
    json.writeRaw('\n');
  }

  private static String letter(int group) {
    return Outcome.letter(group);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
