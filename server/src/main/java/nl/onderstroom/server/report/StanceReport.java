package nl.onderstroom.server.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.engine.disclosure.Reason;
import nl.onderstroom.engine.measure.stance.Stance;
import nl.onderstroom.engine.measure.stance.StanceTable;
import nl.onderstroom.server.survey.StanceAnswers;
import nl.onderstroom.server.survey.SurveyMap.StanceScales;

/**
 * Where people stand at one wave, over everybody at once: how many expect much or little, and fear
 * much or little. Says nothing of any team or person.
 *
 * @param wave as in the file; empty when there is one wave only
 * @param floor fewest people behind a number, and in a stance that is told
 */
record StanceReport(String wave, StanceScales scales, int floor, Answer answer) {
  /** What is said, or why not. */
  sealed interface Answer {}

  /**
   * @param agreement with what people named themselves; empty when the map has no such column
   */
  record Found(StanceShares shares, Optional<Agreement> agreement) implements Answer {}

  /** A scale whose items do not make one score. */
  record NoScore(WaveReport.OfScale scale) implements Answer {}

  /** A scale of which there is no figure of everybody. */
  record Hidden(WaveReport.OfScale scale, Reason reason) implements Answer {}

  /** Fewer people than {@code enough} have both scores. */
  record TooFew(int enough) implements Answer {}

  /** The same, where shares would have to be rounded. */
  record TooFewToRound(int enough) implements Answer {}

  /** No stance can be told apart from the unclear. */
  record NothingApart() implements Answer {}

  /** Whether scores and names agree, or why that is not said. */
  sealed interface Agreement {}

  /**
   * To two decimals.
   *
   * @param n people classed both ways; empty where shares are rounded, as it would add up to them
   */
  record Agreed(Optional<Long> n, double kappa, double low, double high) implements Agreement {}

  /** One of the stances to be compared is not told, or fewer than {@code enough} named one. */
  record NotCompared(int enough) implements Agreement {}

  /** Fewer people than the floor named it as their scores have it, or otherwise. */
  record AboutFew() implements Agreement {}

  /**
   * @param floor fewest people behind a number
   */
  static StanceReport of(StanceAnswers answers, WaveReport wave, int floor) {
    return new StanceReport(wave.name(), answers.scales(), floor, answer(answers, wave, floor));
  }

  private static Answer answer(StanceAnswers answers, WaveReport wave, int floor) {
    StanceScales scales = answers.scales();
    List<WaveReport.OfScale> both =
        Stream.of(scales.expectancy(), scales.threat())
            .flatMap(
                name -> wave.scales().stream().filter(scale -> scale.question().key().equals(name)))
            .toList();
    for (WaveReport.OfScale scale : both) {
      if (scale.hidden().isPresent()) {
        return new Hidden(scale, scale.hidden().get());
      }
      if (!scale.isScore()) {
        return new NoScore(scale);
      }
    }
    StanceTable table = answers.table(wave.name());
    if (table.people() < enough(floor)) {
      return new TooFew(enough(floor));
    }
    Optional<Integer> parts =
        both.stream().anyMatch(scale -> wouldTell(scale, table.people(), floor))
            ? StanceShares.coarse(table.people(), floor)
            : Optional.of(0);
    return parts
        .map(each -> found(table, each, floor, scales.named() != null))
        .orElseGet(() -> new TooFewToRound(StanceShares.leastForCoarse(floor)));
  }

  /** As for everything that is counted by level. */
  private static int enough(int floor) {
    return Math.max(floor, Floors.DEFAULT.distributions());
  }

  /**
   * Whether exact shares, beside this scale's own figures, would tell about a few: those who have
   * this score only, or those in the middle where the scale is one question and its answers are on
   * the page.
   */
  private static boolean wouldTell(WaveReport.OfScale scale, long people, int floor) {
    long thisOnly = scale.all().map(Estimate::n).orElse(people) - people;
    boolean showsScores =
        scale.isSingle() && scale.items().stream().anyMatch(item -> !item.counts().isEmpty());
    return showsScores || (thisOnly > 0 && thisOnly < floor);
  }

  private static Answer found(StanceTable table, int parts, int floor, boolean isNamed) {
    StanceShares shares = StanceShares.of(table, parts, floor);
    if (!shares.tellsAny()) {
      return new NothingApart();
    }
    return new Found(
        shares, isNamed ? Optional.of(agreement(table, shares, floor)) : Optional.empty());
  }

  private static Agreement agreement(StanceTable table, StanceShares shares, int floor) {
    boolean areTold =
        Stream.of(Stance.EMBRACES, Stance.SCARED, Stance.HOLDS_BACK)
            .noneMatch(shares.together()::contains);
    Optional<StanceTable.Agreement> found = table.agreement();
    if (!areTold || found.filter(each -> each.kappa().people() < enough(floor)).isPresent()) {
      return new NotCompared(enough(floor));
    }
    return found
        .<Agreement>map(each -> {
          long n = each.kappa().people();
          long alike = Math.round(each.kappa().agreement() * n);
          return alike < floor || n - alike < floor
              ? new AboutFew()
              : new Agreed(
                  shares.isCoarse() ? Optional.empty() : Optional.of(n),
                  told(each.kappa().kappa()),
                  told(each.kappa().interval().low()),
                  told(each.kappa().interval().high()));
        })
        .orElseGet(AboutFew::new);
  }

  private static double told(double value) {
    return Math.rint(value * 100) / 100;
  }
}
