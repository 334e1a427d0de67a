package nl.onderstroom.server.landscape;

import java.util.Locale;

/**
 * The shape of each group, so that none is told by its colour alone: circle, square, triangle,
 * diamond, triangle on its point, plus, cross, hourglass.
 */
final class Marker {
  private static final double[][] CORNERS = {
    {},
    {-.87, -.87, .87, -.87, .87, .87, -.87, .87},
    {0, -1.15, 1.05, .75, -1.05, .75},
    {0, -1.25, 1.1, 0, 0, 1.25, -1.1, 0},
    {0, 1.15, 1.05, -.75, -1.05, -.75},
    {
      -.35, -1.1, .35, -1.1, .35, -.35, 1.1, -.35, 1.1, .35, .35, .35, .35, 1.1, -.35, 1.1, -.35,
      .35, -1.1, .35, -1.1, -.35, -.35, -.35
    },
    {
      0, -.45, .6, -1.05, 1.05, -.6, .45, 0, 1.05, .6, .6, 1.05, 0, .45, -.6, 1.05, -1.05, .6, -.45,
      0, -1.05, -.6, -.6, -1.05
    },
    {-1, -1.05, 1, -1.05, .2, 0, 1, 1.05, -1, 1.05, -.2, 0},
  };

  private Marker() {}

  /**
   * An SVG path around a point.
   *
   * @param group its number
   * @param radius in the drawing's units
   */
  static String path(int group, double x, double y, double radius) {
    double[] corners = CORNERS[group % CORNERS.length];
    if (corners.length == 0) {
      return String.format(
          Locale.ROOT,
          "M%.1f %.1fa%3$.1f %3$.1f 0 1 0 %4$.1f 0a%3$.1f %3$.1f 0 1 0 -%4$.1f 0z",
          x - radius,
          y,
          radius,
          2 * radius);
    }
    return polygon(corners, x, y, radius);
  }

  /**
   * @param corners x and y in turn, in units of the radius
   */
  static String polygon(double[] corners, double x, double y, double radius) {
    var path = new StringBuilder("M");
    for (int at = 0; at < corners.length; at += 2) {
      path.append(at == 0 ? "" : "L")
          .append(
              String.format(
                  Locale.ROOT,
                  "%.1f %.1f",
                  x + radius * corners[at],
                  y + radius * corners[at + 1]));
    }
    return path.append('z').toString();
  }
}
