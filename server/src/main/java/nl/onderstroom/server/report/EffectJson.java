package nl.onderstroom.server.report;

import java.util.Optional;
import nl.onderstroom.engine.effect.ActionEffect;
import nl.onderstroom.engine.effect.DifferenceInDifferences;
import nl.onderstroom.engine.effect.EffectEstimate;
import nl.onderstroom.engine.effect.GroupTimeEffects;
import nl.onderstroom.engine.effect.RegressionToMean;
import nl.onderstroom.engine.measure.Interval;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Effects for other programs, by scale. Waves go by their names. */
final class EffectJson {
  private EffectJson() {}

  static void write(EffectReport report, EffectTelling telling, ObjectNode json) {
    for (EffectReport.OfScale scale : report.scales()) {
      ObjectNode each = json.putObject(scale.scale());
      each.put("verdict", EffectTelling.verdict(scale.effect()));
      each.put("why", telling.why(scale));
      each.put("teams", report.teams());
      each.put("acted", report.acted());
      each.put("moreIsBetter", scale.moreIsBetter());
      each.put("leastEffect", scale.leastEffect());
      scale.evidence().ifPresent(evidence -> write(evidence, scale.effect(), each));
      ArrayNode cohorts = each.putArray("beforeAfter");
      for (CohortChange cohort : scale.cohorts()) {
        ObjectNode own = cohorts.addObject();
        own.put("wave", telling.wave(cohort.wave()));
        own.put("teams", cohort.teams());
        own.put("change", cohort.beforeAfter());
        write(cohort.expected(), own);
      }
      scale
          .twoByTwo()
          .ifPresent(did -> {
            ObjectNode own = each.putObject("did");
            write(did, own);
            write(scale.cohorts().getFirst().expected(), own);
          });
      scale.groupTime().ifPresent(effects -> write(effects, telling, each));
      scale
          .series()
          .ifPresent(
              series -> SeriesJson.write(series, telling.series(), each.putObject("series")));
    }
  }

  private static void write(ActionEffect.Evidence evidence, ActionEffect effect, ObjectNode json) {
    json.put("change", evidence.beforeAfter());
    json.put("expectedAnyway", evidence.expectedAnyway());
    write(evidence.plain(), json.putObject("plain"));
    write(evidence.adjusted(), json.putObject("adjusted"));
    write(evidence.interval(), json);
    json.put("p", evidence.p());
    switch (effect) {
      case ActionEffect.Helped helped -> json.put("pHolm", helped.p());
      case ActionEffect.DidNotHelp not -> json.put("pHolm", not.p());
      case ActionEffect.CannotTell open -> json.put("pHolm", open.p());
      case ActionEffect.Refused refused -> {}
    }
    evidence
        .assignments()
        .ifPresent(ways -> {
          ObjectNode randomisation = json.putObject("randomisation");
          randomisation.put("assignments", ways.assignments());
          randomisation.put("exact", ways.isExact());
          randomisation.put("p", ways.p());
        });
  }

  /** Beside every before and after; null where it cannot be reckoned. */
  private static void write(Optional<RegressionToMean> expected, ObjectNode json) {
    json.put("regressionToMean", expected.map(RegressionToMean::chosen).orElse(null));
    json.put("regressionToMeanOfOthers", expected.map(RegressionToMean::rest).orElse(null));
  }

  private static void write(DifferenceInDifferences did, ObjectNode json) {
    json.put("value", did.value());
    json.put("se", did.clusteredError());
    write(did.changes().interval(), json);
    json.put("p", did.changes().p());
    json.put("acted", did.actedBefore().n());
    json.put("controls", did.controlsBefore().n());
    ArrayNode means = json.putArray("cellMeans");
    means.add(did.controlsBefore().mean()).add(did.actedBefore().mean());
    means.add(did.controlsAfter().mean()).add(did.actedAfter().mean());
  }

  private static void write(GroupTimeEffects effects, EffectTelling telling, ObjectNode json) {
    ArrayNode all = json.putArray("groupTime");
    for (GroupTimeEffects.GroupTimeEffect each : effects.all()) {
      ObjectNode cell = all.addObject();
      cell.put("acted", telling.wave(each.cohort()));
      cell.put("wave", telling.wave(each.wave()));
      cell.put("att", each.effect().value());
      putError(each.effect(), cell);
      cell.put("teams", each.acted());
      cell.put("controls", each.controls());
    }
    write(effects.simple(), json.putObject("simple"));
    write(effects.overall(), json.putObject("overall"));
    ArrayNode groups = json.putArray("groups");
    for (GroupTimeEffects.CohortEffect each : effects.byCohort()) {
      ObjectNode group = groups.addObject();
      group.put("acted", telling.wave(each.cohort()));
      write(each.effect(), group);
    }
    ArrayNode since = json.putArray("wavesSince");
    for (GroupTimeEffects.EventEffect each : effects.byWavesSince()) {
      ObjectNode event = since.addObject();
      event.put("wavesSince", each.wavesSince());
      write(each.effect(), event);
    }
  }

  private static void write(EffectEstimate effect, ObjectNode json) {
    json.put("value", effect.value());
    putError(effect, json);
  }

  /** Of a single team no error can be known. */
  private static void putError(EffectEstimate effect, ObjectNode json) {
    if (Double.isFinite(effect.standardError())) {
      json.put("se", effect.standardError());
    }
  }

  private static void write(Interval interval, ObjectNode json) {
    if (Double.isFinite(interval.low())) {
      json.put("low", interval.low());
      json.put("high", interval.high());
    }
  }
}
