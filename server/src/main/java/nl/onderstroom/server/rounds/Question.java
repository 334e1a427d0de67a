package nl.onderstroom.server.rounds;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import nl.onderstroom.engine.measure.Scale;
import nl.onderstroom.engine.summary.Quantity;

/**
 * One thing that a round measures. Any question may be skipped; a skipped question has no answer at
 * all, never a middle one.
 *
 * <p>Either it is {@link Asked} here, in words of our own, or it was {@link Measured} or {@link
 * Scored} by an earlier survey and carries the words of that survey with it.
 */
public sealed interface Question {
  /** The stable code under which answers are stored. */
  String key();

  /** Where it lies on the iceberg. */
  Layer layer();

  /** What people read: the question itself, or what an earlier survey called it. */
  String text(nl.onderstroom.server.shell.Words words);

  /** What an answer is as a number: a position, a bit for each word ticked, a level, a score. */
  Quantity quantity();

  /**
   * A question of our own, put to people in a round. Its key is of lower-case letters and dashes.
   *
   * <p>An answer chooses by position, counted from 1 in the order of {@link #choiceKeys}: words
   * take one up to their limit, all others one.
   */
  sealed interface Asked extends Question {
    Construct construct();

    /** Message keys of what can be chosen, in the order shown. */
    List<String> choiceKeys();

    /** How many choices one answer may hold, at least 1. */
    int limit();

    @Override
    default Layer layer() {
      return construct().layer();
    }

    @Override
    default String text(nl.onderstroom.server.shell.Words words) {
      return words.say(textKey());
    }

    /** Message key of the question as people read it. */
    default String textKey() {
      return "rounds.question." + key();
    }

    /** Message key of the line under the question that says how it is meant. */
    default String hintKey() {
      return textKey() + ".hint";
    }
  }

  /**
   * A sentence to agree with on five steps, 1 not at all to 5 fully.
   *
   * @param reversed whether agreeing says less, and not more, of the construct
   */
  record Statement(String key, Construct construct, boolean reversed) implements Asked {
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
  record OneOf(String key, Construct construct, List<String> options) implements Asked {
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
  record Words(String key, Construct construct, List<String> options, int limit) implements Asked {
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

  /**
   * A statement that somebody in the organisation wrote, to vote on: agree, neither, or disagree.
   *
   * @param key {@code s-1}, {@code s-2} … in the order in which they were written
   */
  record Vote(String key, Label label) implements Asked {
    private static final List<String> CHOICES = List.of("agree", "neither", "disagree");

    public Vote {
      if (!key.matches("s-[1-9][0-9]?")) {
        throw new IllegalArgumentException(
            "Key of a statement to vote on is \"%s\"; give s-1 to s-99".formatted(key));
      }
    }

    @Override
    public Construct construct() {
      return Construct.OPINION;
    }

    @Override
    public List<String> choiceKeys() {
      return CHOICES.stream().map(choice -> "rounds.vote." + choice).toList();
    }

    @Override
    public String text(nl.onderstroom.server.shell.Words words) {
      return label.in(words.locale());
    }

    @Override
    public String hintKey() {
      return "rounds.vote.hint";
    }

    @Override
    public Quantity quantity() {
      return new Quantity.Levels(key, 1, CHOICES.size());
    }

    @Override
    public int limit() {
      return 1;
    }
  }

  /**
   * One item of an earlier survey: a number. A reversed item is stored the right way round.
   *
   * @param key as in the map of that survey
   * @param min lowest answer, −1,000,000 to 1,000,000
   * @param max highest answer, above {@code min}, at most 1,000,000
   * @param decimals digits after the point, 0 to 10
   */
  record Measured(String key, Label label, Layer layer, int min, int max, int decimals)
      implements Question {
    /** The widest range of whole numbers whose levels are counted one by one. */
    static final int WIDEST_LEVELS = 100;

    private static final int GREATEST = 1_000_000;

    public Measured {
      if (min >= max || min < -GREATEST || max > GREATEST) {
        throw new IllegalArgumentException(
            "%s: answers from %d to %d; give lowest < highest, both within −%d to %d"
                .formatted(key, min, max, GREATEST, GREATEST));
      }
      if (decimals < 0 || decimals > mostDecimals(min, max)) {
        throw new IllegalArgumentException(
            "%s: %d decimals; give 0 to %d".formatted(key, decimals, mostDecimals(min, max)));
      }
    }

    /** Whether a summary counts each level by itself, and not only sums. */
    public boolean hasLevels() {
      return decimals == 0 && max - min <= WIDEST_LEVELS && Math.max(-min, max) <= 1000;
    }

    @Override
    public Quantity quantity() {
      return hasLevels() ? new Quantity.Levels(key, min, max) : new Quantity.Decimal(key, decimals);
    }

    @Override
    public String text(nl.onderstroom.server.shell.Words words) {
      return label.in(words.locale());
    }

    /** The most decimals with which an answer in this range still can be summed exactly. */
    public static int mostDecimals(int min, int max) {
      int decimals = 10;
      double greatest = Math.max(Math.abs((double) min), Math.abs((double) max));
      while (greatest * Math.pow(10, decimals) > Quantity.Decimal.GREATEST) {
        decimals--;
      }
      return decimals;
    }
  }

  /**
   * A scale of an earlier survey: the mean of several items, of which at least half were answered.
   * Its figure is the score. Where the items have levels, their figures can be shown as well.
   *
   * @param items two or more, alike in range and decimals; their keys start with this key and a dot
   * @param reversed keys of those items of which a high answer says less of it
   */
  record Scored(String key, Label label, Layer layer, List<Measured> items, Set<String> reversed)
      implements Question {
    public Scored {
      items = List.copyOf(items);
      reversed = Set.copyOf(reversed);
      if (items.size() < 2) {
        throw new IllegalArgumentException(
            "%s has %d items; give two or more".formatted(key, items.size()));
      }
      for (Measured item : items) {
        Measured first = items.getFirst();
        if (item.min() != first.min()
            || item.max() != first.max()
            || item.decimals() != first.decimals()) {
          throw new IllegalArgumentException(
              "%s: items %s and %s differ in range or decimals; give one range for the scale"
                  .formatted(key, first.key(), item.key()));
        }
      }
      if (!items.stream().map(Measured::key).toList().containsAll(reversed)) {
        throw new IllegalArgumentException(
            "%s: reversed %s; give items of the scale".formatted(key, reversed));
      }
    }

    public int min() {
      return items.getFirst().min();
    }

    public int max() {
      return items.getFirst().max();
    }

    /** Whether the items have levels, and so are kept beside the score. */
    public boolean hasLevels() {
      return items.getFirst().hasLevels();
    }

    /** How the score is made of the items. */
    public Scale scale() {
      return new Scale(key, items.stream().map(Measured::key).toList(), reversed, min(), max());
    }

    @Override
    public Quantity quantity() {
      return new Quantity.Decimal(key, Measured.mostDecimals(min(), max()));
    }

    @Override
    public String text(nl.onderstroom.server.shell.Words words) {
      return label.in(words.locale());
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
