package nl.onderstroom.server.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.onderstroom.engine.effect.ActionEffect;
import nl.onderstroom.engine.effect.Controls;
import nl.onderstroom.engine.effect.DifferenceInDifferences;
import nl.onderstroom.engine.effect.GroupTimeEffects;
import nl.onderstroom.engine.effect.Panel;
import nl.onderstroom.engine.measure.waves.Sample;
import nl.onderstroom.server.survey.SurveyMap.Treated;
import nl.onderstroom.server.survey.TeamActions;

/**
 * Whether it helped where teams acted. Made from the teams' figures that the gate shows and from
 * nothing else, each team counting once: a team that is not shown at a wave does not take part in
 * it, and no effect tells more than those figures do.
 *
 * @param waves names, in order
 * @param teams shown at one wave or more
 * @param acted how many of those ever act
 */
record EffectReport(List<String> waves, int teams, int acted, List<OfScale> scales) {
  private static final double LEAST_EFFECT = 0.2;
  private static final long SEED = 1935;

  EffectReport {
    waves = List.copyOf(waves);
    scales = List.copyOf(scales);
  }

  /**
   * @param scale its key
   * @param moreIsBetter whether it should rise
   * @param leastEffect worth having, in the scale's unit
   * @param silent names of waves at which no team is shown
   * @param cohorts before and after of teams that first acted together
   * @param groupTime empty when nothing can be compared
   * @param twoByTwo when there are two waves, and teams to compare
   * @param series when all teams acted at once, so that there is nobody to compare with
   */
  record OfScale(
      String scale,
      boolean moreIsBetter,
      double leastEffect,
      ActionEffect effect,
      List<String> silent,
      List<CohortChange> cohorts,
      Optional<GroupTimeEffects> groupTime,
      Optional<DifferenceInDifferences> twoByTwo,
      Optional<ActionSeries> series) {
    OfScale {
      silent = List.copyOf(silent);
      cohorts = List.copyOf(cohorts);
    }

    Optional<ActionEffect.Evidence> evidence() {
      return switch (effect) {
        case ActionEffect.Helped helped -> Optional.of(helped.evidence());
        case ActionEffect.DidNotHelp not -> Optional.of(not.evidence());
        case ActionEffect.CannotTell open -> Optional.of(open.evidence());
        case ActionEffect.Refused refused -> Optional.empty();
      };
    }
  }

  /**
   * @param waves two or more, or one of which nothing can be said
   */
  static EffectReport of(List<WaveReport> waves, TeamActions actions, Treated treated) {
    List<String> names = waves.stream().map(WaveReport::name).toList();
    Map<String, List<String>> paths = new LinkedHashMap<>();
    Map<String, Integer> firstWaves = new HashMap<>();
    for (WaveReport wave : waves) {
      for (WaveReport.OfScale scale : wave.scales()) {
        for (WaveReport.OfGroup team : scale.teams()) {
          paths.putIfAbsent(team.code(), team.path());
        }
      }
    }
    paths.forEach((code, path) -> firstWaves.put(code, actions.firstWave(path, names)));
    List<Table> tables = new ArrayList<>();
    for (int scale = 0; scale < waves.getLast().scales().size(); scale++) {
      tables.add(Table.of(waves, scale, List.copyOf(paths.keySet()), firstWaves, treated));
    }
    List<ActionEffect> effects =
        ActionEffect.judge(
            tables.stream()
                .map(table ->
                    new ActionEffect.Question(
                        table.panel(), table.moreIsBetter(), table.leastEffect()))
                .toList(),
            SEED);
    List<OfScale> scales = new ArrayList<>();
    for (int scale = 0; scale < tables.size(); scale++) {
      scales.add(tables.get(scale).with(effects.get(scale), names));
    }
    long acted = firstWaves.values().stream().filter(first -> first != Panel.NEVER).count();
    return new EffectReport(names, paths.size(), Math.toIntExact(acted), scales);
  }

  /**
   * A scale's teams over waves.
   *
   * @param samples {@code [team][wave]}, empty where not shown
   */
  private record Table(
      String scale,
      boolean moreIsBetter,
      double leastEffect,
      List<List<Sample>> samples,
      Panel panel) {
    static Table of(
        List<WaveReport> waves,
        int scale,
        List<String> codes,
        Map<String, Integer> firstWaves,
        Treated treated) {
      Map<String, Sample[]> teams = new TreeMap<>();
      List<Sample> everybody = new ArrayList<>();
      for (int wave = 0; wave < waves.size(); wave++) {
        WaveReport.OfScale shown = waves.get(wave).scales().get(scale);
        shown.all().map(ChangeReport::sample).ifPresent(everybody::add);
        for (WaveReport.OfGroup team : shown.teams()) {
          teams.computeIfAbsent(team.code(), code -> nobody(waves.size()))[wave] =
              ChangeReport.sample(team.estimate());
        }
      }
      // Without any team there is nothing to compare, which the engine says of a team of nobody.
      List<String> used = codes.isEmpty() ? List.of("") : codes;
      List<List<Sample>> samples =
          used.stream()
              .map(code -> List.of(teams.getOrDefault(code, nobody(waves.size()))))
              .toList();
      int[] first =
          used.stream().mapToInt(code -> firstWaves.getOrDefault(code, Panel.NEVER)).toArray();
      String key = waves.getLast().scales().get(scale).question().key();
      return new Table(
          key,
          !treated.less().contains(key),
          leastEffect(everybody),
          samples,
          Panel.of(samples, first));
    }

    private static Sample[] nobody(int waves) {
      Sample[] nobody = new Sample[waves];
      Arrays.fill(nobody, Sample.EMPTY);
      return nobody;
    }

    /** A fifth of how far people lie apart at a wave; something tiny when they do not. */
    private static double leastEffect(List<Sample> waves) {
      double variance =
          waves.stream()
              .mapToDouble(Sample::variance)
              .filter(each -> !Double.isNaN(each))
              .average()
              .orElse(0);
      return variance > 0 ? LEAST_EFFECT * Math.sqrt(variance) : 1e-9;
    }

    OfScale with(ActionEffect effect, List<String> names) {
      boolean isRefused = effect instanceof ActionEffect.Refused refused && isEmpty(refused);
      Optional<GroupTimeEffects> groupTime =
          isRefused
              ? Optional.empty()
              : Optional.of(GroupTimeEffects.of(panel, Controls.NOT_YET_ACTING));
      return new OfScale(
          scale,
          moreIsBetter,
          leastEffect,
          effect,
          silent(names),
          isRefused ? List.of() : CohortChange.list(samples, panel),
          groupTime,
          isRefused || panel.waves() != 2 ? Optional.empty() : CohortChange.twoByTwo(panel),
          hasNobodyToCompare(effect) ? ActionSeries.of(panel) : Optional.empty());
    }

    private static boolean hasNobodyToCompare(ActionEffect effect) {
      return effect instanceof ActionEffect.Refused refused
          && refused.reason() == ActionEffect.Reason.TOO_FEW_CONTROLS;
    }

    private List<String> silent(List<String> names) {
      return IntStream.range(0, names.size())
          .filter(wave -> samples.stream().allMatch(team -> team.get(wave).n() == 0))
          .mapToObj(names::get)
          .toList();
    }

    /** With too few ways of acting there are figures; they prove nothing. */
    private static boolean isEmpty(ActionEffect.Refused refused) {
      return refused.reason() != ActionEffect.Reason.TOO_FEW_WAYS;
    }
  }
}
