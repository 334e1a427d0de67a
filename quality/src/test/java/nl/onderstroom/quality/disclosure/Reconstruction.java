package nl.onderstroom.quality.disclosure;

import java.util.Arrays;
import java.util.Random;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Somebody who holds everything published of a question and the roster, and solves integer programs
 * over how many in each atom gave each answer. Solutions at random corners of what is possible are
 * averaged into a belief about each atom; what all of them agree on is then proven or refuted by
 * making it as small and as large as it can be.
 */
final class Reconstruction {
  private static final int CORNERS = 24;

  private final Published published;
  private final int levels;
  private final Random random;

  /** Per atom and level, people. */
  final double[][] belief;

  private final long[][] least;
  private final long[][] most;

  Reconstruction(Published published, int levels, long seed) {
    this.published = published;
    this.levels = levels;
    this.random = new Random(seed);
    int atoms = published.heads().length;
    belief = new double[atoms][levels];
    least = new long[atoms][levels];
    most = new long[atoms][levels];
    for (int corner = 0; corner < CORNERS; corner++) {
      double[] weights = random.doubles((long) atoms * levels, -1, 1).toArray();
      long[] corners = solve(weights);
      for (int cell = 0; cell < corners.length; cell++) {
        belief[cell / levels][cell % levels] += (double) corners[cell] / CORNERS;
      }
      widen(corners, corner == 0);
    }
  }

  /** The level that the atom's people most likely chose, from 0. */
  int guess(int atom) {
    int best = 0;
    for (int level = 1; level < levels; level++) {
      best = belief[atom][level] > belief[atom][best] ? level : best;
    }
    return best;
  }

  /**
   * Whether it is certain that everybody in the atom who answered gave this answer, and that
   * somebody did: no whole numbers that agree with what is published say otherwise.
   */
  boolean isCertain(int atom, int level) {
    if (least[atom][level] == 0) {
      return false;
    }
    for (int other = 0; other < levels; other++) {
      if (other != level && most[atom][other] > 0) {
        return false;
      }
    }
    double[] weights = new double[belief.length * levels];
    weights[atom * levels + level] = 1;
    widen(solve(weights), false);
    for (int other = 0; other < levels; other++) {
      Arrays.fill(weights, 0);
      if (other != level) {
        weights[atom * levels + other] = -1;
        widen(solve(weights), false);
      }
      if (least[atom][level] == 0 || (other != level && most[atom][other] > 0)) {
        return false;
      }
    }
    return true;
  }

  private void widen(long[] solution, boolean isFirst) {
    for (int atom = 0; atom < belief.length; atom++) {
      for (int level = 0; level < levels; level++) {
        long people = solution[atom * levels + level];
        least[atom][level] = isFirst ? people : Math.min(least[atom][level], people);
        most[atom][level] = isFirst ? people : Math.max(most[atom][level], people);
      }
    }
  }

  private long[] solve(double[] weights) {
    var model = new ExpressionsBasedModel();
    Variable[] cells = new Variable[weights.length];
    for (int cell = 0; cell < cells.length; cell++) {
      int heads = published.heads()[cell / levels];
      cells[cell] =
          model
              .addVariable("people " + cell)
              .lower(0)
              .upper(heads)
              .integer(true)
              .weight(weights[cell]);
    }
    for (int atom = 0; atom < belief.length; atom++) {
      Expression all = model.addExpression("heads " + atom).upper(published.heads()[atom]);
      for (int level = 0; level < levels; level++) {
        all.set(cells[atom * levels + level], 1);
      }
    }
    int name = 0;
    for (Published.Sum sum : published.sums()) {
      Expression n = model.addExpression("n " + name).level(sum.n());
      Expression total = model.addExpression("total " + name).level(Math.rint(sum.total()));
      for (int level = 0; level < levels; level++) {
        for (int atom = 0; atom < belief.length; atom++) {
          if (sum.inside()[atom]) {
            n.set(cells[atom * levels + level], 1);
            total.set(cells[atom * levels + level], level + 1.0);
          }
        }
        if (!sum.counts().isEmpty()) {
          Expression count =
              model.addExpression("count " + name + " " + level).level(sum.counts().get(level));
          for (int atom = 0; atom < belief.length; atom++) {
            if (sum.inside()[atom]) {
              count.set(cells[atom * levels + level], 1);
            }
          }
        }
      }
      name++;
    }
    Optimisation.Result result = model.minimise();
    if (!result.getState().isFeasible()) {
      throw new IllegalStateException("the truth is a solution, yet none is found: " + result);
    }
    long[] people = new long[weights.length];
    for (int cell = 0; cell < people.length; cell++) {
      people[cell] = Math.round(result.doubleValue(cell));
    }
    return people;
  }
}
