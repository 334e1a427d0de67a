package nl.onderstroom.server.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Which team begins with which action in which round.
 *
 * <p>The announcement reaches everyone in round 2. Vision and listening follow in round 4 in
 * Gorinchem and Zwolle, training in round 4 in Zwolle and 5 in Gorinchem. Experiments begin in
 * round 5 in half of the teams there, drawn by lot, and in round 6 in the others: the one effect
 * that can be measured as in a trial. Terneuzen lags: vision and listening in round 6, no more.
 *
 * @param begins action → code of a team → its first round; no entry for a team that never begins
 */
record Rollout(Map<Action, Map<String, Integer>> begins) {
  Rollout {
    begins = Map.copyOf(begins);
  }

  static Rollout planned(Company company, Dice lots) {
    var announcement = new HashMap<String, Integer>();
    var talking = new HashMap<String, Integer>();
    var training = new HashMap<String, Integer>();
    var experiments = new HashMap<String, Integer>();
    boolean early = false;
    for (Unit unit : company.units()) {
      if (unit.level() == Unit.Level.TEAM) {
        String team = unit.code();
        String site = Chart.siteOf(team);
        boolean lags = site.equals(Chart.TERNEUZEN);
        announcement.put(team, 2);
        talking.put(team, lags ? 6 : 4);
        if (!lags) {
          training.put(team, site.equals(Chart.ZWOLLE) ? 4 : 5);
          // Lots within pairs of neighbours on the chart: two halves that are much alike.
          early = experiments.size() % 2 == 0 ? lots.happens(0.5) : !early;
          experiments.put(team, early ? 5 : 6);
        }
      }
    }
    return new Rollout(
        Map.of(
            Action.ANNOUNCEMENT, announcement,
            Action.VISION, talking,
            Action.LISTENING, talking,
            Action.TRAINING, training,
            Action.EXPERIMENTS, experiments));
  }

  /** The same company had it never taken {@code action}. */
  Rollout without(Action action) {
    var left = new HashMap<>(begins);
    left.remove(action);
    return new Rollout(left);
  }

  OptionalInt firstRound(Action action, String team) {
    Integer round = begins.getOrDefault(action, Map.of()).get(team);
    return round == null ? OptionalInt.empty() : OptionalInt.of(round);
  }

  /** Which part of the action's effect a team has in a round, 0 to 1. */
  double strength(Action action, String team, int round) {
    OptionalInt first = firstRound(action, team);
    return first.isEmpty() || round < first.getAsInt()
        ? 0
        : action.strength(round - first.getAsInt());
  }
}
