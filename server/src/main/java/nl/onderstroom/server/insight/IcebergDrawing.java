package nl.onderstroom.server.insight;

import java.util.List;
import nl.onderstroom.engine.disclosure.Reason;
import nl.onderstroom.server.rounds.Question;
import org.jspecify.annotations.Nullable;

/**
 * Where everything of an iceberg is drawn, as numbers; the words are the page's. Every width is a
 * share of people on one scale, above the water and below. The same figures give the same drawing.
 *
 * @param sides baseline of the words that name what is left and right
 * @param bed y where the water ends
 * @param key the soft end of a bar as wide as a quarter of the people, the farthest x first; empty
 *     when widths are not people
 * @param outline null when nothing may be drawn
 */
record IcebergDrawing(
    Format format,
    double height,
    double waterline,
    double sides,
    double bed,
    List<Double> key,
    @Nullable Outline outline,
    List<IcebergDrawing.Heading> headings,
    List<IcebergDrawing.Row> rows,
    List<IcebergDrawing.Word> words,
    List<IcebergDrawing.FogBank> fog,
    List<IcebergDrawing.Bar> bars) {

  /** Where a depth begins. */
  record Heading(double y, String wordsKey) {}

  /** A band's middle, and where its labels end at the left and begin at the right. */
  record Row(Band band, double y, double left, double right) {}

  /**
   * @param y baseline
   * @param size of the letters
   */
  record Word(Choices.Option option, double y, double size) {}

  /**
   * Something hidden.
   *
   * @param y its middle
   */
  record FogBank(Reason reason, Question question, double y, double tall) {}

  /**
   * A share from the left.
   *
   * @param group 1 to 5, its colour
   * @param ends x of its soft end, the farthest first
   */
  record Bar(Choices.Option option, int group, double y, List<Double> ends) {}

  static IcebergDrawing of(Iceberg iceberg, Format format) {
    return new Draughtsman(format).draw(iceberg);
  }

  boolean hasTip() {
    return rows.stream().anyMatch(row -> row.band().zone() == Zone.SEEN);
  }

  String number(double value) {
    return Outline.decimals(value, 1);
  }
}
