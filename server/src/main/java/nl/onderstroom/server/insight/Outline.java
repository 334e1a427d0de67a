package nl.onderstroom.server.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The edge of the berg: from the top down, how far it reaches to both sides of the axis.
 *
 * @param axis x of the axis
 * @param half how far a share of 1 reaches
 */
record Outline(double axis, double half, List<Outline.Edge> edges) {
  /** How many steps a soft edge has. */
  static final int STEPS = 16;

  /** Where a ridge runs between the axis (0) and the rim (1): to and fro. */
  private static final double[] RIDGES = {0.3, 0.58};

  Outline {
    edges = List.copyOf(edges);
  }

  /** The two sides at one height. */
  record Edge(double y, Span left, Span right) {
    static Edge point(double y) {
      return new Edge(y, Span.NONE, Span.NONE);
    }
  }

  /** A shape to fill; {@code opacity} from 0 to 1. */
  record Shape(String points, String opacity) {}

  /**
   * One side as shapes over each other, the widest first: together they are full up to the low end
   * of every interval and fade evenly to its high end.
   */
  List<Shape> side(boolean right) {
    var shapes = new ArrayList<Shape>();
    for (int step = 0; step < STEPS; step++) {
      double part = 1 - (double) step / (STEPS - 1);
      // Under k shapes of 1/n, 1/(n−1) … the ground shows for 1 − k/n.
      shapes.add(new Shape(half(right, part), decimals(1.0 / (STEPS - step), 3)));
    }
    return shapes;
  }

  private String half(boolean right, double part) {
    var points = new StringBuilder();
    point(points, axis, edges.getFirst().y());
    for (Edge edge : edges) {
      point(points, x(edge, right, part), edge.y());
    }
    point(points, axis, edges.getLast().y());
    return points.toString().strip();
  }

  /**
   * The planes of the ice, where it is certain: the more one turns downward, the darker it is. They
   * say nothing that the edge does not say.
   */
  List<Shape> facets() {
    var facets = new ArrayList<Shape>();
    for (int i = 0; i + 1 < edges.size(); i++) {
      for (boolean right : new boolean[] {false, true}) {
        facets(facets, i, right);
      }
    }
    return facets;
  }

  /** Four triangles between two edges: two at the rim, two at the axis. */
  private void facets(List<Shape> facets, int i, boolean right) {
    Edge above = edges.get(i);
    Edge below = edges.get(i + 1);
    double narrowing = x(above, right, 0) - x(below, right, 0);
    double slope = (right ? narrowing : -narrowing) / Math.max(1, below.y() - above.y());
    double crisp = Math.min(crispness(above, right), crispness(below, right));
    double rim = crisp * (0.1 + 0.09 * Math.clamp(slope, -1, 1));
    Corner axisAbove = corner(above, right, 0);
    Corner ridgeAbove = corner(above, right, RIDGES[i % 2]);
    Corner rimAbove = corner(above, right, 1);
    Corner axisBelow = corner(below, right, 0);
    Corner ridgeBelow = corner(below, right, RIDGES[(i + 1) % 2]);
    Corner rimBelow = corner(below, right, 1);
    facets.add(facet(rim, ridgeAbove, rimAbove, rimBelow));
    facets.add(facet(rim * 0.5, ridgeAbove, rimBelow, ridgeBelow));
    facets.add(facet(crisp * 0.07, axisAbove, ridgeAbove, ridgeBelow));
    facets.add(facet(crisp * 0.02, axisAbove, ridgeBelow, axisBelow));
  }

  /** From 1 for a figure known exactly to 0 for one that is known too little to have planes. */
  private static double crispness(Edge edge, boolean right) {
    Span reach = right ? edge.right() : edge.left();
    return Math.max(0, 1 - 3 * (reach.high() - reach.low()));
  }

  private record Corner(double x, double y) {}

  /** A point of the certain part: {@code part} 0 lies on the axis, 1 on the rim. */
  private Corner corner(Edge edge, boolean right, double part) {
    return new Corner(axis + part * (x(edge, right, 0) - axis), edge.y());
  }

  private static Shape facet(double darkness, Corner... corners) {
    var points = new StringBuilder();
    for (Corner corner : corners) {
      point(points, corner.x(), corner.y());
    }
    return new Shape(points.toString().strip(), decimals(darkness, 3));
  }

  double x(Edge edge, boolean right, double part) {
    return right ? axis + half * edge.right().at(part) : axis - half * edge.left().at(part);
  }

  private static void point(StringBuilder points, double x, double y) {
    points.append(decimals(x, 1)).append(',').append(decimals(y, 1)).append(' ');
  }

  /** As SVG writes numbers, whatever the reader's language. */
  static String decimals(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
