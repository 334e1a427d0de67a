package nl.onderstroom.quality.landscape;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Candidate C: a graph of people, each tied to those with whom they agree most beyond what
 * statements and yea-saying explain; its communities, agreed on by replicates with a tenth of the
 * votes dropped (Lancichinetti and Fortunato 2012). One group when the graph is no more modular
 * than that of votes exchanged, on each statement, between people who say yes about as easily.
 */
final class AgreementGraph implements Method {
  private static final int NEIGHBOURS = 20;

  /** Draws the agreement of people with few statements in common to none. */
  private static final double PRIOR_VARIANCE = 2;

  private static final int REPLICATES = 8;
  private static final double KEPT = 0.9;
  private static final double LEAST_TOGETHER = 0.5;
  private static final int NULLS = 5;
  private static final double DEVIATIONS = 3;
  private static final int BANDS = 6;
  private static final double[] RESOLUTIONS = {0.3, 0.45, 0.6, 0.8, 1};

  /** A community with a smaller share of people goes to the nearest one. */
  private static final double LEAST_SHARE = 0.02;

  @Override
  public String name() {
    return "C graph";
  }

  @Override
  public Found find(Conversation votes) {
    int[] placed = IntStream.range(0, votes.people()).filter(votes::placed).toArray();
    List<Map<Integer, Double>> graph = graph(votes, placed);
    int[] found = new int[placed.length];
    if (placed.length > 1 && moreModular(votes, placed, Louvain.of(graph, 1).modularity())) {
      found = consensus(votes, placed, graph);
    }
    int[] groups = new int[votes.people()];
    Arrays.fill(groups, -1);
    for (int at = 0; at < placed.length; at++) {
      groups[placed[at]] = found[at];
    }
    int k = Arrays.stream(found).max().orElse(0) + 1;
    return new Found(k, groups, GroupMeans.of(votes, groups, k));
  }

  private static boolean moreModular(Conversation votes, int[] placed, double modularity) {
    Surprises surprises = new Surprises(votes);
    double[] nulls = new double[NULLS];
    Arrays.setAll(
        nulls,
        seed -> Louvain.of(graph(exchanged(votes, surprises, seed), placed), 1).modularity());
    double mean = Arrays.stream(nulls).average().orElse(0);
    double square = Arrays.stream(nulls).map(x -> (x - mean) * (x - mean)).sum();
    return modularity > mean + DEVIATIONS * Math.sqrt(square / (NULLS - 1));
  }

  /** Votes permuted within a statement and a band of people who say yes about as easily. */
  private static Conversation exchanged(Conversation votes, Surprises surprises, int seed) {
    double[] sorted = surprises.yeaSaying.clone();
    Arrays.sort(sorted);
    int[][] cells = new int[votes.statements() * BANDS][0];
    int[] sizes = new int[cells.length];
    for (int person = 0; person < votes.people(); person++) {
      int rank = Math.abs(Arrays.binarySearch(sorted, surprises.yeaSaying[person]));
      int band = Math.min(BANDS - 1, rank * BANDS / sorted.length);
      for (int at = votes.start(person); at < votes.end(person); at++) {
        int cell = votes.statement(at) * BANDS + band;
        if (sizes[cell] == cells[cell].length) {
          cells[cell] = Arrays.copyOf(cells[cell], 2 * sizes[cell] + 4);
        }
        cells[cell][sizes[cell]++] = at;
      }
    }
    SplittableRandom random = new SplittableRandom(seed);
    int[] exchanged = new int[votes.votes()];
    for (int cell = 0; cell < cells.length; cell++) {
      int[] order = Conversation.permutation(sizes[cell], random);
      for (int at = 0; at < order.length; at++) {
        exchanged[cells[cell][at]] = votes.vote(cells[cell][order[at]]);
      }
    }
    return votes.withVotes(exchanged);
  }

  /** At the resolution that finds most nearly the same in every replicate. */
  private static int[] consensus(
      Conversation votes, int[] placed, List<Map<Integer, Double>> graph) {
    List<List<Map<Integer, Double>>> replicates =
        IntStream.range(0, REPLICATES)
            .mapToObj(seed -> {
              boolean[] kept = votes.keeping(KEPT, 1000 + seed);
              return graph(votes.where(entry -> kept[entry]), placed);
            })
            .toList();
    int[] best = new int[placed.length];
    double surest = Double.NEGATIVE_INFINITY;
    for (double resolution : RESOLUTIONS) {
      int[][] found =
          replicates.stream()
              .map(replicate -> Louvain.of(replicate, resolution).of())
              .toArray(int[][]::new);
      Louvain.Communities communities = Louvain.of(agreed(graph, found), resolution);
      int[] large = largeOnes(communities, graph);
      double sure =
          Arrays.stream(found).mapToDouble(of -> RandIndex.adjusted(of, large)).average().orElse(0);
      if (sure > surest && Arrays.stream(large).anyMatch(c -> c > 0)) {
        surest = sure;
        best = large;
      }
    }
    return best;
  }

