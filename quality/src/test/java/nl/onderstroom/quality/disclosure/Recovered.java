package nl.onderstroom.quality.disclosure;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How well an attack guesses what each person answered, beside others who guess the same.
 *
 * <p>The honest measure is {@link #beyondGroup}: whoever shows how many of a group of k gave each
 * answer shows that much of everybody in it, on purpose. So the attack is paired with somebody who
 * is handed the true counts of the smallest group of at least k people that can be worked out and
 * that the person is in, and guesses the commonest. An attack that knows no person better than that
 * has gained nothing from all the other figures, the roster and whole numbers.
 *
 * <p>{@link #beyondCompany} is the plain one: beside the commonest answer of everybody. Any figure
 * of any group is better than that when groups differ, and even when they do not, since a person's
 * own answer is among the counts.
 */
final class Recovered {
  private static final int K = 7;

  final Paired beyondGroup = new Paired();
  final Paired beyondCompany = new Paired();

  /** People of whom the answer is certain. */
  int certain;

  int people;

  void add(MadeFirm firm, int question, Published published, Reconstruction attack) {
    int[] answers = firm.answers()[question];
    boolean[] everybody = new boolean[published.heads().length];
    Arrays.fill(everybody, true);
    int company = commonest(answers, published, everybody);
    int[] group = new int[everybody.length];
    boolean[][] certainly = new boolean[everybody.length][MadeFirm.LEVELS];
    for (int atom = 0; atom < group.length; atom++) {
      group[atom] = commonest(answers, published, smallest(answers, published, atom));
      for (int level = 0; published.heads()[atom] > 0 && level < MadeFirm.LEVELS; level++) {
        certainly[atom][level] = attack.isCertain(atom, level);
      }
    }
    for (int person = 0; person < answers.length; person++) {
      if (answers[person] > 0) {
        int atom = published.atoms()[person];
        int right = attack.guess(atom) == answers[person] - 1 ? 1 : 0;
        beyondGroup.add(right - (group[atom] == answers[person] - 1 ? 1 : 0));
        beyondCompany.add(right - (company == answers[person] - 1 ? 1 : 0));
        certain += certainly[atom][answers[person] - 1] ? 1 : 0;
        people++;
      }
    }
  }

  /** The smallest set of at least k who answered that can be worked out and has the atom in it. */
  private static boolean[] smallest(int[] answers, Published published, int atom) {
    boolean[] best = new boolean[published.heads().length];
    Arrays.fill(best, true);
    for (Published.Sum sum : published.sums()) {
      if (sum.inside()[atom]) {
        for (boolean[] set : new boolean[][] {sum.inside(), remainder(sum, published)}) {
          long n = n(answers, published, set);
          if (set[atom] && n >= K && n < n(answers, published, best)) {
            best = set;
          }
        }
      }
    }
    return best;
  }

  private static boolean[] remainder(Published.Sum sum, Published published) {
    boolean[] left = sum.inside().clone();
    for (Published.Sum other : published.sums()) {
      boolean isInside =
          !Arrays.equals(other.inside(), sum.inside())
              && IntStream.range(0, left.length)
                  .allMatch(atom -> !other.inside()[atom] || sum.inside()[atom]);
      for (int atom = 0; isInside && atom < left.length; atom++) {
        left[atom] &= !other.inside()[atom];
      }
    }
    return left;
  }

  private static long n(int[] answers, Published published, boolean[] set) {
    return IntStream.range(0, answers.length)
        .filter(person -> answers[person] > 0 && set[published.atoms()[person]])
        .count();
  }

  private static int commonest(int[] answers, Published published, boolean[] set) {
    int[] counts = new int[MadeFirm.LEVELS];
    for (int person = 0; person < answers.length; person++) {
      if (answers[person] > 0 && set[published.atoms()[person]]) {
        counts[answers[person] - 1]++;
      }
    }
    int best = 0;
    for (int level = 1; level < counts.length; level++) {
      best = counts[level] > counts[best] ? level : best;
    }
    return best;
  }

  /** The mean of differences, with its 95% interval. */
  static final class Paired {
    private int n;
    private double sum;
    private double squares;

    private void add(double difference) {
      n++;
      sum += difference;
      squares += difference * difference;
    }

    double mean() {
      return sum / n;
    }

    double low() {
      return mean() - margin();
    }

    double high() {
      return mean() + margin();
    }

    private double margin() {
      return 1.96 * Math.sqrt((squares / n - mean() * mean()) / n);
    }

    @Override
    public String toString() {
      return "%.3f (%.3f to %.3f)".formatted(mean(), low(), high());
    }
  }
}
