package nl.onderstroom.engine.disclosure;

import java.util.ArrayList;
import java.util.List;
import nl.onderstroom.engine.summary.Answers;

/**
 * A set of people in one respect, as a reader could come to know it: how many, and what they said.
 *
 * <p>Two parts without anybody in common add up. A part that is enough stays so whatever is added
 * to it; {@link WithholdingRule} rests on that.
 *
 * @param n people
 * @param silent people who belong to it and are known to, but are not among the n: those on the
 *     roster who took no part. When there are any, n = 0 is not nobody: it tells of each that they
 *     stayed away
 * @param said nothing, when only their number matters
 * @param floor least people
 */
record Part(long n, long silent, List<Answers> said, int floor) {
  Part(long n, List<Answers> said, int floor) {
    this(n, 0, said, floor);
  }

  static Part ofPeople(long n, int floor) {
    return new Part(n, List.of(), floor);
  }

  static Part ofRespondents(long n, long silent, int floor) {
    return new Part(n, silent, List.of(), floor);
  }

  static Part ofAnswers(Answers answers, int floor) {
    return new Part(answers.n(), List.of(answers), floor);
  }

  boolean isEmpty() {
    return n == 0 && silent == 0;
  }

  /** Enough people, and not of one mind. */
  boolean isEnough() {
    return n >= floor && Sameness.isVaried(said);
  }

  boolean isSafe() {
    return isEmpty() || isEnough();
  }

  /**
   * What is left of this part, not yet enough, when only what may be added to it matters: parts of
   * one respect with equal outlooks become enough by the same additions.
   */
  List<Number> outlook() {
    List<Number> outlook = new ArrayList<>();
    outlook.add(Math.min(n, floor));
    outlook.add(n == 0 ? Math.min(silent, 1) : 0);
    outlook.addAll(Sameness.outlook(said));
    return outlook;
  }

  Part plus(Part other) {
    List<Answers> both = new ArrayList<>(said.size());
    for (int i = 0; i < said.size(); i++) {
      both.add(said.get(i).merge(other.said.get(i)));
    }
    return new Part(n + other.n, silent + other.silent, both, floor);
  }
}
