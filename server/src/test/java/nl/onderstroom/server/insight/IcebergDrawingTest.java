package nl.onderstroom.server.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import nl.onderstroom.engine.disclosure.Figure;
import nl.onderstroom.engine.disclosure.Reason;
import nl.onderstroom.engine.disclosure.UnitRelease;
import nl.onderstroom.server.rounds.Label;
import nl.onderstroom.server.rounds.Layer;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Questionnaire;
import org.junit.jupiter.api.Test;

/** The berg is its figures: nothing more, nothing less, and inside its canvas. */
class IcebergDrawingTest {
  private static final List<Format> FORMATS = List.of(Format.WIDE, Format.NARROW);

  @Test
  void moreWorryIsAWiderLeftSide() {
    double before = -1;
    for (int worried = 0; worried <= 100; worried += 5) {
      Band band = band("job-threat", Examples.steps(100 - worried, 0, 0, 0, worried));
      assertThat(band.left().value()).as("%d of 100 worried", worried).isGreaterThan(before);
      assertThat(band.right().value() + band.left().value()).isCloseTo(1, within(1e-9));
      before = band.left().value();
    }
  }

  @Test
  void aReversedQuestionIsTurned() {
    Figure agreeing = Examples.steps(0, 0, 10, 0, 90);
    assertThat(band("keeping-up", agreeing).left().value()).isEqualTo(0.9);
    assertThat(band("hope", agreeing).right().value()).isEqualTo(0.9);
  }

  @Test
  void aboveTheWaterOnlyDoingIsSeen() {
    Band tried = band("tried", Examples.steps(40, 0, 0, 30, 30));
    assertThat(tried.left().value() + tried.right().value()).isEqualTo(0.6);
  }

  @Test
  void aMeanAloneStandsWhereItLiesOnItsScale() {
    Band hope = band("hope", new Figure.Mean(8, 4, 1));
    assertThat(hope.right().value()).isEqualTo(0.75);
    assertThat(hope.left().value()).isEqualTo(0.25);
    Band behind = band("keeping-up", new Figure.Mean(8, 4, 1));
    assertThat(behind.left().value()).isEqualTo(0.75);
    Band worried = band("job-threat", new Figure.Mean(8, 4, 1));
    assertThat(worried.left().value()).isEqualTo(0.75);
  }

  @Test
  void whatAnEarlierSurveyMeasuredIsDrawnOnItsOwnScaleAndTakesNoSide() {
    var hours = new Question.Measured("hours", Label.of("Uren"), Layer.OUTCOME, 0, 20, 0);
    var survey = new Questionnaire("earlier", 1, List.of(hours));
    var figures = new LinkedHashMap<String, Figure>(Map.of("hours", new Figure.Mean(80, 5, 2)));
    Iceberg iceberg = Iceberg.of(survey, new UnitRelease.Shown(OptionalLong.of(80), figures));
    Band band = iceberg.bands().getFirst();
    assertThat(band.zone()).isEqualTo(Zone.LIVED);
    assertThat(band.left()).isEqualTo(band.right());
    assertThat(band.left().value() + band.right().value()).isEqualTo(0.25);
    FORMATS.forEach(format -> requireWithin(IcebergDrawing.of(iceberg, format)));
  }

  @Test
  void everyPointLiesWithinTheCanvas() {
    for (int round = 1; round <= 6; round++) {
      for (UnitRelease unit : Examples.release(round).units().values()) {
        if (unit instanceof UnitRelease.Shown shown) {
          FORMATS.forEach(format ->
              requireWithin(IcebergDrawing.of(Iceberg.of(Questionnaire.FIRST, shown), format)));
        }
      }
    }
    FORMATS.forEach(format ->
        requireWithin(
            IcebergDrawing.of(
                Examples.iceberg(Map.of("hope", Examples.steps(0, 0, 0, 0, 100))), format)));
  }

