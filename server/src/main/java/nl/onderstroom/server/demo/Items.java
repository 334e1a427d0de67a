package nl.onderstroom.server.demo;

import static nl.onderstroom.server.demo.Latent.CLARITY;
import static nl.onderstroom.server.demo.Latent.EXAMPLE;
import static nl.onderstroom.server.demo.Latent.EXPECTANCY;
import static nl.onderstroom.server.demo.Latent.JOB_THREAT;
import static nl.onderstroom.server.demo.Latent.KEEPING_UP;
import static nl.onderstroom.server.demo.Latent.OPENNESS;
import static nl.onderstroom.server.demo.Latent.PRACTICE;
import static nl.onderstroom.server.demo.Latent.SAFETY;
import static nl.onderstroom.server.demo.Latent.STYLE;
import static nl.onderstroom.server.demo.Latent.SUPPORT;
import static nl.onderstroom.server.demo.Latent.THREAT;

import java.util.EnumMap;
import java.util.Map;
import nl.onderstroom.server.demo.Item.Chosen;
import nl.onderstroom.server.demo.Item.Graded;
import nl.onderstroom.server.demo.Item.Pull;
import nl.onderstroom.server.demo.Item.Ticked;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Question.OneOf;
import nl.onderstroom.server.rounds.Question.Statement;
import nl.onderstroom.server.rounds.Question.Vote;
import nl.onderstroom.server.rounds.Question.Words;

/** What every question of the pulse draws on under the waterline. */
final class Items {
  /** Questions that more people would rather not answer. */
  private static final double SKIPS_WHAT_IS_PERSONAL = 0.04;

  private static final double SKIPS = 0.02;

  private Items() {}

  /**
   * How {@code question} is answered.
   *
   * @throws IllegalArgumentException when the example company does not know the question
   */
  static Item of(Question.Asked question) {
    return switch (question) {
      case Statement statement -> statement(statement);
      case OneOf one when one.key().equals("use") ->
          new Graded(Map.of(PRACTICE, 1.0, EXPECTANCY, 0.3), 0.6);
      case OneOf one when one.key().equals("stance") ->
          new Chosen(one.options().stream().map(Items::stance).toList());
      case Words words when words.key().equals("feelings") ->
          new Ticked(words.options().stream().map(Items::feeling).toList());
      case OneOf one -> throw unknown("question", one.key());
      case Words words -> throw unknown("question", words.key());
      case Vote vote -> throw unknown("statement", vote.key());
    };
  }

  /** The chance that someone who takes part leaves {@code question} open. */
  static double chanceOfSkipping(Question.Asked question) {
    return switch (question.key()) {
      case "job-threat", "feelings", "stance" -> SKIPS_WHAT_IS_PERSONAL;
      default -> SKIPS;
    };
  }

  /** Yea-saying comes on top of what is meant, so it counts against a reversed statement. */
  private static Item statement(Statement statement) {
    double sign = statement.reversed() ? -1 : 1;
    return switch (statement.key()) {
      case "tried" -> graded(sign, 0.5, Map.of(PRACTICE, 0.9, OPENNESS, 0.3));
      case "vision" -> graded(sign, 0.5, Map.of(CLARITY, 1.0, EXAMPLE, 0.2));
      case "example" -> graded(sign, 0.2, Map.of(EXAMPLE, 1.2));
      case "training" -> graded(sign, 0.4, Map.of(SUPPORT, 1.1));
      case "daring" -> graded(sign, 0.0, Map.of(OPENNESS, 0.6, SAFETY, 0.5));
      case "worries" -> graded(sign, 0.0, Map.of(SAFETY, 1.3));
      case "job-threat" -> graded(sign, 0.4, Map.of(JOB_THREAT, 1.0));
      case "keeping-up" -> graded(sign, 0.2, Map.of(KEEPING_UP, 1.0));
      case "hope" -> graded(sign, 0.0, Map.of(EXPECTANCY, 1.1));
      default -> throw unknown("statement", statement.key());
    };
  }

  /** A statement; {@code location} is that of the answer, whichever way the statement points. */
  private static Item graded(double sign, double location, Map<Latent, Double> meant) {
    var weights = new EnumMap<Latent, Double>(Latent.class);
    meant.forEach((latent, weight) -> weights.put(latent, sign * weight));
    weights.put(STYLE, 1.0);
    return new Graded(weights, location);
  }

  private static Pull stance(String option) {
    return switch (option) {
      case "embrace" -> new Pull(-0.7, Map.of(EXPECTANCY, 1.5, THREAT, -1.0, PRACTICE, 0.3));
      case "curious" -> new Pull(0.3, Map.of(EXPECTANCY, 0.6, OPENNESS, 0.4, THREAT, -0.2));
      case "scary" -> new Pull(-0.3, Map.of(THREAT, 1.0, KEEPING_UP, -0.6));
      case "hold-back" -> new Pull(-0.8, Map.of(EXPECTANCY, -1.3, THREAT, 0.4, OPENNESS, -0.3));
      default -> throw unknown("stance", option);
    };
  }

  private static Pull feeling(String word) {
    return switch (word) {
      case "curious" -> new Pull(0.6, Map.of(OPENNESS, 0.6, EXPECTANCY, 0.3));
      case "hopeful" -> new Pull(0.2, Map.of(EXPECTANCY, 0.8, THREAT, -0.2));
      case "proud" -> new Pull(-1.0, Map.of(PRACTICE, 0.9, EXPECTANCY, 0.3));
      case "enthusiastic" -> new Pull(-0.2, Map.of(EXPECTANCY, 1.0, THREAT, -0.3));
      case "calm" -> new Pull(-0.2, Map.of(THREAT, -0.7, JOB_THREAT, -0.4));
      case "tense" -> new Pull(0.3, Map.of(THREAT, 0.7));
      case "threatened" -> new Pull(-0.6, Map.of(THREAT, 0.8, JOB_THREAT, 0.6));
      case "overwhelmed" -> new Pull(-0.1, Map.of(KEEPING_UP, -0.9, THREAT, 0.2));
      case "sceptical" -> new Pull(0.2, Map.of(EXPECTANCY, -0.8));
      case "indifferent" -> new Pull(-0.5, Map.of(EXPECTANCY, -0.6, THREAT, -0.4));
      default -> throw unknown("feeling", word);
    };
  }

  private static IllegalArgumentException unknown(String what, String key) {
    return new IllegalArgumentException(
        "The example company has no answer to the %s \"%s\"; say in Items what it draws on"
            .formatted(what, key));
  }
}
