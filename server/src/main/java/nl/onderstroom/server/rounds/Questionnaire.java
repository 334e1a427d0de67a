package nl.onderstroom.server.rounds;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.onderstroom.engine.measure.Scale;
import nl.onderstroom.engine.measure.Scoring;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.server.rounds.Question.Measured;
import nl.onderstroom.server.rounds.Question.OneOf;
import nl.onderstroom.server.rounds.Question.Scored;
import nl.onderstroom.server.rounds.Question.Statement;
import nl.onderstroom.server.rounds.Question.Words;

/**
 * The questions of a round, in the order asked. A published version never changes: other wording is
 * a new version, since answers are compared over rounds.
 *
 * @param code stable name, stored with every round
 * @param version 1 and up
 * @param questions 1 to {@value #MOST_QUESTIONS}, with different keys
 */
public record Questionnaire(String code, int version, List<Question> questions) {
  private static final int MOST_QUESTIONS = 200;

  /** Statements of a conversation: what people can weigh in one sitting. */
  public static final int MOST_STATEMENTS = 40;

  private static final int MOST_CROSSED = 20;

  /**
   * The pulse: twelve questions of our own, 90 seconds on a phone. It opens with what people do,
   * passes the three pillars and then goes under the waterline; worries come before hope, so that
   * nobody leaves on the worry.
   */
  public static final Questionnaire FIRST =
      new Questionnaire(
          "pulse",
          1,
          List.of(
              new OneOf(
                  "use", Construct.USE, List.of("never", "rarely", "monthly", "weekly", "daily")),
              new Statement("tried", Construct.TRYING, false),
              new Statement("vision", Construct.VISION, false),
              new Statement("example", Construct.EXAMPLE, false),
              new Statement("training", Construct.TRAINING, false),
              new Statement("daring", Construct.DARING, false),
              new Statement("worries", Construct.SAFETY, false),
              new Statement("job-threat", Construct.JOB_THREAT, false),
              new Statement("keeping-up", Construct.KEEPING_UP, true),
              new Statement("hope", Construct.EXPECTANCY, false),
              new Words(
                  "feelings",
                  Construct.FEELINGS,
                  List.of(
                      "curious",
                      "hopeful",
                      "proud",
                      "enthusiastic",
                      "calm",
                      "tense",
                      "threatened",
                      "overwhelmed",
                      "sceptical",
                      "indifferent"),
                  3),
              new OneOf(
                  "stance",
                  Construct.STANCE,
                  List.of("embrace", "curious", "scary", "hold-back"))));

  public Questionnaire {
    questions = List.copyOf(questions);
    if (code.isBlank() || version < 1) {
      throw new IllegalArgumentException(
          "Questionnaire \"%s\" version %d: give a code and a version of 1 or more"
              .formatted(code, version));
    }
    if (questions.isEmpty() || questions.size() > MOST_QUESTIONS) {
      throw new IllegalArgumentException(
          "Questionnaire %s has %d questions; give 1 to %d"
              .formatted(code, questions.size(), MOST_QUESTIONS));
    }
    var seen = new HashSet<String>();
    for (Question question : questions) {
      if (!seen.add(question.key())) {
        throw new IllegalArgumentException(
            "Questionnaire %s asks \"%s\" twice; give every question a key of its own"
                .formatted(code, question.key()));
      }
    }
  }

  /**
   * A conversation: statements on which everybody votes.
   *
   * @param statements at least 1 and at most {@value #MOST_STATEMENTS}, in the order shown
   */
  public static Questionnaire conversation(List<Label> statements) {
    if (statements.size() > MOST_STATEMENTS) {
      throw new IllegalArgumentException(
          "A conversation has %d statements; give 1 to %d"
              .formatted(statements.size(), MOST_STATEMENTS));
    }
    return new Questionnaire(
        "conversation",
        1,
        IntStream.range(0, statements.size())
            .<Question>mapToObj(i -> new Question.Vote("s-" + (i + 1), statements.get(i)))
            .toList());
  }

  /** Whether people vote here on statements, and nothing else. */
  public boolean isConversation() {
    return questions.stream().allMatch(Question.Vote.class::isInstance);
  }

  /** The questions that people answer here; none of an earlier survey. */
  public List<Question.Asked> asked() {
    return questions.stream()
        .filter(Question.Asked.class::isInstance)
        .map(Question.Asked.class::cast)
        .toList();
  }

  /**
   * The question that people answer here, stored under {@code key}.
   *
   * @throws IllegalArgumentException when this questionnaire does not ask it
   */
  public Question.Asked asked(String key) {
    if (question(key) instanceof Question.Asked asked) {
      return asked;
    }
    throw new IllegalArgumentException(
        "The question \"" + key + "\" comes from an earlier survey; nobody answers it here");
  }

  /**
   * What is counted of it. Products are kept of statements and of items with levels, of which
   * scales are made; of none when there are more than {@value #MOST_CROSSED}.
   */
  public SummaryShape shape() {
    return scoring().shape();
  }

  /**
   * From a person's answers to the record that is counted. The answers go in the order of the
   * questions; a scale takes one place for each of its items if they have levels, else one place
   * for its score.
   */
  public Scoring scoring() {
    var answered = new ArrayList<Quantity>();
    var scales = new ArrayList<Scale>();
    var crossed = new ArrayList<String>();
    for (Question question : questions) {
      if (question instanceof Scored scored && scored.hasLevels()) {
        scored.items().forEach(item -> answered.add(item.quantity()));
        scored.items().forEach(item -> crossed.add(item.key()));
        scales.add(scored.scale());
      } else {
        answered.add(question.quantity());
        if (question instanceof Statement
            || (question instanceof Measured measured && measured.hasLevels())) {
          crossed.add(question.key());
        }
      }
    }
    return new Scoring(answered, scales, crossed.size() > MOST_CROSSED ? List.of() : crossed);
  }

  /**
   * The question stored under {@code key}.
   *
   * @throws IllegalArgumentException when this questionnaire does not ask it
   */
  public Question question(String key) {
    return find(key)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "Questionnaire %s version %d has no question \"%s\"; it asks %s"
                    .formatted(
                        code, version, key, questions.stream().map(Question::key).toList())));
  }

  public Optional<Question> find(String key) {
    return questions.stream().filter(question -> question.key().equals(key)).findFirst();
  }
}
