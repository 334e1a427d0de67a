package nl.onderstroom.quality.landscape;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Communities of a weighted graph by modularity (Blondel, Guillaume, Lambiotte and Lefebvre 2008),
 * nodes visited in their own order, so that it is deterministic.
 */
final class Louvain {
  private static final double LEAST_GAIN = 1e-9;

  /** Of each node its neighbours and the weights to them; a loop counts twice. */
  private final List<Map<Integer, Double>> edges;

  private final double[] degrees;
  private final double total;
  private final double resolution;
  private final int[] community;
  private final double[] sums;

  private Louvain(List<Map<Integer, Double>> edges, double resolution) {
    this.edges = edges;
    this.resolution = resolution;
    degrees = edges.stream().mapToDouble(Louvain::sum).toArray();
    total = Math.max(1e-300, Arrays.stream(degrees).sum());
    community = IntStream.range(0, edges.size()).toArray();
    sums = degrees.clone();
  }

  /**
   * @param modularity of the communities (Newman and Girvan 2004)
   */
  @SuppressWarnings("ArrayRecordComponent") // read here only
  record Communities(int[] of, int count, double modularity) {}

  /**
   * @param resolution 1 for modularity itself; lower for fewer and larger communities (Reichardt
   *     and Bornholdt 2006)
   */
  static Communities of(List<Map<Integer, Double>> edges, double resolution) {
    int[] all = IntStream.range(0, edges.size()).toArray();
    List<Map<Integer, Double>> graph = edges;
    while (true) {
      Louvain level = new Louvain(graph, resolution);
      boolean moved = level.moveAll();
      int count = level.renumber();
      for (int at = 0; at < all.length; at++) {
        all[at] = level.community[all[at]];
      }
      if (!moved || count == graph.size()) {
        return new Communities(all, count, level.modularity());
      }
      graph = level.merged(count);
    }
  }

  private static double sum(Map<Integer, Double> edges) {
    return edges.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private boolean moveAll() {
    boolean ever = false;
    boolean moved = true;
    while (moved) {
      moved = false;
      for (int node = 0; node < edges.size(); node++) {
        moved |= move(node);
      }
      ever |= moved;
    }
    return ever;
  }

  private boolean move(int node) {
    Map<Integer, Double> near = new TreeMap<>();
    edges
        .get(node)
        .forEach((other, weight) -> {
          if (other != node) {
            near.merge(community[other], weight, Double::sum);
          }
        });
    int old = community[node];
    sums[old] -= degrees[node];
    int best = old;
    double most = near.getOrDefault(old, 0.0) - resolution * sums[old] * degrees[node] / total;
    for (Map.Entry<Integer, Double> there : near.entrySet()) {
      double gain = there.getValue() - resolution * sums[there.getKey()] * degrees[node] / total;
      if (gain > most + LEAST_GAIN) {
        most = gain;
        best = there.getKey();
      }
    }
    community[node] = best;
    sums[best] += degrees[node];
    return best != old;
  }

  private int renumber() {
    Map<Integer, Integer> numbers = new TreeMap<>();
    for (int node = 0; node < community.length; node++) {
      numbers.putIfAbsent(community[node], numbers.size());
    }
    Arrays.setAll(community, node -> numbers.getOrDefault(community[node], 0));
    return numbers.size();
  }

  private List<Map<Integer, Double>> merged(int count) {
    List<Map<Integer, Double>> merged =
        IntStream.range(0, count).<Map<Integer, Double>>mapToObj(_ -> new TreeMap<>()).toList();
    for (int node = 0; node < community.length; node++) {
      Map<Integer, Double> row = merged.get(community[node]);
      edges.get(node).forEach((other, weight) -> row.merge(community[other], weight, Double::sum));
    }
    return merged;
  }

  private double modularity() {
    double[] inside = new double[community.length];
    double[] degree = new double[community.length];
    for (int node = 0; node < community.length; node++) {
      int here = community[node];
      degree[here] += degrees[node];
      edges
          .get(node)
          .forEach((other, weight) -> inside[here] += community[other] == here ? weight : 0);
    }
    return IntStream.range(0, inside.length)
        .mapToDouble(c -> inside[c] / total - degree[c] * degree[c] / total / total)
        .sum();
  }
}
