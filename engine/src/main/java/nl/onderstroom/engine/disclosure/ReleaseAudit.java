package nl.onderstroom.engine.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
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
   * @throws IllegalStateException if something can be worked out about fewer people than the floor,
   *     or that cannot be ruled out
   */
  static Certificate of(Family family, Release release) {
    ReleaseAudit audit = new ReleaseAudit(family, release);
    audit.look("respondents", place -> family.own(place).respondents(), shown -> true);
    for (Quantity quantity : family.shape().quantities()) {
      String key = quantity.key();
      audit.look(
          key,
          place -> family.own(place).answers(key).n(),
          shown ->
              shown.figures().get(key) != null
                  && !(shown.figures().get(key) instanceof Figure.HiddenFigure));
    }
    return new Certificate(audit.families, audit.groups, Certificate.COLLUDERS);
  }

  private void look(String what, IntToLongFunction own, Predicate<UnitRelease.Shown> isShown) {
    Groups shown = groups(own, isShown);
    Audit audit = Audit.of(shown, floor, Certificate.COLLUDERS, Audit.USUAL_WORK);
    if (!audit.isSafe()) {
      throw new IllegalStateException(
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

  /** Shown units with their people; of those directly in a unit, no more than matter. */
  private Groups groups(IntToLongFunction own, Predicate<UnitRelease.Shown> isShown) {
    UnitTree tree = family.tree();
    int[] starts = new int[tree.size() + 1];
    for (int place = 0; place < tree.size(); place++) {
      starts[place + 1] = starts[place] + (int) Math.min(floor, own.applyAsLong(place));
    }
    List<List<Integer>> inside = new ArrayList<>();
    IntStream.range(0, tree.size()).forEach(place -> inside.add(new ArrayList<>()));
    for (int place = 0; place < tree.size(); place++) {
      for (int above = place; above != UnitTree.NONE; above = tree.parent(above)) {
        if (isShown(tree.id(above), isShown)) {
          for (int person = starts[place]; person < starts[place + 1]; person++) {
            inside.get(above).add(person);
          }
        }
      }
    }
    List<String> names = new ArrayList<>();
    List<int[]> members = new ArrayList<>();
    for (int place = 0; place < tree.size(); place++) {
      if (isShown(tree.id(place), isShown)) {
        names.add(tree.id(place));
        members.add(inside.get(place).stream().mapToInt(Integer::intValue).toArray());
      }
    }
    return new Groups(names, members, starts[tree.size()]);
  }

  private boolean isShown(String id, Predicate<UnitRelease.Shown> isShown) {
    return release.unit(id) instanceof UnitRelease.Shown shown && isShown.test(shown);
  }
}
