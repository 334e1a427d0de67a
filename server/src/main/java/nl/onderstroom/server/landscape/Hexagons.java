package nl.onderstroom.server.landscape;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.onderstroom.engine.landscape.Participant;

/** Counts people in hexagons, for a map of more people than can each have a mark. */
final class Hexagons {
  static final int LEVELS = 5;

  private static final double RADIUS = 9;
  private static final double WIDE = Math.sqrt(3) * RADIUS;
  private static final double HIGH = 1.5 * RADIUS;
  private static final double HALF = Math.sqrt(3) / 2;
  private static final double[] CORNERS = {0, -1, HALF, -.5, HALF, .5, 0, 1, -HALF, .5, -HALF, -.5};

  /** People of each group in a hexagon. */
  private final Map<Place, int[]> counts = new TreeMap<>();

  private final int groups;

  private record Place(int row, int column) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return row != other.row
          ? Integer.compare(row, other.row)
          : Integer.compare(column, other.column);
    }

    double x() {
      return (column + (row % 2 == 0 ? 0 : .5)) * WIDE;
    }

    double y() {
      return row * HIGH;
    }

    /** The hexagon whose middle is nearest. */
    static Place of(double x, double y) {
      Place nearest = new Place(0, 0);
      double least = Double.MAX_VALUE;
      int row = (int) Math.floor(y / HIGH);
      for (int each = row; each <= row + 1; each++) {
        int column = (int) Math.round(x / WIDE - (each % 2 == 0 ? 0 : .5));
        Place place = new Place(each, column);
        double far = Math.hypot(place.x() - x, place.y() - y);
        if (far < least) {
          least = far;
          nearest = place;
        }
      }
      return nearest;
    }
  }

  private Hexagons(int groups) {
    this.groups = groups;
  }

  /** People who are in no group are left out. */
  static List<LandscapeMap.Layer> of(
      List<Participant> people, LandscapeMap.Frame frame, int groups) {
    var hexagons = new Hexagons(groups);
    for (Participant person : people) {
      person
          .group()
          .ifPresent(group -> hexagons.add(frame.x(person.x()), frame.y(person.y()), group));
    }
    return hexagons.layers();
  }

  private void add(double x, double y, int group) {
    counts.computeIfAbsent(Place.of(x, y), _ -> new int[groups])[group]++;
  }

  private List<LandscapeMap.Layer> layers() {
    int most = counts.values().stream().mapToInt(Hexagons::sum).max().orElse(1);
    Map<String, StringBuilder> paths = new TreeMap<>();
    counts.forEach((place, count) -> {
      int largest = 0;
      for (int group = 1; group < groups; group++) {
        largest = count[group] > count[largest] ? group : largest;
      }
      double strength = Math.sqrt((double) sum(count) / most);
      int level = (int) Math.min(LEVELS - 1, Math.floor(strength * LEVELS));
      paths
          .computeIfAbsent("g%d many%d".formatted(largest + 1, level), _ -> new StringBuilder())
          .append(Marker.polygon(CORNERS, place.x(), place.y(), RADIUS - .6));
    });
    return paths.entrySet().stream()
        .map(each -> new LandscapeMap.Layer(each.getKey(), each.getValue().toString()))
        .toList();
  }

  private static int sum(int[] counts) {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }
}
