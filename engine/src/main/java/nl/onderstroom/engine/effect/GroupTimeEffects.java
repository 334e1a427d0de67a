package nl.onderstroom.engine.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * What an action did when teams began it at different waves: Callaway and Sant'Anna (2021), without
 * covariates. For each cohort g of teams that first acted at wave g, and each wave t, the effect is
 * the cohort's change from wave g − 1 to t less that of teams that had not acted; before g it is
 * the change from t − 1 to t, which is near 0 when cohort and controls went alike.
 *
 * <p>Averages weigh cohorts by their teams; errors come from the influence of each team on the
 * average (so they are clustered by team), the chance of a cohort's size included. Teams that acted
 * at the very first wave tell nothing and are left out. Cost: O(teams × waves × cohorts).
 */
public final class GroupTimeEffects {
  private final Panel panel;
  private final List<Cell> cells;
  private final TreeMap<Integer, Influenced> events;

  private record Cell(int cohort, int wave, int acted, int controls, Influenced effect) {
    boolean isAfter() {
      return wave >= cohort;
    }
  }

  private GroupTimeEffects(Panel panel, List<Cell> cells) {
    this.panel = panel;
    this.cells = cells;
    this.events = new TreeMap<>();
    for (Cell cell : cells) {
      int event = cell.wave - cell.cohort;
      events.computeIfAbsent(
          event,
          at -> bySize(cells.stream().filter(each -> each.wave - each.cohort == at).toList()));
    }
  }

  /**
   * @throws IllegalArgumentException if no cohort can be compared at any wave after it acted
   */
  public static GroupTimeEffects of(Panel panel, Controls controls) {
    List<Cell> cells = new ArrayList<>();
    for (int cohort : panel.cohorts()) {
      for (int wave = 1; wave < panel.waves(); wave++) {
        Comparison comparison = new Comparison(panel, cohort, wave, controls);
        if (comparison.isPossible()) {
          Influenced effect = comparison.effect(false, Comparison.Errors.MANY_TEAMS);
          cells.add(new Cell(cohort, wave, comparison.acted(), comparison.controls(), effect));
        }
      }
    }
    if (cells.stream().noneMatch(Cell::isAfter)) {
      throw new IllegalArgumentException(
          "no team that acted can be compared; expected a wave before, a wave after and teams that"
              + " had not acted");
    }
    return new GroupTimeEffects(panel, List.copyOf(cells));
  }

  /**
   * @param cohort first wave of its teams
   * @param wave from 1
   * @param acted teams of the cohort that answered at both waves
   * @param controls teams compared with
   */
  public record GroupTimeEffect(
      int cohort, int wave, int acted, int controls, EffectEstimate effect) {}

  /** ATT(g, t) of each cohort and wave that can be compared, by cohort, then wave. */
  public List<GroupTimeEffect> all() {
    return cells.stream()
        .map(cell ->
            new GroupTimeEffect(
                cell.cohort, cell.wave, cell.acted, cell.controls, cell.effect.estimate()))
        .toList();
  }

  /** Over all cohorts and waves from acting on: early cohorts, seen longer, weigh more. */
  public EffectEstimate simple() {
    return bySize(cells.stream().filter(Cell::isAfter).toList()).estimate();
  }

  /** Of a cohort, over its waves from acting on. */
  public record CohortEffect(int cohort, EffectEstimate effect) {}

  /** Of each cohort, ascending. */
  public List<CohortEffect> byCohort() {
    return cohortCells().stream()
        .map(cell -> new CohortEffect(cell.cohort, cell.effect.estimate()))
        .toList();
  }

  /** What a team that acted gained on average over the waves it was seen since: each team once. */
  public EffectEstimate overall() {
    return bySize(cohortCells()).estimate();
  }

  /**
   * @param wavesSince waves since acting; negative before it
   */
  public record EventEffect(int wavesSince, EffectEstimate effect) {}

  /** By waves since acting, ascending; what is before 0 shows whether teams went alike. */
  public List<EventEffect> byWavesSince() {
    return events.entrySet().stream()
        .map(event -> new EventEffect(event.getKey(), event.getValue().estimate()))
        .toList();
  }

  /** The plain mean of {@link #byWavesSince} from 0 on. */
  public EffectEstimate overWavesSince() {
    List<Influenced> after = List.copyOf(events.tailMap(0).values());
    Influenced mean = Influenced.zero(panel.teams());
    for (Influenced event : after) {
      mean = mean.plus(1.0 / after.size(), event);
    }
    return mean.estimate();
  }

  /**
   * The number of errors to either side within which all of {@link #byWavesSince} lie in 95 of 100
   * surveys at once, by the multiplier bootstrap: the influence of each team times −1 or 1.
   *
   * @param draws 100 to 100,000
   * @return at least 1.96, but for the luck of the draws
   */
  public double simultaneousPoint(int draws, long seed) {
    if (draws < 100 || draws > 100_000) {
      throw new IllegalArgumentException(draws + " draws; expected 100 to 100000");
    }
    List<Influenced> varying =
        events.values().stream().filter(event -> event.standardError() > 0).toList();
    SplittableRandom random = new SplittableRandom(seed);
    double[] greatest = new double[draws];
    for (int draw = 0; draw < draws; draw++) {
      double[] signs = new double[panel.teams()];
      Arrays.setAll(signs, team -> random.nextBoolean() ? 1 : -1);
      for (Influenced event : varying) {
        double sum = 0;
        for (int team = 0; team < signs.length; team++) {
          sum += signs[team] * event.influence()[team];
        }
        double size = Math.abs(sum) / panel.teams() / event.standardError();
        greatest[draw] = Math.max(greatest[draw], size);
      }
    }
    Arrays.sort(greatest);
    return greatest[(int) Math.ceil(0.95 * draws) - 1];
  }

  /** Each cohort's plain mean over its waves from acting on, as one cell. */
  private List<Cell> cohortCells() {
    List<Cell> means = new ArrayList<>();
    for (int cohort : panel.cohorts()) {
      List<Cell> after =
          cells.stream().filter(cell -> cell.cohort == cohort && cell.isAfter()).toList();
      Influenced mean = Influenced.zero(panel.teams());
      for (Cell cell : after) {
        mean = mean.plus(1.0 / after.size(), cell.effect);
      }
      if (!after.isEmpty()) {
        Cell first = after.getFirst();
        means.add(new Cell(cohort, first.wave, first.acted, first.controls, mean));
      }
    }
    return means;
  }

  /**
   * Σ p<sub>g</sub>·ATT / Σ p<sub>g</sub>, with p<sub>g</sub> the share of teams in cohort g; its
   * influence holds that the shares are themselves of this draw of teams.
   */
  private Influenced bySize(List<Cell> averaged) {
    int teams = panel.teams();
    double total = averaged.stream().mapToDouble(cell -> share(cell.cohort)).sum();
    Influenced mean = Influenced.zero(teams);
    for (Cell cell : averaged) {
      mean = mean.plus(share(cell.cohort) / total, cell.effect);
    }
    double[] influence = mean.influence();
    for (int team = 0; team < teams; team++) {
      for (Cell cell : averaged) {
        boolean belongs = panel.firstWave(team) == cell.cohort;
        influence[team] += belongs ? (cell.effect.value() - mean.value()) / total : 0;
      }
    }
    return mean;
  }

  private double share(int cohort) {
    int size = 0;
    for (int team = 0; team < panel.teams(); team++) {
      size += panel.firstWave(team) == cohort ? 1 : 0;
    }
    return (double) size / panel.teams();
  }
}
