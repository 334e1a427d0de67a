package nl.onderstroom.engine.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A small company at two waves, made from a seed: two trees of units, and who went where. In some
 * the tree changes too.
 */
final class Upheaval {
  static final int FLOOR = 5;
  private static final int MOST_UNITS = 6;

  final List<CohortPlan.Unit> before = new ArrayList<>();
  final List<CohortPlan.Unit> after = new ArrayList<>();
  final List<Move> moves = new ArrayList<>();

  Upheaval(long seed) {
    Random random = new Random(seed);
    int units = 2 + random.nextInt(MOST_UNITS - 1);
    boolean reorganised = random.nextInt(4) == 0;
    int most = 2 + random.nextInt(8);
    for (int unit = 0; unit < units; unit++) {
      String parent = unit == 0 ? null : id(random.nextInt(unit));
      String other = reorganised && unit > 0 ? id(random.nextInt(unit)) : parent;
      before.add(new CohortPlan.Unit(id(unit), parent, 0));
      after.add(new CohortPlan.Unit(id(unit), other, 0));
    }
    for (int from = -1; from < units; from++) {
      for (int to = -1; to < units; to++) {
        boolean some = from == to ? from >= 0 : random.nextInt(4) == 0;
        if (some) {
          moves.add(new Move(idOrNull(from), idOrNull(to), random.nextInt(most)));
        }
      }
    }
  }

  private static String id(int unit) {
    return "unit" + unit;
  }

  private static @Nullable String idOrNull(int unit) {
    return unit < 0 ? null : id(unit);
  }

  /** Whether somebody who adds and subtracts the changes of these units gets at a few people. */
  boolean laysBare(Set<String> units) {
    List<String> told = List.copyOf(units);
    Map<String, Set<String>> old = chains(before);
    Map<String, Set<String>> now = chains(after);
    int[] weights = new int[told.size()];
    java.util.Arrays.fill(weights, -2);
    while (true) {
      if (isAboutFew(told, weights, old, now)) {
        return true;
      }
      int place = 0;
      while (place < weights.length && weights[place] == 2) {
        weights[place++] = -2;
      }
      if (place == weights.length) {
        return false;
      }
      weights[place]++;
    }
  }

  private boolean isAboutFew(
      List<String> told,
      int[] weights,
      Map<String, Set<String>> old,
      Map<String, Set<String>> now) {
    long about = 0;
    for (Move move : moves) {
      int counts = 0;
      for (int i = 0; i < weights.length; i++) {
        counts += now.getOrDefault(move.to(), Set.of()).contains(told.get(i)) ? weights[i] : 0;
        counts -= old.getOrDefault(move.from(), Set.of()).contains(told.get(i)) ? weights[i] : 0;
      }
      about += counts == 0 ? 0 : move.people();
    }
    return about > 0 && about < FLOOR;
  }

  /** Of each unit itself and all above it. */
  private static Map<String, Set<String>> chains(List<CohortPlan.Unit> tree) {
    Map<String, Set<String>> chains = new HashMap<>();
    for (CohortPlan.Unit unit : tree) {
      Set<String> chain = new HashSet<>(chains.getOrDefault(unit.parent(), Set.of()));
      chain.add(unit.id());
      chains.put(unit.id(), chain);
    }
    return chains;
  }
}
