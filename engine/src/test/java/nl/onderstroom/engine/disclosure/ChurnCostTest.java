package nl.onderstroom.engine.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the guard on trends costs, and what it can not guard. */
class ChurnCostTest {
  private static final int FLOOR = 7;

  /** Three sites of three departments of four teams, of 4 to 22 people: about 470. */
  private static final List<CohortPlan.Unit> FIRM = firm();

  /** Against every choice of units that is safe. */
  @Test
  void nearlyAsManyUnitsAreToldOfAsCouldBe() {
    long ours = 0;
    long best = 0;
    for (long seed = 1; seed <= 1_000; seed++) {
      Upheaval company = new Upheaval(seed);
      List<Membership> told =
          Movements.comparable(company.before, company.after, company.moves, Upheaval.FLOOR);
      ours += told.size();
      best += most(company);
    }
    System.out.printf("Units told of: ours %d, most %d%n", ours, best);
    assertThat((double) ours / best).isGreaterThan(0.95);
  }

  private static int most(Upheaval company) {
    List<String> all = new ArrayList<>();
    for (CohortPlan.Unit unit : company.after) {
      if (company.before.contains(unit) && (unit.parent() == null || all.contains(unit.parent()))) {
        all.add(unit.id());
      }
    }
    int most = 0;
    for (int choice = 0; choice < 1 << all.size(); choice++) {
      Set<String> units = new HashSet<>();
      for (int i = 0; i < all.size(); i++) {
        if ((choice >> i & 1) == 1) {
          units.add(all.get(i));
        }
      }
      if (units.size() > most && !company.laysBare(units)) {
        most = units.size();
      }
    }
    return most;
  }

  /** A quarter of ordinary coming and going leaves the whole to be told of, and many teams. */
  @Test
  void whatIsToldAfterAQuarter() {
    for (double share : new double[] {0, 0.01, 0.02, 0.04}) {
      Map<Integer, Integer> told = new HashMap<>();
      int firms = 200;
      for (long seed = 1; seed <= firms; seed++) {
        for (Membership each : Movements.comparable(FIRM, FIRM, moves(seed, share), FLOOR)) {
          told.merge(depth(each.unit()), 1, Integer::sum);
        }
      }
      System.out.printf(
          "Of whom %.0f%% leave, %.0f%% join, %.0f%% move: told of the whole %.2f, sites %.2f, departments %.2f, teams %.2f%n",
          100 * share,
          100 * share,
          50 * share,
          told.getOrDefault(0, 0) / (1.0 * firms),
          told.getOrDefault(1, 0) / (3.0 * firms),
          told.getOrDefault(2, 0) / (9.0 * firms),
          told.getOrDefault(3, 0) / (36.0 * firms));
      assertThat(told.getOrDefault(0, 0) / (1.0 * firms)).isGreaterThan(0.7);
    }
  }

  /**
   * Two releases stay two releases. Who lays those of a team side by side, and knows who left,
   * guesses the answer of that one: for certain where all others answer again, and alike.
   */
  @Test
  void twoRoundsSideBySideTellOfWhoLeftOnlyWhereTheOthersStandStill() {
    for (double[] world : new double[][] {{1, 1}, {0.75, 1}, {1, 0.6}, {0.75, 0.6}}) {
      double[] hits = guesses(world[0], world[1]);
      System.out.printf(
          "%.0f%% take part, %.0f%% of answers stay: guessed from one round %.3f, from two %.3f%n",
          100 * world[0], 100 * world[1], hits[0], hits[1]);
      if (world[0] == 1 && world[1] == 1) {
        assertThat(hits[1]).isEqualTo(1);
      }
      if (world[0] < 1 && world[1] < 1) {
        assertThat(hits[1] - hits[0]).as("won by a second round").isLessThan(0.1);
      }
    }
  }

  /** Shares of right guesses with the first round's counts, and with those of both. */
  private static double[] guesses(double takesPart, double stays) {
    double[] chances = {0.1, 0.2, 0.3, 0.25, 0.15};
    Random random = new Random(20261126);
    int games = 20_000;
    double one = 0;
    double two = 0;
    for (int game = 0; game < games; game++) {
      int[] before = new int[5];
      int[] after = new int[5];
      int left = draw(random, chances);
      before[left]++;
      for (int colleague = 1; colleague < 14; colleague++) {
        int level = draw(random, chances);
        before[level] += random.nextDouble() < takesPart ? 1 : 0;
        int again = random.nextDouble() < stays ? level : draw(random, chances);
        after[again] += random.nextDouble() < takesPart ? 1 : 0;
      }
      double[] alone = new double[5];
      double[] both = new double[5];
      for (int level = 0; level < 5; level++) {
        alone[level] = before[level];
        both[level] = before[level] == 0 ? -99 : before[level] - after[level];
      }
      one += guess(random, alone) == left ? 1 : 0;
      two += guess(random, both) == left ? 1 : 0;
    }
    return new double[] {one / games, two / games};
  }

  private static int draw(Random random, double[] chances) {
    double at = random.nextDouble();
    int level = 0;
    while (level < chances.length - 1 && at >= chances[level]) {
      at -= chances[level++];
    }
    return level;
  }

  /** The level with the most to say for it, by lot among equals. */
  private static int guess(Random random, double[] weights) {
    int best = 0;
    int equals = 0;
    for (int level = 0; level < weights.length; level++) {
      if (level == 0 || weights[level] > weights[best]) {
        best = level;
        equals = 1;
      } else if (weights[level] == weights[best] && random.nextInt(++equals) == 0) {
        best = level;
      }
    }
    return best;
  }

  private static List<CohortPlan.Unit> firm() {
    List<CohortPlan.Unit> units = new ArrayList<>(List.of(new CohortPlan.Unit("f", null, 0)));
    for (int site = 0; site < 3; site++) {
      units.add(new CohortPlan.Unit("f." + site, "f", 0));
      for (int department = 0; department < 3; department++) {
        String name = "f." + site + "." + department;
        units.add(new CohortPlan.Unit(name, "f." + site, 0));
        for (int team = 0; team < 4; team++) {
          units.add(new CohortPlan.Unit(name + "." + team, name, 4 + 6 * team));
        }
      }
    }
    return units;
  }

  private static int depth(String unit) {
    return (int) unit.chars().filter(each -> each == '.').count();
  }

  private static List<Move> moves(long seed, double share) {
    Random random = new Random(seed);
    List<String> teams =
        FIRM.stream().map(CohortPlan.Unit::id).filter(unit -> depth(unit) == 3).toList();
    List<Move> moves = new ArrayList<>();
    for (CohortPlan.Unit team : FIRM) {
      for (int person = 0; person < team.people(); person++) {
        double fate = random.nextDouble();
        @Nullable String to = team.id();
        if (fate < share) {
          to = null;
        } else if (fate < 1.5 * share) {
          to = teams.get(random.nextInt(teams.size()));
        }
        moves.add(new Move(team.id(), to, 1));
        if (random.nextDouble() < share) {
          moves.add(new Move(null, team.id(), 1));
        }
      }
    }
    return moves;
  }
}
