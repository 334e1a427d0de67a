package nl.onderstroom.server.report;

import java.util.Optional;
import java.util.function.Function;
import nl.onderstroom.engine.measure.teams.IntraclassCorrelation;
import nl.onderstroom.engine.measure.teams.RandomIntercept;
import nl.onderstroom.engine.measure.teams.ShrunkenMean;
import nl.onderstroom.server.shell.Words;
import tools.jackson.databind.node.ObjectNode;

/** How far teams differ and where each lies, for other programs. What is unknown is null. */
final class TeamJson {
  private TeamJson() {}

  /** Of all teams together. */
  static void write(WaveReport.OfScale scale, Words words, ObjectNode json) {
    TeamFigures teams = scale.teamFigures();
    var telling = new TeamTelling(words, scale);
    json.put("counted", teams.counted());
    Optional<IntraclassCorrelation> found = teams.found();
    put(json, "icc1", found, IntraclassCorrelation::icc1);
    put(json, "icc1Low", found, icc -> icc.icc1Interval().low());
    put(json, "icc1High", found, icc -> icc.icc1Interval().high());
    put(json, "icc1AtMeanSize", found, IntraclassCorrelation::icc1AtMeanSize);
    put(json, "icc2", found, IntraclassCorrelation::icc2);
    put(json, "icc2Low", found, icc -> icc.icc2Interval().low());
    put(json, "icc2High", found, icc -> icc.icc2Interval().high());
    put(json, "mean", teams.model(), RandomIntercept::mu);
    put(json, "meanSe", teams.model(), RandomIntercept::muStandardError);
    put(json, "tau2", teams.model(), RandomIntercept::tau2);
    put(json, "sigma2", teams.model(), RandomIntercept::sigma2);
    json.put("ownScore", found.map(icc -> TeamTelling.code(icc.ownScore())).orElse(null));
    json.put("sentence", found.map(icc -> telling.sentence(icc)).orElse(null));
    json.put("why", telling.why().orElse(null));
  }

  /** Of one team, or of a unit above teams, which has its own mean only. */
  static void write(WaveReport.OfScale scale, WaveReport.OfGroup group, ObjectNode json) {
    Estimate own = group.estimate();
    json.put("isTeam", group.isTeam());
    json.put("n", own.n()).put("mean", own.mean()).put("sd", own.sd());
    json.put("meanLow", own.low()).put("meanHigh", own.high());
    Optional<ShrunkenMean> found = scale.shrunken(group);
    put(json, "shrunken", found, ShrunkenMean::mean);
    put(json, "low", found, mean -> mean.interval().low());
    put(json, "high", found, mean -> mean.interval().high());
    put(json, "weight", found, ShrunkenMean::weight);
    put(json, "probabilityAbove", found, ShrunkenMean::probabilityAbove);
    put(json, "rwg", group.agreement(), GroupAgreement::rwg);
    put(json, "rwgSkewed", group.agreement(), GroupAgreement::rwgSkewed);
    put(json, "rwgStar", group.agreement(), GroupAgreement::rwgStar);
    put(json, "averageDeviation", group.agreement(), GroupAgreement::averageDeviation);
  }

  private static <T> void put(
      ObjectNode json, String name, Optional<T> from, Function<T, Double> figure) {
    json.put(name, from.map(figure).filter(Double::isFinite).orElse(null));
  }
}
