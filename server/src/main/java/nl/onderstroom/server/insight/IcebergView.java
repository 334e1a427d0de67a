package nl.onderstroom.server.insight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.onderstroom.engine.disclosure.Release;
import nl.onderstroom.engine.disclosure.UnitRelease;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.Unit;
import nl.onderstroom.server.shell.Choice;
import nl.onderstroom.server.shell.Figures;
import nl.onderstroom.server.shell.Words;

/**
 * The page of one unit in one round.
 *
 * @param otherRounds published as well, newest first
 * @param units to choose from, as a form offers them; withheld ones say so
 * @param seen what there is to see: an iceberg, or fog
 */
record IcebergView(
    Words words,
    Round round,
    Unit unit,
    List<Round> otherRounds,
    List<Choice> units,
    IcebergView.Seen seen) {

  /** What there is to see of the unit. */
  sealed interface Seen {}

  /**
   * An iceberg.
   *
   * @param drawings of the same, each for another width of page
   * @param tables the same figures
   * @param certificate that it was audited, in words; empty in a release from before audits
   */
  record Berg(
      Iceberg iceberg,
      Finding finding,
      List<IcebergDrawing> drawings,
      List<Figures> tables,
      Reasons reasons,
      Optional<String> certificate)
      implements Seen {}

  /**
   * Nothing.
   *
   * @param reason in words
   */
  record Hidden(String reason) implements Seen {}

  /** There is no published round. */
  record Nothing() {}

  static IcebergView of(
      Words words, Round round, Unit unit, Sight sight, List<Round> published, Release release) {
    var reasons = new Reasons(words, release.floors());
    Seen seen =
        switch (release.unit(unit.code())) {
          case UnitRelease.Withheld withheld -> new Hidden(reasons.ofUnit(withheld.reason()));
          case UnitRelease.Shown shown -> berg(words, round, unit, shown, release);
        };
    return new IcebergView(
        words,
        round,
        unit,
        published.stream().filter(other -> !other.id().equals(round.id())).toList(),
        choices(words, sight, release),
        seen);
  }

  private static Berg berg(
      Words words, Round round, Unit unit, UnitRelease.Shown shown, Release release) {
    Iceberg iceberg = Iceberg.of(round.questionnaire(), shown);
    return new Berg(
        iceberg,
        new Finding(words, iceberg),
        List.of(IcebergDrawing.of(iceberg, Format.WIDE), IcebergDrawing.of(iceberg, Format.NARROW)),
        new IcebergTables(words, release.floors(), unit.name()).all(iceberg),
        new Reasons(words, release.floors()),
        release
            .certificate()
            .map(certificate ->
                words.say(
                    "insight.certificate", release.floors().numbers(), certificate.colluders())));
  }

  /** Each with the names above it, below the whole: two teams may be called the same. */
  private static List<Choice> choices(Words words, Sight sight, Release release) {
    Map<String, String> paths = new HashMap<>();
    var choices = new ArrayList<Choice>();
    for (Unit unit : sight.units()) {
      String above = unit.parentCode() == null ? "" : paths.getOrDefault(unit.parentCode(), "");
      String name = above + unit.name();
      paths.put(unit.code(), unit.parentCode() == null ? "" : name + " › ");
      boolean withheld = release.unit(unit.code()) instanceof UnitRelease.Withheld;
      choices.add(new Choice(unit.code(), withheld ? words.say("insight.in-fog", name) : name));
    }
    return choices;
  }

  boolean isOrganisation() {
    return unit.parentCode() == null;
  }

  String closedOn() {
    return words.date(Objects.requireNonNull(round.closedOn(), "a published round was closed"));
  }

  Phrases phrases() {
    return new Phrases(words);
  }
}
