package nl.onderstroom.server.report;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import nl.onderstroom.engine.measure.Interval;
import nl.onderstroom.engine.measure.reliability.FactorFit;
import nl.onderstroom.engine.measure.reliability.OneFactor;
import nl.onderstroom.engine.measure.reliability.OrdinalReliability;
import nl.onderstroom.engine.measure.reliability.Reliability;
import nl.onderstroom.server.shell.Words;
import tools.jackson.databind.node.ObjectNode;

/** Whether a scale's items may be taken together, for other programs. What is unknown is null. */
final class ReliabilityJson {
  private final Optional<ScaleReliability> reliability;
  private final ObjectNode json;

  private ReliabilityJson(Optional<ScaleReliability> reliability, ObjectNode json) {
    this.reliability = reliability;
    this.json = json;
  }

  /** Of the scale. */
  static void write(WaveReport.OfScale scale, int floor, Words words, ObjectNode json) {
    new ReliabilityJson(scale.reliability(), json).write(new Refusals(words), floor);
  }

  /** Of the item at the place. */
  static void write(WaveReport.OfScale scale, int place, ObjectNode json) {
    var written = new ReliabilityJson(scale.reliability(), json);
    written.put("itemRest", found -> found.items().get(place).itemRest());
    written.put("alphaIfDropped", found -> found.items().get(place).alphaIfDropped());
    written.put("loading", found -> found.items().get(place).loading());
  }

  private void write(Refusals refusals, int floor) {
    json.put("complete", reliability.map(ScaleReliability::complete).orElse(null));
    put("alpha", found -> found.alpha().value());
    put("alphaLow", found -> found.alpha().feldt().map(Interval::low).orElse(Double.NaN));
    put("alphaHigh", found -> found.alpha().feldt().map(Interval::high).orElse(Double.NaN));
    put("alphaStandardized", found -> found.alpha().standardized());
    json.put(
        "basis",
        reliability
            .filter(each -> !each.isSingle())
            .map(each -> each.found().basis().name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .orElse(null));
    put("coefficient", Reliability::coefficient);
    put("omega", Reliability::omega);
    put("omegaMinres", Reliability::omegaMinres);
    putOrdinal("alpha", OrdinalReliability::alpha);
    putOrdinal("omega", OrdinalReliability::omega);
    putOrdinal("meanPolychoric", OrdinalReliability::meanPolychoric);
    putOrdinal("meanPearson", OrdinalReliability::meanPearson);
    putFit("chiSquared", FactorFit::chiSquared);
    putFit("degreesOfFreedom", fit -> (double) fit.degreesOfFreedom());
    putFit("cfi", FactorFit::cfi);
    putFit("tli", FactorFit::tli);
    putFit("rmsea", FactorFit::rmsea);
    putFit("srmr", FactorFit::srmr);
    // About one question by itself there is no verdict, neither for nor against.
    json.put(
        "usable",
        reliability
            .filter(each -> !each.isSingle())
            .map(each -> each.found().usable())
            .orElse(null));
    json.put("why", refusals.say(reliability, floor).orElse(null));
  }

  private void put(String name, Function<Reliability, Double> figure) {
    put(json, name, figure);
  }

  private void putFit(String name, Function<FactorFit, Double> figure) {
    put(
        json.withObjectProperty("fit"),
        name,
        found -> found.factor().map(OneFactor::fit).map(figure).orElse(Double.NaN));
  }

  private void putOrdinal(String name, Function<OrdinalReliability, Double> figure) {
    json.withObjectProperty("ordinal")
        .put(
            name,
            reliability
                .flatMap(each -> each.ordinal().map(ordinal -> each.told(figure.apply(ordinal))))
                .filter(Double::isFinite)
                .orElse(null));
  }

  private void put(ObjectNode in, String name, Function<Reliability, Double> figure) {
    in.put(
        name,
        reliability
            .map(each -> each.told(figure.apply(each.found())))
            .filter(Double::isFinite)
            .orElse(null));
  }
}
