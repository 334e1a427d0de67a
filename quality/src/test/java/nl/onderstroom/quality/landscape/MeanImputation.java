package nl.onderstroom.quality.landscape;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Candidate D, the usual way, after the description of what Polis does: votes −1, 0, 1; what is
 * missing is the statement's mean; two principal components; a hundred small clusters of people and
 * k-means of those, k from 2 to 5 by the mean silhouette. Begins with who came first.
 */
final class MeanImputation implements Method {
  private static final int POWER_ROUNDS = 60;
  private static final int BASE = 100;
  private static final int MOST = 5;
  private static final int MEANS_ROUNDS = 30;

  @Override
  public String name() {
    return "D pca+kmeans";
  }

  @Override
  public Found find(Conversation votes) {
    double[][] points = projected(votes);
    int[] placed = IntStream.range(0, votes.people()).filter(votes::placed).toArray();
    double[][] here = Arrays.stream(placed).mapToObj(p -> points[p]).toArray(double[][]::new);
    double[] ones = new double[here.length];
    Arrays.fill(ones, 1);
    int[] base = means(here, ones, Math.min(BASE, here.length));
    int bases = Arrays.stream(base).max().orElse(0) + 1;
    double[][] centres = new double[bases][2];
    double[] sizes = centres(here, ones, base, centres);
    int[] best = new int[bases];
    double clearest = Double.NEGATIVE_INFINITY;
    for (int k = 2; k <= Math.min(MOST, bases); k++) {
      int[] groups = means(centres, sizes, k);
      double clear = silhouette(centres, groups);
      if (clear > clearest) {
        clearest = clear;
        best = groups;
      }
    }
    int[] groups = new int[votes.people()];
    Arrays.fill(groups, -1);
    for (int at = 0; at < placed.length; at++) {
      groups[placed[at]] = best[base[at]];
    }
    int k = Arrays.stream(best).max().orElse(0) + 1;
    return new Found(k, groups, GroupMeans.of(votes, groups, k));
  }

  /** What is missing is the mean, so only votes that were cast differ from it. */
  private static double[][] projected(Conversation votes) {
    int statements = votes.statements();
    double[] mean = new double[statements];
    double[] all = new double[statements];
    for (int entry = 0; entry < votes.votes(); entry++) {
      mean[votes.statement(entry)] += votes.vote(entry) - 1;
      all[votes.statement(entry)]++;
    }
    Arrays.setAll(mean, s -> mean[s] / Math.max(1, all[s]));
    double[][] points = new double[votes.people()][2];
    double[][] axes = new double[2][statements];
    for (int axis = 0; axis < 2; axis++) {
      Arrays.fill(axes[axis], 1);
      for (int round = 0; round < POWER_ROUNDS; round++) {
        double[] next = new double[statements];
        for (int person = 0; person < points.length; person++) {
          points[person][axis] = 0;
          for (int at = votes.start(person); at < votes.end(person); at++) {
            int s = votes.statement(at);
            points[person][axis] += (votes.vote(at) - 1 - mean[s]) * axes[axis][s];
          }
          for (int at = votes.start(person); at < votes.end(person); at++) {
            int s = votes.statement(at);
            next[s] += (votes.vote(at) - 1 - mean[s]) * points[person][axis];
          }
        }
        double along = axis == 0 ? 0 : dot(next, axes[0]);
        double[] first = axes[0];
        Arrays.setAll(next, s -> next[s] - along * first[s]);
        double size = Math.sqrt(dot(next, next)) + 1e-300;
        axes[axis] = Arrays.stream(next).map(x -> x / size).toArray();
      }
    }
    for (int person = 0; person < points.length; person++) {
      double scale = Math.sqrt((double) statements / Math.max(1, votes.votes(person)));
      points[person][0] *= scale;
      points[person][1] *= scale;
    }
    return points;
  }

  private static double dot(double[] one, double[] other) {
    return IntStream.range(0, one.length).mapToDouble(at -> one[at] * other[at]).sum();
  }

  /** k-means from the first k points that differ; groups that lose everybody are left out. */
  private static int[] means(double[][] points, double[] weights, int k) {
    double[][] centres = Arrays.stream(points).distinct().limit(k).toArray(double[][]::new);
    int[] groups = new int[points.length];
    for (int round = 0; round < MEANS_ROUNDS; round++) {
      double[][] now = centres;
      Arrays.setAll(groups, at -> nearest(points[at], now));
      centres = new double[now.length][2];
      double[] sizes = centres(points, weights, groups, centres);
      double[][] next = centres;
      centres =
          IntStream.range(0, sizes.length)
              .mapToObj(c -> sizes[c] > 0 ? next[c] : now[c])
              .toArray(double[][]::new);
    }
    int[] used = Arrays.stream(groups).distinct().sorted().toArray();
    return Arrays.stream(groups).map(group -> Arrays.binarySearch(used, group)).toArray();
  }

  private static int nearest(double[] point, double[][] centres) {
    int best = 0;
    for (int c = 1; c < centres.length; c++) {
      best = distance(point, centres[c]) < distance(point, centres[best]) ? c : best;
    }
    return best;
  }

  private static double distance(double[] one, double[] other) {
    return Math.hypot(one[0] - other[0], one[1] - other[1]);
  }

  private static double[] centres(
      double[][] points, double[] weights, int[] groups, double[][] into) {
    double[] sizes = new double[into.length];
    for (int at = 0; at < points.length; at++) {
      sizes[groups[at]] += weights[at];
      into[groups[at]][0] += weights[at] * points[at][0];
      into[groups[at]][1] += weights[at] * points[at][1];
    }
    for (int c = 0; c < into.length; c++) {
      into[c][0] /= Math.max(1, sizes[c]);
      into[c][1] /= Math.max(1, sizes[c]);
    }
    return sizes;
  }

  /** Rousseeuw 1987. */
  private static double silhouette(double[][] points, int[] groups) {
    int k = Arrays.stream(groups).max().orElse(0) + 1;
    double sum = 0;
    for (int at = 0; at < points.length; at++) {
      double[] far = new double[k];
      int[] sizes = new int[k];
      for (int other = 0; other < points.length; other++) {
        if (other != at) {
          far[groups[other]] += distance(points[at], points[other]);
          sizes[groups[other]]++;
        }
      }
      double own = sizes[groups[at]] == 0 ? 0 : far[groups[at]] / sizes[groups[at]];
      double next = Double.POSITIVE_INFINITY;
      for (int c = 0; c < k; c++) {
        next = c == groups[at] || sizes[c] == 0 ? next : Math.min(next, far[c] / sizes[c]);
      }
      sum += sizes[groups[at]] == 0 ? 0 : (next - own) / Math.max(1e-12, Math.max(next, own));
    }
    return sum / points.length;
  }
}
