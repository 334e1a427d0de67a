package nl.onderstroom.server.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.onderstroom.engine.effect.ActionEffect;
import nl.onderstroom.engine.effect.EffectEstimate;
import nl.onderstroom.engine.effect.GroupTimeEffects;
import nl.onderstroom.engine.effect.RandomisationInference;
import nl.onderstroom.engine.measure.Interval;
import nl.onderstroom.server.shell.Words;

/** Says whether acting helped; that it cannot be told is an answer, with the reason. */
final class EffectTelling {
  private static final double MANY_TEAMS_POINT = 1.959963984540054;

  private final Words words;
  private final DifferenceTelling differences;
  private final EffectReport report;
  private final UnaryOperator<String> labels;

  EffectTelling(Words words, EffectReport report, UnaryOperator<String> labels) {
    this.words = words;
    this.differences = new DifferenceTelling(words);
    this.report = report;
    this.labels = labels;
  }

  List<EffectReport.OfScale> scales() {
    return report.scales();
  }

  String title() {
    long helped =
        report.scales().stream()
            .filter(scale -> scale.effect() instanceof ActionEffect.Helped)
            .count();
    return words.say("report.effects.title", helped);
  }

  String teams() {
    return words.say("report.effects.teams", report.acted(), report.teams() - report.acted());
  }

  /** Whether there is anything that teams are compared in. */
  boolean compares() {
    return report.scales().stream().anyMatch(scale -> scale.series().isEmpty());
  }

  SeriesTelling series() {
    return new SeriesTelling(words, report.waves());
  }

  String label(EffectReport.OfScale scale) {
    return labels.apply(scale.scale());
  }

  String wave(int wave) {
    return report.waves().get(wave);
  }

  static String verdict(ActionEffect effect) {
    return switch (effect) {
      case ActionEffect.Helped helped -> "helped";
      case ActionEffect.DidNotHelp not -> "did-not-help";
      case ActionEffect.CannotTell open -> "cannot-tell";
      case ActionEffect.Refused refused -> "cannot-tell";
    };
  }

  /** The verdict as a sentence, with its reason. */
  String why(EffectReport.OfScale scale) {
    String least = words.number(scale.leastEffect(), 2);
    return switch (scale.effect()) {
      case ActionEffect.Helped helped ->
          words.say(scale.moreIsBetter() ? "report.effects.up" : "report.effects.down");
      case ActionEffect.DidNotHelp not -> words.say("report.effects.not", least);
      case ActionEffect.CannotTell open -> {
        Interval interval = open.evidence().interval();
        yield words.say(
            "report.effects.open",
            differences.signed(interval.low()),
            differences.signed(interval.high()),
            least);
      }
      case ActionEffect.Refused refused ->
          words.say(
              "report.effects.refused." + refused.reason().name().toLowerCase(Locale.ROOT),
              (long) refused.given(),
              (long) Math.ceil(refused.enough()),
              String.join(", ", scale.silent()));
    };
  }

  /** How the teams that acted changed, with what was to be expected anyway; never the one alone. */
  Optional<String> beforeAfter(EffectReport.OfScale scale) {
    return scale
        .evidence()
        .map(evidence ->
            words.say(
                "report.effects.before-after",
                differences.signed(evidence.beforeAfter()),
                differences.signed(evidence.expectedAnyway())));
  }

  String cohort(CohortChange cohort) {
    String start =
        words.say(
            "report.effects.cohort",
            wave(cohort.wave()),
            cohort.teams(),
            differences.signed(cohort.beforeAfter()));
    String expected =
        cohort
            .expected()
            .map(mean -> words.say("report.effects.regression", differences.signed(mean.chosen())))
            .orElseGet(() -> words.say("report.effects.regression-unknown"));
    return start + " " + expected;
  }

  /** {@code 2 waves after acting: +0.12 …}. */
  String since(GroupTimeEffects.EventEffect event) {
    int waves = event.wavesSince();
    String when =
        waves < 0
            ? words.say("report.effects.before", -waves)
            : waves == 0
                ? words.say("report.effects.first")
                : words.say("report.effects.after", waves);
    return when + ": " + estimate(event.effect());
  }

  /** Empty when p is that of many teams. */
  Optional<String> assignments(EffectReport.OfScale scale) {
    return scale
        .evidence()
        .flatMap(ActionEffect.Evidence::assignments)
        .map(RandomisationInference::assignments)
        .map(ways -> words.say("report.effects.assignments", ways));
  }

  /** For many teams. */
  static Interval interval(EffectEstimate effect) {
    double error = effect.standardError();
    return effect.interval(Double.isFinite(error) ? MANY_TEAMS_POINT : 0);
  }

  String estimate(EffectEstimate effect) {
    return Double.isFinite(effect.standardError())
        ? differences.estimate(effect.value(), interval(effect))
        : differences.signed(effect.value());
  }
}
