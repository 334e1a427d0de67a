package nl.onderstroom.server.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.onderstroom.engine.measure.Holm;
import nl.onderstroom.engine.measure.waves.Sample;
import nl.onderstroom.engine.measure.waves.Turnover;
import nl.onderstroom.engine.measure.waves.WaveChange;
import nl.onderstroom.engine.measure.waves.Waves;
import nl.onderstroom.server.report.ScaleChange.Judged;
import nl.onderstroom.server.report.ScaleChange.OfTeam;

/**
 * What changed from each wave to the next. Made from what the gate shows of each wave and from
 * nothing else, so whoever subtracts it from those figures learns nothing new: teams that are not
 * shown go in together, as the rest of everybody.
 *
 * @param steps one less than there are waves
 */
record ChangeReport(List<Step> steps) {
  ChangeReport {
    steps = List.copyOf(steps);
  }

  /** From one wave to the next. */
  record Step(String from, String to, List<ScaleChange> scales) {
    Step {
      scales = List.copyOf(scales);
    }
  }

  /** A question that is judged together with all others. */
  private record Asked(int step, int scale, Optional<WaveReport.OfGroup> team, Waves waves) {}

  /**
   * @param waves two or more, in order
   */
  static ChangeReport of(List<WaveReport> waves) {
    List<Asked> asked = new ArrayList<>();
    for (int step = 1; step < waves.size(); step++) {
      for (int scale = 0; scale < waves.get(step).scales().size(); scale++) {
        ask(step, scale, waves, asked);
      }
    }
    List<Judged> judged = judge(asked);
    List<Step> steps = new ArrayList<>();
    for (int step = 1; step < waves.size(); step++) {
      List<ScaleChange> scales = new ArrayList<>();
      for (int scale = 0; scale < waves.get(step).scales().size(); scale++) {
        scales.add(change(step, scale, waves, asked, judged));
      }
      steps.add(new Step(waves.get(step - 1).name(), waves.get(step).name(), scales));
    }
    return new ChangeReport(steps);
  }

  private static void ask(int step, int scale, List<WaveReport> waves, List<Asked> asked) {
    WaveReport.OfScale before = waves.get(step - 1).scales().get(scale);
    WaveReport.OfScale after = waves.get(step).scales().get(scale);
    List<Sample> first = new ArrayList<>();
    List<Sample> second = new ArrayList<>();
    List<Asked> teams = new ArrayList<>();
    Map<String, WaveReport.OfGroup> later = byCode(after);
    for (WaveReport.OfGroup team : before.teams()) {
      WaveReport.OfGroup same = later.get(team.code());
      if (same != null && before.all().isPresent() && after.all().isPresent()) {
        Sample one = sample(team.estimate());
        Sample other = sample(same.estimate());
        first.add(one);
        second.add(other);
        if (Math.min(one.n(), other.n()) >= WaveChange.LEAST_ANSWERS) {
          Waves own = Waves.of(one, other, turnover(one, other));
          teams.add(new Asked(step, scale, Optional.of(team), own));
        }
      }
    }
    Sample all = before.all().map(ChangeReport::sample).orElse(Sample.EMPTY);
    Sample allLater = after.all().map(ChangeReport::sample).orElse(Sample.EMPTY);
    first.add(rest(all, first));
    second.add(rest(allLater, second));
    asked.add(
        new Asked(
            step, scale, Optional.empty(), new Waves(first, second, turnover(all, allLater))));
    asked.addAll(teams);
  }

  /** Answers are not linked: of who came and who went nothing is known. */
  private static Turnover turnover(Sample before, Sample after) {
    return Turnover.none(Math.max(1, Math.max(before.n(), after.n())));
  }

  static Sample sample(Estimate shown) {
    double variance = shown.n() < 2 ? Double.NaN : shown.sd() * shown.sd();
    return new Sample(shown.n(), shown.mean(), variance);
  }

  private static Map<String, WaveReport.OfGroup> byCode(WaveReport.OfScale scale) {
    var teams = new HashMap<String, WaveReport.OfGroup>();
    scale.teams().forEach(team -> teams.put(team.code(), team));
    return teams;
  }

  /** Everybody but those: {@link Sample#merge} undone. */
  static Sample rest(Sample all, List<Sample> those) {
    Sample together = Sample.of(those);
    long n = all.n() - together.n();
    if (n <= 0 || together.n() == 0) {
      return n <= 0 ? Sample.EMPTY : all;
    }
    double mean = (all.n() * all.mean() - together.n() * together.mean()) / n;
    double apart = mean - together.mean();
    double squares = squares(all) - squares(together) - apart * apart * n * together.n() / all.n();
    return new Sample(n, mean, n < 2 ? Double.NaN : Math.max(0, squares) / (n - 1));
  }

  private static double squares(Sample sample) {
    return sample.n() < 2 ? 0 : sample.variance() * (sample.n() - 1);
  }

  private static List<Judged> judge(List<Asked> asked) {
    List<WaveChange> changes = WaveChange.judge(asked.stream().map(Asked::waves).toList());
    double[] p = changes.stream().mapToDouble(ChangeReport::tested).toArray();
    double[] adjusted = Holm.adjusted(p);
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      Waves waves = asked.get(i).waves();
      judged.add(
          new Judged(
              Sample.of(waves.before()),
              Sample.of(waves.after()),
              changes.get(i),
              Double.isNaN(p[i]) ? Double.NaN : adjusted[i]));
    }
    return judged;
  }

  /** The p that was tested, NaN when none was: as {@link WaveChange#judge} has it. */
  private static double tested(WaveChange change) {
    return switch (change) {
      case WaveChange.Changed changed -> changed.evidence().p();
      case WaveChange.NotChanged same -> same.evidence().p();
      case WaveChange.CannotTell open ->
          switch (open.shortfall().reason()) {
            case A_WAVE_WITHOUT_ANSWERS, TOO_FEW_ANSWERS, TOO_MUCH_TURNOVER, ALL_ANSWERS_EQUAL ->
                Double.NaN;
            case PEOPLE_AND_TEAMS_DISAGREE, TOO_UNCERTAIN ->
                open.evidence().map(WaveChange.Evidence::p).orElse(Double.NaN);
          };
    };
  }

  private static Optional<Double> regression(WaveReport.OfScale before, WaveReport.OfGroup team) {
    return before.shrunken(team).map(drawn -> drawn.mean() - drawn.rawMean());
  }

  private static ScaleChange change(
      int step, int scale, List<WaveReport> waves, List<Asked> asked, List<Judged> judged) {
    WaveReport.OfScale before = waves.get(step - 1).scales().get(scale);
    List<OfTeam> teams = new ArrayList<>();
    Judged all = null;
    int shownTwice = -1;
    for (int i = 0; i < asked.size(); i++) {
      Asked each = asked.get(i);
      if (each.step() != step || each.scale() != scale) {
        continue;
      }
      Judged answer = judged.get(i);
      if (each.team().isEmpty()) {
        all = answer;
        shownTwice = each.waves().before().size() - 1;
      }
      each.team()
          .ifPresent(team ->
              teams.add(new OfTeam(team.code(), team.path(), answer, regression(before, team))));
    }
    String key = waves.get(step).scales().get(scale).question().key();
    return new ScaleChange(key, Objects.requireNonNull(all), teams, shownTwice - teams.size());
  }
}
