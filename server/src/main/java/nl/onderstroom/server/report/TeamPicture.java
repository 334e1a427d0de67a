package nl.onderstroom.server.report;

import java.util.List;
import java.util.stream.IntStream;
import nl.onderstroom.engine.measure.teams.ShrunkenMean;

/**
 * Teams side by side in the order of the organisation, each with its estimate and the interval
 * around it, about the line of all teams. Coordinates are for a drawing of {@value #WIDTH} by
 * {@value #HEIGHT}.
 *
 * @param low value at the bottom; with {@code high} round numbers around every interval
 */
record TeamPicture(List<TeamPicture.Mark> marks, double width, double low, double high) {
  static final int WIDTH = 640;
  static final int HEIGHT = 320;
  static final int LEFT = 72;
  private static final int TOP = 12;
  private static final int BOTTOM = 308;
  private static final int MOST_TEAMS = 200;
  private static final double WIDEST = 12;

  /** A team at {@code x}. */
  record Mark(double x, WaveReport.OfGroup team, ShrunkenMean mean) {}

  TeamPicture {
    marks = List.copyOf(marks);
  }

  /** Whether the teams have estimates, and are few enough to be told apart. */
  static boolean canShow(WaveReport.OfScale scale) {
    int teams = scale.teamFigures().means().size();
    return teams > 0 && teams <= MOST_TEAMS;
  }

  static TeamPicture of(WaveReport.OfScale scale) {
    List<WaveReport.OfGroup> teams = scale.teams();
    List<ShrunkenMean> means =
        teams.stream().map(team -> scale.shrunken(team).orElseThrow()).toList();
    double low = means.stream().mapToDouble(mean -> mean.interval().low()).min().orElseThrow();
    double high = means.stream().mapToDouble(mean -> mean.interval().high()).max().orElseThrow();
    double round = high - low > 4 ? 1 : high - low > 0.8 ? 0.5 : 0.1;
    double step = (WIDTH - LEFT) / (double) teams.size();
    List<Mark> marks =
        IntStream.range(0, teams.size())
            .mapToObj(i -> new Mark(LEFT + (i + 0.5) * step, teams.get(i), means.get(i)))
            .toList();
    return new TeamPicture(
        marks,
        Math.min(WIDEST, 0.7 * step),
        Math.floor(low / round) * round,
        Math.ceil(high / round) * round);
  }

  double y(double value) {
    return BOTTOM - (value - low) / (high - low) * (BOTTOM - TOP);
  }

  double radius() {
    return Math.clamp(width / 2, 1.5, 4);
  }
}
