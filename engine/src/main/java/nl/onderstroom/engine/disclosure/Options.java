package nl.onderstroom.engine.disclosure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ways to decide a part of a tree that may still turn out best: for each thing that may lie
 * open above it, the cheapest. Immutable.
 *
 * <p>One way is always among them: everything withheld, or what leaves open the same. So whatever
 * is left out of the others, a unit whose total is safe can be shown. No other leaves open anything
 * better: in a respect in which everybody together is not enough, no unit with a safe total has
 * anybody, so that all ways leave open the same. Those that do not cost less are left out.
 */
final class Options {
  private static final Comparator<Option> CHEAPEST = Comparator.comparingLong(Option::cost);

  private final Map<List<Opening>, Option> options;
  private final List<Opening> everything;

  /**
   * @param opening what lies open, per respect
   * @param cost of all that is withheld
   * @param withheld the unit that this option withholds, or {@link UnitTree#NONE}
   * @param from the options that it is made of
   */
  record Option(List<Opening> opening, long cost, int withheld, List<Option> from) {
    boolean isSafe() {
      return opening.stream().allMatch(Opening::isSafe);
    }

    Option and(Option other) {
      List<Opening> sum = Options.plus(opening, other.opening);
      return new Option(sum, cost + other.cost, UnitTree.NONE, List.of(this, other));
    }
  }

  private Options(List<Opening> everything) {
    this.options = new LinkedHashMap<>();
    this.everything = everything;
  }

  /** The people attached to a unit lie open. */
  static Options of(List<Part> own) {
    Options options = new Options(own.stream().map(Opening::of).toList());
    options.offer(new Option(options.everything, 0, UnitTree.NONE, List.of()));
    return options;
  }

  int size() {
    return options.size();
  }

  Option cheapest() {
    return options.values().stream().min(CHEAPEST).orElseThrow();
  }

  /**
   * @throws java.util.NoSuchElementException if none is safe, as when the total is not
   */
  Option cheapestSafe() {
    return options.values().stream().filter(Option::isSafe).min(CHEAPEST).orElseThrow();
  }

  /** Every option of these with every option of others about other people. */
  Options and(Options other) {
    Options both = new Options(plus(everything, other.everything));
    both.offer(withholdingEverything().and(other.withholdingEverything()));
    long limit = both.withholdingEverything().cost;
    for (Option one : options.values()) {
      for (Option two : other.options.values()) {
        if (one.cost + two.cost < limit) {
          both.offer(one.and(two));
        }
      }
    }
    return both.withoutUseless();
  }

  /**
   * These are the options of all that a unit holds; the unit is shown, or withheld at a cost.
   *
   * @param unit its total is safe
   */
  Options showing(int unit, long costOfWithholding) {
    Option best = cheapestSafe();
    List<Opening> nothing = Collections.nCopies(everything.size(), Opening.NONE);
    Options both = new Options(everything);
    both.offer(new Option(nothing, best.cost, UnitTree.NONE, List.of(best)));
    for (Option option : options.values()) {
      long cost = option.cost + costOfWithholding;
      both.offer(new Option(option.opening, cost, unit, List.of(option)));
    }
    return both.withoutUseless();
  }

  /** The cheapest of these, and the one that withholds everything. */
  Options atMost(int most) {
    if (size() <= most) {
      return this;
    }
    Options fewer = new Options(everything);
    fewer.offer(withholdingEverything());
    options.values().stream().sorted(CHEAPEST).limit(most - 1L).forEach(fewer::offer);
    return fewer;
  }

  private Option withholdingEverything() {
    Option option = options.get(everything);
    if (option == null) {
      throw new IllegalStateException("nothing withholds everything in " + options.keySet());
    }
    return option;
  }

  private Options withoutUseless() {
    long limit = withholdingEverything().cost;
    options.values().removeIf(option -> option.cost >= limit && !option.opening.equals(everything));
    return this;
  }

  private void offer(Option option) {
    options.merge(option.opening, option, (old, now) -> now.cost < old.cost ? now : old);
  }

  private static List<Opening> plus(List<Opening> one, List<Opening> two) {
    List<Opening> sum = new ArrayList<>(one.size());
    for (int i = 0; i < one.size(); i++) {
      sum.add(one.get(i).plus(two.get(i)));
    }
    return sum;
  }
}
