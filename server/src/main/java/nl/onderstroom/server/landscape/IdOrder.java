package nl.onderstroom.server.landscape;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The order of ids in what is written: whole numbers by their value, before anything else; the rest
 * by their characters. Total: equal only if alike, so 7 and 007 keep a fixed order.
 */
final class IdOrder implements Comparator<String> {
  static final IdOrder IDS = new IdOrder();

  /** So many digits are a {@code long} for certain. */
  private static final int MOST_DIGITS = 18;

  private IdOrder() {}

  /** All of them, by their ids; quick for a million whose ids are numbers. */
  static <T> List<T> sorted(Collection<T> all, Function<T, String> id) {
    record Keyed<T>(long key, String id, T value) {}
    return all.parallelStream()
        .map(each -> new Keyed<>(key(id.apply(each)), id.apply(each), each))
        .sorted((one, other) ->
            one.key() != other.key()
                ? Long.compare(one.key(), other.key())
                : IDS.compare(one.id(), other.id()))
        .map(Keyed::value)
        .toList();
  }

  /** In the order of ids, and alike for those that only a comparison can order. */
  private static long key(String id) {
    if (!isNumber(id)) {
      return Long.MAX_VALUE;
    }
    if (id.length() - firstDigitThatCounts(id) > MOST_DIGITS) {
      return id.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    return Long.parseLong(id);
  }

  @Override
  public int compare(String one, String two) {
    boolean number = isNumber(one);
    if (number != isNumber(two)) {
      return number ? -1 : 1;
    }
    int order = number ? byValue(one, two) : 0;
    return order != 0 ? order : one.compareTo(two);
  }

  private static boolean isNumber(String id) {
    int from = id.startsWith("-") ? 1 : 0;
    for (int at = from; at < id.length(); at++) {
      if (id.charAt(at) < '0' || id.charAt(at) > '9') {
        return false;
      }
    }
    return id.length() > from;
  }

  private static int byValue(String one, String two) {
    boolean negative = one.startsWith("-");
    if (negative != two.startsWith("-")) {
      return negative ? -1 : 1;
    }
    int fromOne = firstDigitThatCounts(one);
    int fromTwo = firstDigitThatCounts(two);
    int order = Integer.compare(one.length() - fromOne, two.length() - fromTwo);
    for (int at = 0; order == 0 && fromOne + at < one.length(); at++) {
      order = Character.compare(one.charAt(fromOne + at), two.charAt(fromTwo + at));
    }
    return negative ? -order : order;
  }

  private static int firstDigitThatCounts(String number) {
    int at = number.startsWith("-") ? 1 : 0;
    while (at < number.length() - 1 && number.charAt(at) == '0') {
      at++;
    }
    return at;
  }
}
