package nl.onderstroom.server.report;

import java.util.Locale;
import nl.onderstroom.engine.drivers.RelativeImportance;
import nl.onderstroom.server.report.DriverReport.Part;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Drivers for other programs: a part holds its drivers by name; what it is of is in {@code parts}.
 */
final class DriverJson {
  private DriverJson() {}

  static void write(DriverReport report, DriverTelling telling, int floor, ObjectNode json) {
    json.put("outcome", report.outcome());
    if (!report.wave().isEmpty()) {
      json.put("wave", report.wave());
    }
    if (report.n() >= floor) {
      json.put("n", report.n());
    }
    telling.find(Part.ALL).ifPresent(found -> json.put("r2", found.r2()));
    telling.why(Part.ALL).ifPresent(why -> json.put("why", why));
    if (!report.leftOut().isEmpty()) {
      ArrayNode leftOut = json.putArray("leftOut");
      report
          .leftOut()
          .forEach(scale ->
              leftOut.addObject().put("name", scale.name()).put("why", telling.leftOut(scale)));
    }
    ObjectNode parts = json.putObject("parts");
    for (Part part : telling.parts()) {
      String name = part.name().toLowerCase(Locale.ROOT);
      ObjectNode about = parts.putObject(name);
      telling.why(part).ifPresent(why -> about.put("why", why));
      telling
          .find(part)
          .ifPresent(found -> {
            about.put("n", found.n());
            about.put("r2", found.r2());
            about.put("adjustedR2", found.adjustedR2());
            about.put("basis", found.basis().name().toLowerCase(Locale.ROOT));
            write(found, json.putObject(name));
          });
    }
  }

  private static void write(RelativeImportance found, ObjectNode json) {
    for (RelativeImportance.Driver driver : found.drivers()) {
      ObjectNode each = json.putObject(driver.key());
      each.put("lmg", driver.lmg());
      each.put("share", driver.share());
      each.put("low", driver.shareInterval().low());
      each.put("high", driver.shareInterval().high());
      each.put("beta", driver.beta());
      each.put("coefficient", driver.coefficient());
      each.put("se", driver.standardError());
      each.put("vif", driver.varianceInflation());
      ArrayNode ranks = each.putArray("ranks");
      driver.rankProbabilities().forEach(ranks::add);
    }
  }
}
