package nl.onderstroom.server.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.onderstroom.engine.measure.Interval;
import nl.onderstroom.engine.measure.reliability.Reliability;
import nl.onderstroom.server.shell.Words;

/**
 * Whether the questions of a scale belong together, in words.
 *
 * @param floor fewest people behind a number
 */
record ReliabilityTelling(Words words, WaveReport.OfScale scale, int floor) {
  Optional<ScaleReliability> reliability() {
    return scale.reliability();
  }

  /** Whether something stands in the way of one score. */
  boolean isRefused() {
    return !scale.isScore();
  }

  /** The finding, as a heading. */
  String title() {
    String verdict =
        isRefused()
            ? "refused"
            : reliability().filter(each -> each.found().usable()).isPresent() ? "usable" : "open";
    return words.say("report.reliability.title." + verdict);
  }

  /** What holds the questions together, or each thing that does not. */
  List<String> sentences() {
    List<String> why = new Refusals(words).list(reliability(), floor);
    if (!why.isEmpty()) {
      return why;
    }
    var sentences = new ArrayList<String>();
    sentences.add(words.say("report.reliability.usable"));
    reliability()
        .flatMap(ScaleReliability::weakest)
        .ifPresent(item ->
            sentences.add(
                words.say(
                    "report.reliability.weakest", item.key(), words.number(item.itemRest(), 2))));
    return sentences;
  }

  /** Omega and alpha, and of how many people. */
  String coefficients() {
    return reliability().map(this::coefficients).orElse("");
  }

  private String coefficients(ScaleReliability all) {
    Reliability found = all.found();
    String low = bound(found.alpha().feldt().map(Interval::low));
    String high = bound(found.alpha().feldt().map(Interval::high));
    return words.say(
        "report.reliability.coefficients",
        basis(found),
        words.number(found.coefficient(), 2),
        words.number(found.alpha().value(), 2),
        low,
        high,
        all.complete());
  }

  /** Of the normal variables behind the levels, as a diagnostic; empty when there is none. */
  Optional<String> ordinal() {
    return reliability()
        .flatMap(all ->
            all.ordinal()
                .filter(ordinal -> Double.isFinite(ordinal.omega()))
                .map(ordinal ->
                    words.say(
                        "report.reliability.ordinal",
                        words.number(all.told(ordinal.omega()), 2),
                        words.number(all.told(ordinal.alpha()), 2))));
  }

  /** What the coefficient is called among statisticians, in every language. */
  private static String basis(Reliability found) {
    return found.basis() == Reliability.Basis.OMEGA ? "omega" : "Spearman–Brown";
  }

  private String bound(Optional<Double> end) {
    return words.number(end.orElse(Double.NaN), 2);
  }
}
