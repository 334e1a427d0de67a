package nl.onderstroom.server.rounds;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import nl.onderstroom.engine.summary.Quantity;

/**
 * One question of a questionnaire. Any question may be skipped; a skipped question has no answer at
 * all, never a middle one.
 *
 * <p>An answer chooses by position, counted from 1 in the order of {@link #choiceKeys}: a statement
 * and a one-of take one position, words take one up to their limit.
 */
public sealed interface Question {
  /** The stable code under which answers are stored: lower-case letters and dashes. */
  String key();

  Construct construct();

  /** Message keys of what can be chosen, in the order shown. */
  List<String> choiceKeys();

  /** How many choices one answer may hold, at least 1. */
  int limit();

  /** What an answer is as a number: the position chosen, or a bit for each word ticked. */
  Quantity quantity();

  /** Message key of the question as people read it. */
  default String textKey() {
    return "rounds.question." + key();
  }

  /** Message key of the line under the question that says how it is meant. */
  default String hintKey() {
    return textKey() + ".hint";
  }

  /**
   * A sentence to agree with on five steps, 1 not at all to 5 fully.
   *
   * @param reversed whether agreeing says less, and not more, of the construct
   */
  record Statement(String key, Construct construct, boolean reversed) implements Question {
    /** Steps of agreement. */
    public static final int STEPS = 5;

    public Statement {
      requireKey("question", key);
    }

    @Override
    public List<String> choiceKeys() {
      return IntStream.rangeClosed(1, STEPS).mapToObj(step -> "rounds.agreement." + step).toList();
    }

    @Override
    public Quantity quantity() {
      return new Quantity.Levels(key, 1, STEPS);
    }

    @Override
    public int limit() {
      return 1;
    }
  }

  /**
   * Exactly one of a few options.
   *
   * @param options stable codes, in order: how often from never to daily, or a stance from towards
   *     to away
   */
  record OneOf(String key, Construct construct, List<String> options) implements Question {
    public OneOf {
      requireKey("question", key);
      options = List.copyOf(options);
      requireOptions(key, options);
    }

    @Override
    public List<String> choiceKeys() {
      return options.stream().map(option -> textKey() + "." + option).toList();
    }

    @Override
    public Quantity quantity() {
      return new Quantity.Levels(key, 1, options.size());
    }

    @Override
    public int limit() {
      return 1;
    }
  }

  /**
   * Words of which people tick those that fit.
   *
   * @param options stable codes, in the order shown
   * @param limit most words a person may tick, 1 up to the number of options
   */
  record Words(String key, Construct construct, List<String> options, int limit)
      implements Question {
    public Words {
      requireKey("question", key);
      options = List.copyOf(options);
      requireOptions(key, options);
      if (limit < 1 || limit > options.size()) {
        throw new IllegalArgumentException(
            "Question %s: limit is %d; give 1 to %d, its number of options"
                .formatted(key, limit, options.size()));
      }
    }

    @Override
    public List<String> choiceKeys() {
      return options.stream().map(option -> textKey() + "." + option).toList();
    }

    @Override
    public Quantity quantity() {
      return new Quantity.Ticks(key, options.size());
    }
  }

  private static void requireKey(String what, String key) {
    if (!key.matches("[a-z][a-z-]{0,39}")) {
      throw new IllegalArgumentException(
          "Key of a %s is \"%s\"; give lower-case letters and dashes, at most 40, such as job-threat"
              .formatted(what, key));
    }
  }

  private static void requireOptions(String key, List<String> options) {
    options.forEach(option -> requireKey("option of " + key, option));
    if (options.size() < 2 || new HashSet<>(options).size() != options.size()) {
      throw new IllegalArgumentException(
          "Question %s has options %s; give two or more, all different".formatted(key, options));
    }
  }
}
