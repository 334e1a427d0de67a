package nl.onderstroom.server.history;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Which of the known names somebody probably meant. */
final class Nearest {
  private static final int LONGEST = 60;

  private Nearest() {}

  /** The name with the fewest letters changed, if that is at most a third of those given. */
  static Optional<String> of(String given, Collection<String> known) {
    String plain = given.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(name -> name.length() <= LONGEST && plain.length() <= LONGEST)
        .filter(name -> distance(plain, name.toLowerCase(Locale.ROOT)) <= plain.length() / 3)
        .min(
            Comparator.comparingInt(
                (String name) -> distance(plain, name.toLowerCase(Locale.ROOT))));
  }

  /** Letters to insert, drop or change (Levenshtein 1966). */
  private static int distance(String one, String two) {
    int[] before = new int[two.length() + 1];
    for (int j = 0; j <= two.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] now = new int[two.length() + 1];
      now[0] = i;
      for (int j = 1; j <= two.length(); j++) {
        int change = one.charAt(i - 1) == two.charAt(j - 1) ? 0 : 1;
        now[j] = Math.min(Math.min(now[j - 1], before[j]) + 1, before[j - 1] + change);
      }
      before = now;
    }
    return before[two.length()];
  }
}
