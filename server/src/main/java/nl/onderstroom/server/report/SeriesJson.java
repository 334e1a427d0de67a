package nl.onderstroom.server.report;

import nl.onderstroom.engine.effect.EffectEstimate;
import nl.onderstroom.engine.effect.InterruptedTimeSeries;
import nl.onderstroom.engine.measure.Interval;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A series without anybody to compare with, for other programs. */
final class SeriesJson {
  private SeriesJson() {}

  static void write(ActionSeries series, SeriesTelling telling, ObjectNode json) {
    switch (series) {
      case ActionSeries.TooShort little -> json.put("why", telling.tooShort(little));
      case ActionSeries.Told told -> write(told, telling, json);
    }
  }

  private static void write(ActionSeries.Told told, SeriesTelling telling, ObjectNode json) {
    InterruptedTimeSeries.Segments parts = told.fit().within();
    json.put("acted", telling.wave(told.wave()));
    json.put("teams", told.fit().teams());
    json.put("rows", told.fit().rows());
    write(told, parts.slope(), json.putObject("slope"));
    write(told, parts.step(), json.putObject("step"));
    write(told, parts.bend(), json.putObject("bend"));
    ArrayNode points = json.putArray("points");
    for (int wave = 0; wave < told.points().size(); wave++) {
      ObjectNode point = points.addObject();
      double mean = told.points().get(wave);
      point.put("wave", telling.wave(wave));
      point.put("mean", Double.isNaN(mean) ? null : mean);
      point.put("line", wave < told.wave() ? told.without(wave) : told.with(wave));
      point.put("lineWithout", told.without(wave));
    }
  }

  private static void write(ActionSeries.Told told, EffectEstimate estimate, ObjectNode json) {
    Interval interval = told.interval(estimate);
    json.put("value", estimate.value());
    json.put("se", estimate.standardError());
    json.put("low", interval.low());
    json.put("high", interval.high());
  }
}
