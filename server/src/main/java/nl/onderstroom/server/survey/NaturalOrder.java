package nl.onderstroom.server.survey;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names in the order in which people expect them: team 2 before team 10. Total: equal only if
 * alike.
 */
public final class NaturalOrder implements Comparator<String> {
  static final NaturalOrder NAMES = new NaturalOrder();

  /** Paths part by part; a path comes before those that go on from it. */
  public static final Comparator<List<String>> PATHS = NaturalOrder::comparePaths;

  private static final Pattern PART = Pattern.compile("[0-9]+|[^0-9]+");

  private NaturalOrder() {}

  @Override
  public int compare(String one, String two) {
    Matcher left = PART.matcher(one);
    Matcher right = PART.matcher(two);
    while (left.find()) {
      if (!right.find()) {
        return 1;
      }
      int order = compareParts(left.group(), right.group());
      if (order != 0) {
        return order;
      }
    }
    return right.find() ? -1 : one.compareTo(two);
  }

  private static int compareParts(String one, String two) {
    boolean numbers = Character.isDigit(one.charAt(0)) && Character.isDigit(two.charAt(0));
    return numbers ? new BigInteger(one).compareTo(new BigInteger(two)) : one.compareTo(two);
  }

  private static int comparePaths(List<String> one, List<String> two) {
    for (int i = 0; i < Math.min(one.size(), two.size()); i++) {
      int order = NAMES.compare(one.get(i), two.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), two.size());
  }
}
