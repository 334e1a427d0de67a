package nl.onderstroom.engine.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.onderstroom.engine.summary.Composite;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;

/**
 * From what a person answered to the record that a {@link Tally} takes: the answers, then for each
 * scale its score and whether the scale was answered in part. Immutable. Cost a person: O(items).
 */
public final class Scoring {
  private static final String PARTIAL = ".partial";

  private final int asked;
  private final List<Scale> scales;
  private final int[][] places;
  private final SummaryShape shape;

  /**
   * @param asked what people answer
   * @param scales what is scored from it; each item is asked with the levels of its scale, and
   *     feeds one scale only
   * @param crossed keys of the asked items whose sums of products are kept
   * @throws IllegalArgumentException if a scale does not fit what is asked
   */
  public Scoring(List<Quantity> asked, List<Scale> scales, List<String> crossed) {
    this.asked = asked.size();
    this.scales = List.copyOf(scales);
    List<Quantity> quantities = new ArrayList<>(asked);
    List<Composite> composites = new ArrayList<>();
    for (Scale scale : scales) {
      String partial = scale.name() + PARTIAL;
      quantities.add(new Quantity.Decimal(scale.name(), Scale.DECIMALS));
      quantities.add(new Quantity.Levels(partial, 0, 1));
      composites.add(new Composite(scale.name(), scale.items(), partial));
    }
    this.shape = new SummaryShape(quantities, crossed, composites);
    this.places = scales.stream().map(this::places).toArray(int[][]::new);
  }

  /** The shape of the records that {@link #record} makes. */
  public SummaryShape shape() {
    return shape;
  }

  /**
   * @param answers one value for each quantity asked, in order; {@link Tally#MISSING} where not
   *     answered
   * @return one value for each quantity of {@link #shape()}
   * @throws IllegalArgumentException if the length differs or an item's level does not exist
   */
  public long[] record(long[] answers) {
    if (answers.length != asked) {
      throw new IllegalArgumentException(
          "%d answers; expected %d, one for each question".formatted(answers.length, asked));
    }
    long[] record = Arrays.copyOf(answers, asked + 2 * scales.size());
    for (int i = 0; i < places.length; i++) {
      long[] items = new long[places[i].length];
      int answered = 0;
      for (int j = 0; j < items.length; j++) {
        items[j] = answers[places[i][j]];
        answered += items[j] == Tally.MISSING ? 0 : 1;
      }
      record[asked + 2 * i] = scales.get(i).score(items);
      record[asked + 2 * i + 1] = answered > 0 && answered < items.length ? 1 : 0;
    }
    return record;
  }

  private int[] places(Scale scale) {
    return scale.items().stream().mapToInt(item -> place(scale, item)).toArray();
  }

  private int place(Scale scale, String item) {
    int place = shape.index(item);
    Quantity.Levels expected = new Quantity.Levels(item, scale.min(), scale.max());
    if (place >= asked || !shape.quantities().get(place).equals(expected)) {
      throw new IllegalArgumentException(
          "%s: the item is asked as %s; expected %s"
              .formatted(scale.name(), shape.quantities().get(place), expected));
    }
    return place;
  }
}
