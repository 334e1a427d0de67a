package nl.onderstroom.server.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Teams as dots along the scale, piled up where they are alike: shows how far teams lie apart
 * without ranking them. Coordinates are for a drawing of {@value #WIDTH} wide.
 *
 * @param dots centres
 * @param height of the drawing
 */
record DotPicture(List<DotPicture.Dot> dots, int height, double low, double high) {
  static final int WIDTH = 640;
  static final int MARGIN = 24;
  static final int RADIUS = 4;
  private static final int STEP = 2 * RADIUS + 1;
  private static final int LEAST_PILE = 4;
  private static final int BELOW = 48;

  /** A team; {@code name} is read when the dot is pointed at. */
  record Dot(double x, double y, WaveReport.OfGroup team) {}

  DotPicture {
    dots = List.copyOf(dots);
  }

  static DotPicture of(WaveReport.OfScale scale) {
    int places = (WIDTH - 2 * MARGIN) / STEP;
    int[] piles = new int[places + 1];
    int highest = LEAST_PILE;
    record Placed(int place, int level, WaveReport.OfGroup team) {}
    var placed = new ArrayList<Placed>();
    for (WaveReport.OfGroup team : scale.teams()) {
      double share = (team.estimate().mean() - scale.min()) / (scale.max() - scale.min());
      int place = (int) Math.round(Math.clamp(share, 0, 1) * places);
      placed.add(new Placed(place, piles[place]++, team));
      highest = Math.max(highest, piles[place]);
    }
    int ground = highest * STEP + RADIUS;
    List<Dot> dots =
        placed.stream()
            .map(dot ->
                new Dot(
                    MARGIN + dot.place() * (WIDTH - 2.0 * MARGIN) / places,
                    ground - STEP * (dot.level() + 0.5),
                    dot.team()))
            .toList();
    return new DotPicture(dots, ground + BELOW, scale.min(), scale.max());
  }

  /** Where the scale's line is drawn. */
  int ground() {
    return height - BELOW;
  }

  double x(double value) {
    return MARGIN + (value - low) / (high - low) * (WIDTH - 2.0 * MARGIN);
  }

  /** A coordinate with one decimal, as SVG has it. */
  static String at(double coordinate) {
    return String.format(Locale.ROOT, "%.1f", coordinate);
  }
}
