package nl.onderstroom.server.landscape;

import java.util.ArrayList;
import java.util.List;
import nl.onderstroom.engine.landscape.StatementResult;

/**
 * The share of each group that agrees with a statement, with its interval, one row a group. For a
 * drawing of {@value #WIDTH} wide.
 */
record AgreementPlot(StatementResult statement, List<Row> rows) {
  static final int WIDTH = 360;
  private static final int LEFT = 24;
  private static final int RIGHT = 262;
  private static final int STEP = 24;
  private static final double RADIUS = 6;

  /**
   * @param from where the interval begins
   * @param to where it ends
   * @param mark path of the group's shape at its share
   */
  record Row(int group, double share, double y, double from, double to, String mark, int n) {
    String letter() {
      return Outcome.letter(group);
    }
  }

  AgreementPlot {
    rows = List.copyOf(rows);
  }

  static AgreementPlot of(StatementResult statement) {
    var rows = new ArrayList<Row>();
    for (StatementResult.GroupAgreement group : statement.byGroup()) {
      double y = STEP * (rows.size() + 0.5);
      rows.add(
          new Row(
              group.group(),
              group.agree(),
              y,
              x(group.interval().low()),
              x(group.interval().high()),
              Marker.path(group.group(), x(group.agree()), y, RADIUS),
              group.n()));
    }
    return new AgreementPlot(statement, rows);
  }

  static double x(double share) {
    return LEFT + Math.clamp(share, 0, 1) * (RIGHT - LEFT);
  }

  /** Where the axis is. */
  int ground() {
    return STEP * rows.size() + 2;
  }

  int height() {
    return ground() + 22;
  }

  /** More than one group: they need their letters. */
  boolean isSplit() {
    return rows.size() > 1;
  }

  /**
   * Name of the colours that fade at the ends of an interval; the same wherever a group is drawn.
   */
  static String fade(int group) {
    return "fade" + group;
  }
}
