package nl.onderstroom.server.report;

import java.util.List;
import java.util.function.UnaryOperator;
import nl.onderstroom.engine.measure.waves.Sample;
import nl.onderstroom.engine.measure.waves.WaveChange;
import nl.onderstroom.server.report.ScaleChange.Judged;
import nl.onderstroom.server.shell.Words;

/** Says what changed between waves, what did not, and what cannot be told and why. */
final class ChangeTelling {
  private final Words words;
  private final DifferenceTelling differences;
  private final ChangeReport report;
  private final UnaryOperator<String> labels;

  ChangeTelling(Words words, ChangeReport report, UnaryOperator<String> labels) {
    this.words = words;
    this.differences = new DifferenceTelling(words);
    this.report = report;
    this.labels = labels;
  }

  List<ChangeReport.Step> steps() {
    return report.steps();
  }

  String label(ScaleChange change) {
    return labels.apply(change.scale());
  }

  /** The finding in a few words. */
  String title(ChangeReport.Step step) {
    long changed =
        step.scales().stream()
            .filter(scale -> scale.all().change() instanceof WaveChange.Changed)
            .count();
    return words.say("report.change.title", step.from(), step.to(), changed, step.scales().size());
  }

  static String verdict(WaveChange change) {
    return switch (change) {
      case WaveChange.Changed changed -> "changed";
      case WaveChange.NotChanged same -> "not-changed";
      case WaveChange.CannotTell open -> "cannot-tell";
    };
  }

  /** The verdict as a sentence, with the reason when there is none. */
  String why(ChangeReport.Step step, Judged judged) {
    return switch (judged.change()) {
      case WaveChange.Changed changed ->
          words.say(
              changed.evidence().people().difference() > 0
                  ? "report.change.up"
                  : "report.change.down");
      case WaveChange.NotChanged same -> words.say("report.change.same");
      case WaveChange.CannotTell open -> open(step, judged, open.shortfall());
    };
  }

  private String open(ChangeReport.Step step, Judged judged, WaveChange.Shortfall shortfall) {
    String key =
        "report.change.open." + shortfall.reason().name().toLowerCase(java.util.Locale.ROOT);
    return switch (shortfall.reason()) {
      case A_WAVE_WITHOUT_ANSWERS ->
          words.say(
              key, judged.before().n() == 0 ? step.from() : step.to(), (long) shortfall.enough());
      case TOO_FEW_ANSWERS ->
          words.say(
              key,
              judged.before().n() <= judged.after().n() ? step.from() : step.to(),
              (long) shortfall.given(),
              (long) shortfall.enough());
      case TOO_UNCERTAIN ->
          shortfall.enough() > shortfall.given()
              ? words.say(key, (long) shortfall.given(), (long) shortfall.enough())
              : words.say("report.change.open.between");
      case TOO_MUCH_TURNOVER, ALL_ANSWERS_EQUAL, PEOPLE_AND_TEAMS_DISAGREE -> words.say(key);
    };
  }

  /** {@code +0.12, with 95% certainty 0.02 to 0.22}; empty when one of both is not known. */
  String difference(Judged judged) {
    return judged
        .tested()
        .map(tested ->
            differences.say("report.change.difference", tested.difference(), tested.interval()))
        .orElse("");
  }

  /** The same for a table. */
  String cell(Judged judged) {
    return judged
        .tested()
        .map(tested -> differences.estimate(tested.difference(), tested.interval()))
        .orElse("");
  }

  /** What a team was to be expected to do anyway, for a table. */
  String anyway(ScaleChange.OfTeam team) {
    return team.expectedAnyway().map(differences::signed).orElse("–");
  }

  /** The verdict in a word or two. */
  String brief(Judged judged) {
    return words.say("report.change.brief." + verdict(judged.change()));
  }

  String mean(Sample sample) {
    return words.number(sample.mean(), 2);
  }
}
