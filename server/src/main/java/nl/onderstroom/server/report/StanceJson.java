package nl.onderstroom.server.report;

import java.util.Locale;
import nl.onderstroom.engine.measure.stance.Stance;
import nl.onderstroom.server.report.StanceReport.Agreed;
import nl.onderstroom.server.report.StanceReport.Found;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where people stand, for other programs. */
final class StanceJson {
  private StanceJson() {}

  static void write(StanceReport report, StanceTelling telling, ObjectNode json) {
    json.put("expectancy", report.scales().expectancy());
    json.put("threat", report.scales().threat());
    ObjectNode cutOffs = json.putObject("cutOffs");
    cutOffs.put("low", Stance.LOW);
    cutOffs.put("high", Stance.HIGH);
    telling.why().ifPresent(why -> json.put("why", why));
    telling.find().ifPresent(found -> write(found, telling, json));
  }

  private static void write(Found found, StanceTelling telling, ObjectNode json) {
    StanceShares told = found.shares();
    json.put("n", told.n());
    json.put("rounded", told.isCoarse());
    ObjectNode shares = json.putObject("shares");
    for (StanceShares.Share share : told.shares()) {
      ObjectNode each = shares.putObject(code(share.stance()));
      told.count(share).ifPresent(count -> each.put("n", count));
      each.put("share", share.share());
      each.put("low", share.interval().low());
      each.put("high", share.interval().high());
      if (share.stance() == Stance.UNCLEAR) {
        ArrayNode together = each.putArray("together");
        told.together().stream().sorted().map(StanceJson::code).forEach(together::add);
      }
    }
    found
        .agreement()
        .ifPresent(agreement -> {
          ObjectNode each = json.putObject("agreement");
          telling.whyNotCompared().ifPresent(why -> each.put("why", why));
          if (agreement instanceof Agreed agreed) {
            each.put("kappa", agreed.kappa());
            each.put("low", agreed.low());
            each.put("high", agreed.high());
            agreed.n().ifPresent(n -> each.put("n", n));
          }
        });
  }

  private static String code(Stance stance) {
    return stance.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