  /** Ties of the graph, weighed by how often both ends came together. */
  private static List<Map<Integer, Double>> agreed(
      List<Map<Integer, Double>> graph, int[][] replicates) {
    return IntStream.range(0, graph.size())
        .<Map<Integer, Double>>mapToObj(one -> {
          Map<Integer, Double> row = new TreeMap<>();
          for (int other : graph.get(one).keySet()) {
            double together = Arrays.stream(replicates).filter(of -> of[one] == of[other]).count();
            if (together > LEAST_TOGETHER * replicates.length) {
              row.put(other, together / replicates.length);
            }
          }
          return row;
        })
        .toList();
  }

  private static int[] largeOnes(
      Louvain.Communities communities, List<Map<Integer, Double>> graph) {
    int[] sizes = new int[communities.count()];
    Arrays.stream(communities.of()).forEach(c -> sizes[c]++);
    int least = (int) Math.ceil(LEAST_SHARE * graph.size());
    int[] numbers = new int[sizes.length];
    int count = 0;
    for (int c = 0; c < sizes.length; c++) {
      numbers[c] = sizes[c] >= least ? count++ : -1;
    }
    int[] found = Arrays.stream(communities.of()).map(c -> numbers[c]).toArray();
    int[] settled = found.clone();
    for (int node = 0; node < found.length; node++) {
      if (found[node] < 0) {
        double[] ties = new double[Math.max(1, count)];
        graph
            .get(node)
            .forEach((other, tie) -> ties[Math.max(0, found[other])] += found[other] < 0 ? 0 : tie);
        settled[node] =
            IntStream.range(0, ties.length).reduce(0, (a, b) -> ties[b] > ties[a] ? b : a);
      }
    }
    return settled;
  }

  /** Each person's nearest ones, both ways; nodes are numbered as in {@code placed}. */
  private static List<Map<Integer, Double>> graph(Conversation votes, int[] placed) {
    Surprises surprises = new Surprises(votes);
    int[][] voters = new int[votes.statements()][0];
    double[][] surprise = new double[votes.statements()][0];
    double[][] variance = new double[votes.statements()][0];
    int[] sizes = new int[votes.statements()];
    for (int node = 0; node < placed.length; node++) {
      for (int at = votes.start(placed[node]); at < votes.end(placed[node]); at++) {
        int s = votes.statement(at);
        if (sizes[s] == voters[s].length) {
          voters[s] = Arrays.copyOf(voters[s], 2 * sizes[s] + 4);
          surprise[s] = Arrays.copyOf(surprise[s], 2 * sizes[s] + 4);
          variance[s] = Arrays.copyOf(variance[s], 2 * sizes[s] + 4);
        }
        voters[s][sizes[s]] = node;
        surprise[s][sizes[s]] = surprises.surprise[at];
        variance[s][sizes[s]++] = surprises.variance[at] / 2;
      }
    }
    List<Map<Integer, Double>> graph =
        Arrays.stream(placed).<Map<Integer, Double>>mapToObj(_ -> new TreeMap<>()).toList();
    double[] together = new double[placed.length];
    double[] common = new double[placed.length];
    for (int node = 0; node < placed.length; node++) {
      Arrays.fill(together, 0);
      Arrays.fill(common, PRIOR_VARIANCE);
      for (int at = votes.start(placed[node]); at < votes.end(placed[node]); at++) {
        int s = votes.statement(at);
        double own = surprises.surprise[at];
        double half = surprises.variance[at] / 2;
        int[] who = voters[s];
        for (int other = 0; other < sizes[s]; other++) {
          together[who[other]] += own * surprise[s][other];
          common[who[other]] += half + variance[s][other];
        }
      }
      tie(node, together, common, graph);
    }
    return graph;
  }

  private static void tie(
      int node, double[] together, double[] common, List<Map<Integer, Double>> graph) {
    double[] agreement = new double[together.length];
    Arrays.setAll(agreement, other -> other == node ? 0 : together[other] / common[other]);
    double[] sorted = agreement.clone();
    Arrays.sort(sorted);
    double least = Math.max(1e-9, sorted[Math.max(0, sorted.length - NEIGHBOURS)]);
    for (int other = 0; other < agreement.length; other++) {
      if (agreement[other] >= least) {
        graph.get(node).merge(other, agreement[other], Double::sum);
        graph.get(other).merge(node, agreement[other], Double::sum);
      }
    }
  }
}
