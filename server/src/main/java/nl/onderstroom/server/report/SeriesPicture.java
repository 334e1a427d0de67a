package nl.onderstroom.server.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A series over waves: points, the line before, the line after, and how the line before would have
 * gone on. Coordinates are for a drawing of {@value #WIDTH} by {@value #HEIGHT}; the scale runs
 * from the lowest to the highest thing drawn, so heights are not to be compared between drawings.
 */
record SeriesPicture(ActionSeries.Told series, double low, double high) {
  static final int WIDTH = 640;
  static final int HEIGHT = 220;
  private static final int SIDE = 84;
  private static final int LABEL = 150;
  private static final int TOP = 16;
  private static final int GROUND = HEIGHT - 44;

  record Dot(double x, double y, int wave) {}

  record Line(double x1, double y1, double x2, double y2) {}

  static SeriesPicture of(ActionSeries.Told series) {
    int start = series.wave();
    int last = series.points().size() - 1;
    List<Double> heights = new ArrayList<>(series.points());
    heights.addAll(
        List.of(series.without(0), series.without(last), series.with(start), series.with(last)));
    List<Double> drawn = heights.stream().filter(each -> !each.isNaN()).sorted().toList();
    double low = drawn.getFirst();
    double high = drawn.getLast();
    return high > low
        ? new SeriesPicture(series, low, high)
        : new SeriesPicture(series, low - 1, high + 1);
  }

  List<Dot> dots() {
    return IntStream.range(0, series.points().size())
        .filter(wave -> !series.points().get(wave).isNaN())
        .mapToObj(wave -> new Dot(x(wave), y(series.points().get(wave)), wave))
        .toList();
  }

  Line before() {
    double end = series.wave() - 1.0;
    return line(0, series.without(0), end, series.without(end));
  }

  /** How the line before would have gone on. */
  Line without() {
    double last = last();
    double end = series.wave() - 1.0;
    return line(end, series.without(end), last, series.without(last));
  }

  Line after() {
    return line(series.wave(), series.with(series.wave()), last(), series.with(last()));
  }

  /** Waves whose names stand below: the ends and the first after, where they do not collide. */
  List<Integer> named() {
    int last = series.points().size() - 1;
    return IntStream.of(0, series.wave(), last)
        .distinct()
        .filter(wave ->
            wave != series.wave() || (x(wave) - x(0) >= LABEL && x(last) - x(wave) >= LABEL))
        .boxed()
        .toList();
  }

  /** Between the last wave before and the first after. */
  double start() {
    return x(series.wave() - 0.5);
  }

  int ground() {
    return GROUND;
  }

  double x(double wave) {
    return SIDE + wave / last() * (WIDTH - 2.0 * SIDE);
  }

  double y(double value) {
    return GROUND - 12 - (value - low) / (high - low) * (GROUND - 12 - TOP);
  }

  private Line line(double from, double first, double to, double second) {
    return new Line(x(from), y(first), x(to), y(second));
  }

  private double last() {
    return series.points().size() - 1.0;
  }
}
