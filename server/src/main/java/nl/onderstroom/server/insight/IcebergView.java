package nl.onderstroom.server.insight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.onderstroom.engine.disclosure.Release;
import nl.onderstroom.engine.disclosure.UnitRelease;
import nl.onderstroom.server.rounds.Cut;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.Unit;
import nl.onderstroom.server.shell.Choice;
import nl.onderstroom.server.shell.Figures;
import nl.onderstroom.server.shell.Words;

/**
 * The page of one unit in one round, or of one group across all units.
 *
 * @param otherRounds published as well, newest first
 * @param units to choose from, as a form offers them; withheld ones say so
 * @param cuts groups across all units to choose from, likewise
 * @param maySeeWorries whether this visitor may read what people wrote
 * @param seen what there is to see: an iceberg, or fog
 */
record IcebergView(
    Words words,
    Round round,
    IcebergView.Subject subject,
    List<Round> otherRounds,
    List<Choice> units,
    List<Choice> cuts,
    boolean maySeeWorries,
    IcebergView.Seen seen) {

  /**
   * Who it is about.
   *
   * @param unit code; empty when it is a cut
   * @param cut id; empty when it is a unit
   */
  record Subject(String name, String unit, String cut, boolean isOrganisation) {
    static Subject of(Unit unit) {
      return new Subject(unit.name(), unit.code(), "", unit.parentCode() == null);
    }

    static Subject of(Words words, Cut cut) {
      String name = words.say("insight.cut-name", words.say(cut.kind().wordsKey()), cut.name());
      return new Subject(name, "", cut.id(), false);
    }

    private UnitRelease in(Release release) {
      return cut.isEmpty()
          ? release.unit(unit)
          : Objects.requireNonNull(release.cuts().get(cut), "a cut of this release");
    }
  }

  /** What there is to see of the unit. */
  sealed interface Seen {}

  /**
   * An iceberg.
   *
   * @param people how many took part, in words
   * @param drawings of the same, each for another width of page
   * @param tables the same figures
   * @param certificate that it was audited, in words; empty in a release from before audits
   * @param developments what changed since the round before; empty of a group across all units
   */
  record Berg(
      Iceberg iceberg,
      String people,
      Finding finding,
      List<IcebergDrawing> drawings,
      List<Figures> tables,
      Reasons reasons,
      Optional<String> certificate,
      Optional<Developments> developments)
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
      Words words,
      Round round,
      Subject subject,
      Sight sight,
      List<Round> published,
      Release release,
      Optional<Since> since) {
    var reasons = new Reasons(words, release.floors());
    Seen seen =
        switch (subject.in(release)) {
          case UnitRelease.Withheld withheld -> new Hidden(reasons.ofUnit(withheld.reason()));
          case UnitRelease.Shown shown -> berg(words, round, subject, shown, release, since);
        };
    return new IcebergView(
        words,
        round,
        subject,
        published.stream().filter(other -> !other.id().equals(round.id())).toList(),
        choices(words, sight, release),
        sight.seesCuts() ? cuts(words, release) : List.of(),
        sight.seesCuts() && subject.isOrganisation() && round.origin() == Round.Origin.ASKED,
        seen);
  }

  private static Berg berg(
      Words words,
      Round round,
      Subject subject,
      UnitRelease.Shown shown,
      Release release,
      Optional<Since> since) {
    Iceberg iceberg = Iceberg.of(round.questionnaire(), shown);
    var heads = new HeadCount(words, release.floors(), shown.respondents());
    return new Berg(
        iceberg,
        heads.all(),
        new Finding(words, iceberg),
        List.of(IcebergDrawing.of(iceberg, Format.WIDE), IcebergDrawing.of(iceberg, Format.NARROW)),
        new IcebergTables(words, release.floors(), subject.name(), heads).all(iceberg),
        new Reasons(words, release.floors()),
        release
            .certificate()
            .map(certificate ->
                words.say(
                    "insight.certificate", release.floors().numbers(), certificate.colluders())),
        subject.cut().isEmpty()
            ? Optional.of(developments(words, round, subject, release, since))
            : Optional.empty());
  }

  private static Developments developments(
      Words words, Round round, Subject subject, Release release, Optional<Since> since) {
    return since
        .map(it -> Developments.of(words, round, subject.unit(), it, release.floors()))
        .orElseGet(() -> Developments.none(words));
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

  private static List<Choice> cuts(Words words, Release release) {
    var choices = new ArrayList<Choice>();
    release
        .cuts()
        .forEach((id, of) -> {
          String name = Subject.of(words, Cut.of(id)).name();
          boolean withheld = of instanceof UnitRelease.Withheld;
          choices.add(new Choice(id, withheld ? words.say("insight.in-fog", name) : name));
        });
    return choices;
  }

  String closedOn() {
    return words.date(Objects.requireNonNull(round.closedOn(), "a published round was closed"));
  }

  Phrases phrases() {
    return new Phrases(words);
  }
}
