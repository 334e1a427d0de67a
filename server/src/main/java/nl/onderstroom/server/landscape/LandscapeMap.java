package nl.onderstroom.server.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.onderstroom.engine.landscape.OpinionGroup;
import nl.onderstroom.engine.landscape.Participant;

/**
 * Where people stand, for a drawing of {@value #WIDTH} by {@value #HEIGHT}. Up to {@value
 * #MOST_MARKS} people each have a mark; more are counted in hexagons, each drawn as the group that
 * has most people there and the stronger the more there are.
 *
 * @param layers marks or hexagons that look alike, those of people who are not placed first
 * @param rings about where most people of each group are
 * @param badges the groups' centres
 * @param counted whether people are counted in hexagons
 */
record LandscapeMap(List<Layer> layers, List<Ring> rings, List<Badge> badges, boolean counted) {
  static final int WIDTH = 720;
  static final int HEIGHT = 520;
  static final int MOST_MARKS = 3000;

  private static final int MARGIN = 34;
  private static final double RADIUS = 4.2;

  /** Nearly all people lie within; those beyond are drawn at the edge. */
  private static final double DRAWN = 0.995;

  private static final double[] SURENESS = {0.6, 0.8, 0.95};

  /**
   * @param look classes for the style sheet
   * @param path of SVG
   */
  record Layer(String look, String path) {}

  /** An ellipse; {@code turn} in degrees. */
  record Ring(int group, double x, double y, double along, double across, double turn) {}

  record Badge(OpinionGroup group, double x, double y) {}

  LandscapeMap {
    layers = List.copyOf(layers);
    rings = List.copyOf(rings);
    badges = List.copyOf(badges);
  }

  static LandscapeMap of(Outcome outcome) {
    Frame frame = Frame.around(outcome.people());
    boolean counted = outcome.people().size() > MOST_MARKS;
    List<Layer> layers =
        counted
            ? Hexagons.of(outcome.people(), frame, outcome.landscape().groups().size())
            : marks(outcome.people(), frame);
    var rings = new ArrayList<Ring>();
    var badges = new ArrayList<Badge>();
    for (OpinionGroup group : outcome.landscape().groups()) {
      badges.add(new Badge(group, frame.x(group.x()), frame.y(group.y())));
      if (group.size() > 2) {
        rings.add(Spread.of(outcome.people(), group.number()).ring(group, frame));
      }
    }
    return new LandscapeMap(layers, rings, badges, counted);
  }

  private static List<Layer> marks(List<Participant> people, Frame frame) {
    Map<String, StringBuilder> paths = new TreeMap<>();
    for (Participant person : people) {
      int group = person.group().orElse(0);
      String look =
          person.group().isPresent()
              ? "g" + (group + 1) + " sure" + sureness(person.probability())
              : "away";
      paths
          .computeIfAbsent(look, _ -> new StringBuilder())
          .append(
              Marker.path(
                  group,
                  frame.x(person.x()),
                  frame.y(person.y()),
                  person.group().isPresent() ? RADIUS : RADIUS / 2));
    }
    return paths.entrySet().stream()
        .map(each -> new Layer(each.getKey(), each.getValue().toString()))
        .toList();
  }

  /** 0 for who might as well belong elsewhere, to 3 for who surely belongs. */
  private static int sureness(double probability) {
    int level = 0;
    while (level < SURENESS.length && probability >= SURENESS[level]) {
      level++;
    }
    return level;
  }

  /** Puts places into the drawing, as large along as across. */
  record Frame(double middleX, double middleY, double scale) {
    static Frame around(List<Participant> people) {
      double[] xs = people.stream().mapToDouble(Participant::x).sorted().toArray();
      double[] ys = people.stream().mapToDouble(Participant::y).sorted().toArray();
      double wide = quantile(xs, DRAWN) - quantile(xs, 1 - DRAWN);
      double high = quantile(ys, DRAWN) - quantile(ys, 1 - DRAWN);
      double scale =
          Math.min(
              (WIDTH - 2 * MARGIN) / Math.max(wide, 1e-9),
              (HEIGHT - 2 * MARGIN) / Math.max(high, 1e-9));
      return new Frame(
          (quantile(xs, DRAWN) + quantile(xs, 1 - DRAWN)) / 2,
          (quantile(ys, DRAWN) + quantile(ys, 1 - DRAWN)) / 2,
          Math.min(scale, WIDTH));
    }

    private static double quantile(double[] sorted, double share) {
      return sorted.length == 0 ? 0 : sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    double x(double place) {
      return Math.clamp(WIDTH / 2.0 + (place - middleX) * scale, 8, WIDTH - 8);
    }

    /** Up is more. */
    double y(double place) {
      return Math.clamp(HEIGHT / 2.0 - (place - middleY) * scale, 8, HEIGHT - 8);
    }
  }

  /** How the people of a group lie around its centre. */
  private record Spread(double xx, double xy, double yy) {
    /** An ellipse this many standard deviations wide holds about two thirds of a group. */
    private static final double REACH = 1.5;

    static Spread of(List<Participant> people, int number) {
      double[][] places =
          people.stream()
              .filter(each -> each.group().isPresent() && each.group().getAsInt() == number)
              .map(each -> new double[] {each.x(), each.y()})
              .toArray(double[][]::new);
      double x = Arrays.stream(places).mapToDouble(each -> each[0]).average().orElse(0);
      double y = Arrays.stream(places).mapToDouble(each -> each[1]).average().orElse(0);
      double xx = 0;
      double xy = 0;
      double yy = 0;
      for (double[] place : places) {
        xx += (place[0] - x) * (place[0] - x);
        xy += (place[0] - x) * (place[1] - y);
        yy += (place[1] - y) * (place[1] - y);
      }
      int n = Math.max(1, places.length);
      return new Spread(xx / n, xy / n, yy / n);
    }

    Ring ring(OpinionGroup group, Frame frame) {
      double middle = (xx + yy) / 2;
      double apart = Math.hypot((xx - yy) / 2, xy);
      double turn = Math.toDegrees(Math.atan2(2 * xy, xx - yy) / 2);
      double reach = REACH * frame.scale();
      return new Ring(
          group.number(),
          frame.x(group.x()),
          frame.y(group.y()),
          reach * Math.sqrt(middle + apart),
          reach * Math.sqrt(Math.max(0, middle - apart)),
          -turn);
    }
  }
}
