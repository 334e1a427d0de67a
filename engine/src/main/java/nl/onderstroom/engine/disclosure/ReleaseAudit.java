package nl.onderstroom.engine.disclosure;

import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import nl.onderstroom.engine.disclosure.audit.Audit;
import nl.onderstroom.engine.disclosure.audit.Groups;
import nl.onderstroom.engine.summary.Quantity;

/**
 * Rule R3: looks at what was decided as a reader would, and knows nothing of how it was decided.
 * What it cannot prove is not shown: a fault in the rules before it stops a release, it does not
 * leak.
 */
final class ReleaseAudit {
  private final Family family;
  private final Release release;
  private final int floor;
  private int families;
  private int groups;

  private ReleaseAudit(Family family, Release release) {
    this.family = family;
    this.release = release;
    this.floor = release.floors().numbers();
  }

  /**
   * @throws UnprovenRelease if something can be worked out about fewer people than the floor, or
   *     that cannot be ruled out
   */
  static Certificate of(Family family, Release release) {
    ReleaseAudit audit = new ReleaseAudit(family, release);
    audit.look("respondents", cell -> cell.said().respondents(), shown -> true);
    for (Quantity quantity : family.shape().quantities()) {
      String key = quantity.key();
      audit.look(
          key,
          cell -> cell.said().answers(key).n(),
          shown ->
              shown.figures().get(key) != null
                  && !(shown.figures().get(key) instanceof Figure.HiddenFigure));
    }
    int pieces = CountsAudit.of(family, release);
    return new Certificate(audit.families, audit.groups, Certificate.COLLUDERS, pieces);
  }

  private void look(
      String what, ToLongFunction<Family.Cell> people, Predicate<UnitRelease.Shown> isShown) {
    Predicate<UnitRelease> shows = each -> each instanceof UnitRelease.Shown it && isShown.test(it);
    Groups shown =
        ShownGroups.of(
            family,
            place -> shows.test(release.unit(family.tree().id(place))),
            release.cuts().entrySet().stream()
                .filter(cut -> shows.test(cut.getValue()))
                .map(Map.Entry::getKey)
                .toList(),
            people,
            floor);
    Audit audit = Audit.of(shown, floor, Certificate.COLLUDERS, Audit.USUAL_WORK);
    if (!audit.isSafe()) {
      throw new UnprovenRelease(
          "The release is not shown: of %s, %d sets of fewer than %d people could be worked out%s"
              .formatted(
                  what,
                  audit.exposed().size() + audit.alone().size(),
                  floor,
                  audit.isComplete() ? "" : ", and not everything could be looked at"));
    }
    families++;
    groups += shown.size();
  }
}