  private static void requireWithin(IcebergDrawing drawing) {
    Outline outline = Objects.requireNonNull(drawing.outline());
    for (boolean right : new boolean[] {false, true}) {
      for (Outline.Shape shape : outline.side(right)) {
        for (String point : shape.points().split(" ", -1)) {
          double[] at =
              Arrays.stream(point.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
          assertThat(at[0]).isBetween(0.0, drawing.format().width());
          assertThat(at[1]).isBetween(0.0, drawing.height());
        }
      }
    }
    assertThat(drawing.rows())
        .allSatisfy(row -> {
          assertThat(row.left()).isBetween(0.0, drawing.format().axis());
          assertThat(row.right()).isBetween(drawing.format().axis(), drawing.format().width());
        });
  }

  @Test
  void aWideIntervalIsASofterEdgeThanANarrowOne() {
    Band few = band("hope", Examples.steps(5, 0, 0, 0, 5));
    Band many = band("hope", Examples.steps(500, 0, 0, 0, 500));
    assertThat(few.right().high() - few.right().low())
        .isGreaterThan(3 * (many.right().high() - many.right().low()));
  }

  @Test
  void theSameFiguresGiveTheSameDrawingAndOthersAnother() {
    Iceberg one = Examples.iceberg(Map.of("hope", Examples.steps(1, 2, 3, 4, 5)));
    Iceberg same = Examples.iceberg(Map.of("hope", Examples.steps(1, 2, 3, 4, 5)));
    Iceberg other = Examples.iceberg(Map.of("hope", Examples.steps(5, 4, 3, 2, 1)));
    assertThat(IcebergDrawing.of(same, Format.WIDE)).isEqualTo(IcebergDrawing.of(one, Format.WIDE));
    assertThat(IcebergDrawing.of(other, Format.WIDE).outline())
        .isNotEqualTo(IcebergDrawing.of(one, Format.WIDE).outline());
  }

  @Test
  void whatIsHiddenIsFogAndHasNoEdge() {
    Figure hidden = new Figure.HiddenFigure(Reason.SAMENESS);
    IcebergDrawing drawing =
        IcebergDrawing.of(
            Examples.iceberg(Map.of("hope", hidden, "feelings", hidden, "stance", hidden)),
            Format.WIDE);
    assertThat(drawing.outline()).isNull();
    assertThat(drawing.fog()).hasSize(3);
    assertThat(drawing.rows()).isEmpty();
  }

  @Test
  void fogOverSentencesGivesTheReasonThatHolds() {
    assertThat(stanceOf(new Figure.Mean(8, 2, 1))).isEqualTo(Reason.TOO_FEW_RESPONDENTS);
    assertThat(stanceOf(new Figure.Mean(65, 2, 1))).isEqualTo(Reason.WOULD_REVEAL_REMAINDER);
  }

  private static Reason stanceOf(Figure figure) {
    return Objects.requireNonNull(
        Examples.iceberg(Map.of("stance", figure)).stances().getFirst().hidden());
  }

  /** The key promises that a quarter of the people is this wide; hold a band beside it. */
  @Test
  void theKeyHasTheScaleOfTheBerg() {
    Iceberg iceberg = Examples.iceberg(Map.of("hope", Examples.steps(2500, 0, 5000, 0, 2500)));
    for (Format format : FORMATS) {
      IcebergDrawing drawing = IcebergDrawing.of(iceberg, format);
      Outline outline = Objects.requireNonNull(drawing.outline());
      double reach = outline.half() * outline.edges().get(1).right().value();
      assertThat((drawing.key().getFirst() + drawing.key().getLast()) / 2)
          .isCloseTo(reach, within(0.5));
    }
    Iceberg means = Examples.iceberg(Map.of("hope", new Figure.Mean(8, 4, 1)));
    assertThat(IcebergDrawing.of(means, Format.WIDE).key())
        .as("where widths are not people, there is no key of people")
        .isEmpty();
  }

  @Test
  void anEdgeFadesFromTheHighEndOfItsIntervalToTheLowEnd() {
    Iceberg iceberg = Examples.iceberg(Map.of("hope", Examples.steps(20, 0, 30, 0, 50)));
    Outline outline = Objects.requireNonNull(IcebergDrawing.of(iceberg, Format.WIDE).outline());
    Span hope = iceberg.bands().getFirst().right();
    List<Outline.Shape> shapes = outline.side(true);
    assertThat(reach(shapes.getFirst()))
        .isCloseTo(outline.axis() + outline.half() * hope.high(), within(0.1));
    assertThat(reach(shapes.getLast()))
        .isCloseTo(outline.axis() + outline.half() * hope.low(), within(0.1));
    assertThat(shapes.getLast().opacity()).isEqualTo("1.000");
  }

  /** The rightmost x. */
  private static double reach(Outline.Shape shape) {
    return Arrays.stream(shape.points().split(" ", -1))
        .mapToDouble(point -> Double.parseDouble(point.split(",", -1)[0]))
        .max()
        .orElseThrow();
  }

  @Test
  void planesLieWithinWhatIsCertain() {
    Iceberg iceberg = Examples.iceberg(Map.of("hope", Examples.steps(250, 0, 300, 0, 450)));
    Outline outline = Objects.requireNonNull(IcebergDrawing.of(iceberg, Format.WIDE).outline());
    Outline.Edge edge = outline.edges().get(1);
    for (Outline.Shape facet : outline.facets()) {
      for (String point : facet.points().split(" ", -1)) {
        double x = Double.parseDouble(point.split(",", -1)[0]);
        assertThat(x).isBetween(outline.x(edge, false, 0) - 0.1, outline.x(edge, true, 0) + 0.1);
      }
    }
  }

  private static Band band(String key, Figure figure) {
    return Examples.iceberg(Map.of(key, figure)).bands().getFirst();
  }
}
