package nl.onderstroom.server.survey;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Which of the known names somebody probably meant. */
final class Nearest {
  private static final int LONGEST = 60;

  private Nearest() {}

  /** The name with the fewest letters amiss, if that is at most a third of those given. */
  static Optional<String> of(String given, Collection<String> known) {
    String plain = given.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(name -> name.length() <= LONGEST && plain.length() <= LONGEST)
        .filter(name -> distance(plain, name.toLowerCase(Locale.ROOT)) <= plain.length() / 3)
        .min(
            Comparator.comparingInt(
                (String name) -> distance(plain, name.toLowerCase(Locale.ROOT))));
  }

  /** Letters to insert, drop, change or swap with their neighbour (Damerau 1964). */
  private static int distance(String one, String two) {
    int[][] cost = new int[one.length() + 1][two.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= two.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : least(cost, one, two, i, j);
      }
    }
    return cost[one.length()][two.length()];
  }

  private static int least(int[][] cost, String one, String two, int i, int j) {
    boolean alike = one.charAt(i - 1) == two.charAt(j - 1);
    int changed = cost[i - 1][j - 1] + (alike ? 0 : 1);
    int least = Math.min(changed, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == two.charAt(j - 2)
            && one.charAt(i - 2) == two.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
