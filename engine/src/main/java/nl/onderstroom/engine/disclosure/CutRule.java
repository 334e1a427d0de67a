package nl.onderstroom.engine.disclosure;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.ToLongFunction;
import nl.onderstroom.engine.disclosure.audit.Audit;
import nl.onderstroom.engine.summary.Answers;

/** Whether cuts may be shown beside what units show. Tests put a broken one in its place. */
interface CutRule {
  /** Sizes and minds, both proven. */
  CutRule PROVEN =
      (family, cuts, respect) -> minds(family, cuts, respect) && sizes(family, cuts, respect);

  /**
   * In which respect.
   *
   * @param floor least people about whom something may be known
   * @param people of a cell who count
   * @param isShown of each place in the tree
   * @param said of a cell, when minds must differ; empty when only sizes matter
   */
  record Respect(
      int floor,
      ToLongFunction<Family.Cell> people,
      IntPredicate isShown,
      Function<Family.Cell, List<Answers>> said) {
    /** When it does not matter what people said. */
    static Respect ofPeople(int floor, ToLongFunction<Family.Cell> people, IntPredicate isShown) {
      return new Respect(floor, people, isShown, cell -> List.of());
    }
  }

  boolean isSafe(Family family, List<String> cuts, Respect respect);

  /** Nobody of one mind. */
  static boolean minds(Family family, List<String> cuts, Respect respect) {
    return new OneMind(family, respect.isShown(), cuts).isRuledOut(respect);
  }

  /** No fewer people than the floor. */
  static boolean sizes(Family family, List<String> cuts, Respect respect) {
    return Audit.of(
            ShownGroups.of(family, respect.isShown(), cuts, respect.people(), respect.floor()),
            respect.floor(),
            Certificate.COLLUDERS,
            Audit.USUAL_WORK)
        .isSafe();
  }
}
