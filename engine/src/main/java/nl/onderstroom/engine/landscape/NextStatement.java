package nl.onderstroom.engine.landscape;

import static nl.onderstroom.engine.landscape.PackedCholesky.cell;
import static nl.onderstroom.engine.landscape.PackedCholesky.cells;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Which statement to ask somebody about next, so that the landscape is known with few votes.
 *
 * <p>The priority of a statement for a person is how much their vote on it is expected to take away
 * of what is uncertain in the landscape, summed over all logits η = a + y + u·w of everybody on
 * everything ({@code OpinionSpace}), in squared logits:
 *
 * <pre>(1 − r) · p(1 − p) / (1 + πs²/8) · ( S · cᵀΣWΣc + N · |Vz|² )</pre>
 *
 * <p>with r the chance of a pass, p the chance of agreement, s² the variance of this person's logit
 * on it; Σ the covariance of the person's (y, u), V that of the statement's (a, w), c = (1, w) and
 * z = (1, u) their means; W the mean of c cᵀ over statements; S statements and N people. The first
 * term is what the vote tells of the person, which all S statements gain by; the second what it
 * tells of the statement, which all N people gain by. Both are the variance that the best linear
 * prediction from a yes or no takes away: by Stein's lemma its covariance with (y, u) is Σc
 * E[σ′(η)], and E[σ′(η)] = p(1 − p)/√(1 + πs²/8) with the probit approximation of {@link
 * Logistic#mean}.
 *
 * <p>So a statement with few votes goes first, and one that nobody voted on before all that are
 * like it, until it is known about as well as people are. The sum over everybody is what makes the
 * two comparable; there is nothing to set.
 */
public final class NextStatement {
  private static final double SHARPNESS = Double.parseDouble(System.getProperty("ns.sharp", "1e9"));
  private static final double SELF = Double.parseDouble(System.getProperty("ns.self", "1"));
  private static final double Y = Double.parseDouble(System.getProperty("ns.y", "1"));
  private static final double KAPPA = Double.parseDouble(System.getProperty("ns.kappa", "-1"));
  private static final int VARIANT = Integer.parseInt(System.getProperty("ns.variant", "0"));

  /** Weight of how often all statements are passed on in how often one is, in votes. */
  private static final double SHRINKAGE = 4;

  /** How often a place is improved; it hardly moves after that. */
  private static final int PLACINGS = 4;

  /** The statements of the votes and, last, one that nobody voted on: as statements usually are. */
  private final OpinionSpace space;

  private final Map<String, Integer> indexes = new HashMap<>();
  private final List<String> ids;
  private final int people;
  private final double[] passing;
  private final double[] average;

  private NextStatement(Votes votes, OpinionSpace known) {
    people = votes.people();
    ids = new ArrayList<>();
    for (int statement = 0; statement < votes.statements(); statement++) {
      ids.add(votes.statementId(statement));
      indexes.put(votes.statementId(statement), statement);
    }
    space = withUnknown(known);
    passing = passing(votes);
    average = average(known);
  }

  static NextStatement of(Votes votes, OpinionSpace space) {
    return new NextStatement(votes, space);
  }

  /** A statement and what a vote on it is worth, in squared logits over everybody; at least 0. */
  public record Ranked(String statement, double priority) {}

  private static OpinionSpace withUnknown(OpinionSpace known) {
    int size = known.momentCells();
    int all = known.statements();
    double[] moments = Arrays.copyOf(known.moments(), (all + 1) * size);
    for (int statement = 0; statement < all; statement++) {
      for (int at = 0; at < size; at++) {
        moments[all * size + at] += known.moments()[statement * size + at] / all;
      }
    }
    return new OpinionSpace(known.dimensions(), all + 1, moments, known.yeaSayingVariance());
  }

  private double[] voted = {};

  private double[] passing(Votes votes) {
    double[] passes = new double[votes.statements() + 1];
    double[] all = new double[votes.statements() + 1];
    for (int entry = 0; entry < votes.size(); entry++) {
      passes[votes.statement(entry)] += votes.code(entry) == 1 ? 1 : 0;
      all[votes.statement(entry)]++;
    }
    voted = all.clone();
    double usual = Arrays.stream(passes).sum() / votes.size();
    for (int statement = 0; statement < passes.length; statement++) {
      passes[statement] = (passes[statement] + SHRINKAGE * usual) / (all[statement] + SHRINKAGE);
    }
    return passes;
  }

  /** W: E[c cᵀ], packed. */
  private static double[] average(OpinionSpace space) {
    int order = space.dimensions() + 1;
    double[] sum = new double[cells(order)];
    for (int statement = 0; statement < space.statements(); statement++) {
      int offset = statement * space.momentCells();
      for (int row = 0; row < order; row++) {
        for (int column = 0; column <= row; column++) {
          sum[cell(row, column)] +=
              space.moments()[offset + cell(row + 1, column + 1)] / space.statements();
        }
      }
    }
    for (int row = 0; row < order; row++) sum[cell(row, 0)] *= Y;
    return sum;
  }

  public List<Ranked> ranking(Map<String, Vote> own, Collection<String> statements) {
    Placing placing = placed(own);
    Worth worth = new Worth(placing.mean, placing.covariance);
    List<Ranked> ranking = new ArrayList<>();
    for (String statement : new TreeSet<>(statements)) {
      if (!own.containsKey(statement)) {
        int index = indexes.getOrDefault(statement, ids.size());
        ranking.add(new Ranked(statement, worth.of(index)));
      }
    }
    ranking.sort(Comparator.comparingDouble((Ranked one) -> -one.priority()));
    return ranking;
  }

  public Optional<String> draw(Map<String, Vote> own, Collection<String> statements, long seed) {
    List<Ranked> ranking = ranking(own, statements);
    if (ranking.isEmpty()) {
      return Optional.empty();
    }
    double top = ranking.getFirst().priority();
    double[] weights =
        ranking.stream().mapToDouble(one -> Math.pow(one.priority() / top, SHARPNESS)).toArray();
    double left =
        Arrays.stream(weights).sum() * new SplittableRandom(CanonicalOrder.mix(seed)).nextDouble();
    for (int at = 0; at < weights.length; at++) {
      left -= weights[at];
      if (left < 0) {
        return Optional.of(ranking.get(at).statement());
      }
    }
    return Optional.of(ranking.getFirst().statement());
  }

  private Placing placed(Map<String, Vote> own) {
    int[] entries =
        own.entrySet().stream()
            .filter(vote -> indexes.containsKey(vote.getKey()))
            .mapToInt(vote -> indexes.getOrDefault(vote.getKey(), 0) << 2 | (vote.getValue().number() + 1))
            .sorted()
            .toArray();
    Votes alone = new Votes(new int[] {0, entries.length}, entries, List.of(""), ids);
    Placing placing = new Placing(space, alone, Reading.OPINION);
    placing.beginAnywhere();
    placing.place(0, PLACINGS);
    return placing;
  }

  /** What votes of one person are worth. */
  private final class Worth {
    private final int order = space.dimensions() + 1;
    private final double[] mean;
    private final double[] covariance;
    private final double[] moments;
    private final double[] c = new double[order];
    private final double[] told = new double[order];

    Worth(double[] mean, double[] covariance) {
      this.mean = mean;
      this.covariance = covariance;
      moments = Places.moments(mean, covariance);
    }

    double of(int statement) {
      double logit = space.meanLogit(statement, moments);
      double variance = Math.max(0, space.squaredLogit(statement, moments) - logit * logit);
      double agrees = Logistic.mean(logit, variance);
      double surprise = agrees * (1 - agrees) / (1 + Math.PI * variance / 8);
      return (1 - passing[statement])
          * surprise
          * (space.statements() * ofPerson(statement) * SELF + share(statement) * ofStatement(statement));
    }

    private double share(int statement) {
      return VARIANT < 2 || KAPPA < 0 ? people : KAPPA + voted[statement];
    }

    private double ofPerson(int statement) {
      int offset = statement * space.momentCells();
      for (int at = 0; at < order; at++) {
        c[at] = at == 0 ? 1 : space.moments()[offset + cell(at + 1, 1)];
      }
      for (int row = 0; row < order; row++) {
        told[row] = 0;
        for (int column = 0; column < order; column++) {
          told[row] += covariance[cell(row, column)] * c[column];
        }
      }
      double sum = 0;
      for (int row = 0; row < order; row++) {
        for (int column = 0; column < order; column++) {
          sum += told[row] * average[cell(row, column)] * told[column];
        }
      }
      return sum;
    }

    /** |Vz|²: in the moments of b = (a, 1, w) row 1 is the mean. */
    private double ofStatement(int statement) {
      int offset = statement * space.momentCells();
      double[] b = space.moments();
      double sum = 0;
      for (int row = 0; row <= order; row++) {
        if (row == 1) {
          continue;
        }
        double told = 0;
        for (int column = 0; column <= order; column++) {
          if (column == 1) {
            continue;
          }
          double z = column == 0 ? 1 : mean[column - 1];
          double cov =
              b[offset + cell(row, column)]
                  - b[offset + cell(row, 1)] * b[offset + cell(column, 1)];
          told += cov * z;
          if (VARIANT >= 1 && column > 0) {
            for (int k = 2; k <= order; k++) {
              double cov2 =
                  b[offset + cell(row, k)] - b[offset + cell(row, 1)] * b[offset + cell(k, 1)];
              sum += cov * cov2 * covariance[cell(column - 1, k - 1)];
            }
          }
        }
        sum += told * told;
      }
      return sum;
    }
  }
}
