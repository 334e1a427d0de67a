package nl.onderstroom.server.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import nl.onderstroom.engine.disclosure.Reason;
import nl.onderstroom.server.rounds.Question;
import org.jspecify.annotations.Nullable;

/** Makes one {@link IcebergDrawing}, from the top down. */
final class Draughtsman {
  private static final double SKY = 34;
  private static final double LABEL_GAP = 10;

  /** Room for the words that name the two sides. */
  private static final double SIDES = 22;

  private static final double BAR_ROW = 52;
  private static final int GROUPS = 5;

  /** What the key shows, as unsure as a figure of a few hundred people. */
  private static final Span A_QUARTER = new Span(0.2, 0.25, 0.3);

  private final Format format;
  private final List<Outline.Edge> edges = new ArrayList<>();
  private final List<IcebergDrawing.Heading> headings = new ArrayList<>();
  private final List<IcebergDrawing.Row> rows = new ArrayList<>();
  private final List<IcebergDrawing.Word> words = new ArrayList<>();
  private final List<IcebergDrawing.FogBank> fog = new ArrayList<>();
  private final List<IcebergDrawing.Bar> bars = new ArrayList<>();
  private double y = SKY;

  Draughtsman(Format format) {
    this.format = format;
  }

  IcebergDrawing draw(Iceberg iceberg) {
    headings.add(new IcebergDrawing.Heading(y, Zone.SEEN.wordsKey()));
    List<Band> seen = iceberg.in(Zone.SEEN);
    y += format.row() * 0.5;
    double apex = y;
    y += format.row() * 0.7;
    // Few above many: a tip.
    seen.stream()
        .sorted(Comparator.comparingDouble(band -> band.right().value()))
        .forEach(this::band);
    double waterline = y;
    double sides = y + SIDES;
    y += SIDES;
    for (Zone zone : List.of(Zone.LIVED, Zone.BELIEVED)) {
      List<Band> bands = iceberg.in(zone);
      if (!bands.isEmpty()) {
        heading(zone.wordsKey());
        bands.forEach(this::band);
      }
    }
    if (!iceberg.words().isEmpty()) {
      heading("insight.zone.felt");
      iceberg.words().forEach(this::words);
    }
    double keel = y + format.row() * 0.4;
    y = keel + format.row() * 0.5;
    double bed = y;
    iceberg.stances().forEach(this::stances);
    y += bars.isEmpty() ? 0 : format.inset() / 2;
    return new IcebergDrawing(
        format,
        y,
        waterline,
        sides,
        bed,
        iceberg.hasSides() ? ends(A_QUARTER, format.half()) : List.of(),
        outline(apex, keel),
        headings,
        rows,
        words,
        fog,
        bars);
  }

  private @Nullable Outline outline(double apex, double keel) {
    if (edges.isEmpty()) {
      return null;
    }
    edges.addFirst(Outline.Edge.point(apex));
    edges.add(Outline.Edge.point(keel));
    return new Outline(format.axis(), format.half(), edges);
  }

  private void heading(String wordsKey) {
    headings.add(new IcebergDrawing.Heading(y + format.head() * 0.62, wordsKey));
    y += format.head();
  }

  private void band(Band band) {
    double middle = y + format.row() / 2;
    y += format.row();
    if (band.reading() instanceof Reading.Fog(Reason reason)) {
      fog.add(new IcebergDrawing.FogBank(reason, band.question(), middle, format.row()));
      return;
    }
    edges.add(new Outline.Edge(middle, band.left(), band.right()));
    double left =
        format.axis() - Math.max(format.clear(), format.half() * band.left().high()) - LABEL_GAP;
    double right =
        format.axis() + Math.max(format.clear(), format.half() * band.right().high()) + LABEL_GAP;
    rows.add(
        new IcebergDrawing.Row(
            band,
            middle,
            Math.max(format.margin(), left),
            Math.min(format.width() - format.margin(), right)));
  }

  private void words(Choices choices) {
    if (choices.hidden() != null) {
      hidden(choices.question(), choices.hidden());
    }
    for (Choices.Option option : choices.commonestFirst()) {
      double size = format.letters(option.share());
      double tall = size * 1.2 + 4;
      Span reach = option.share().span().half();
      edges.add(new Outline.Edge(y + tall / 2, reach, reach));
      words.add(new IcebergDrawing.Word(option, y + tall / 2 + size * 0.33, size));
      y += tall;
    }
  }

  private void stances(Choices choices) {
    heading("insight.zone.stance");
    if (choices.hidden() != null) {
      hidden(choices.question(), choices.hidden());
    }
    int group = 0;
    for (Choices.Option option : choices.options()) {
      Span span = option.share().span();
      double length = format.width() - 2 * format.inset();
      bars.add(new IcebergDrawing.Bar(option, group % GROUPS + 1, y, ends(span, length)));
      group++;
      y += BAR_ROW;
    }
  }

  /** Where a bar ends, by steps: from the far end of what is possible to what is certain. */
  private static List<Double> ends(Span span, double length) {
    return IntStream.range(0, Outline.STEPS)
        .mapToObj(step -> span.at(1 - (double) step / (Outline.STEPS - 1)) * length)
        .toList();
  }

  private void hidden(Question question, Reason reason) {
    fog.add(new IcebergDrawing.FogBank(reason, question, y + format.row() / 2, format.row()));
    y += format.row();
  }
}
