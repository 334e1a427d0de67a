package nl.onderstroom.engine.summary;

import java.util.ArrayList;
import java.util.List;
import nl.onderstroom.engine.packed.PackedReader;
import nl.onderstroom.engine.packed.PackedWriter;

/** The part of {@link SummaryFormat} that holds the shape. */
final class ShapeFormat {
  private static final int LEVELS = 0;
  private static final int TICKS = 1;
  private static final int DECIMAL = 2;
  private static final int MOST_KEY_BYTES = 4 * Quantity.MOST_KEY_LENGTH;
  private static final int GREATEST_LEVEL = 1000;

  private ShapeFormat() {}

  static void write(SummaryShape shape, PackedWriter out) {
    out.unsigned(shape.quantities().size());
    for (Quantity quantity : shape.quantities()) {
      writeQuantity(quantity, out);
    }
    writePlaces(shape, shape.crossed(), out);
    out.unsigned(shape.composites().size());
    for (Composite composite : shape.composites()) {
      out.unsigned(shape.index(composite.score()));
      writePlaces(shape, composite.items(), out);
      out.unsigned(shape.index(composite.partial()));
    }
  }

  static SummaryShape read(PackedReader in) {
    int size = in.count("number of quantities", SummaryShape.MOST_QUANTITIES);
    List<Quantity> quantities = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      quantities.add(readQuantity(in));
    }
    List<String> crossed = readPlaces(quantities, in);
    int composed = in.count("number of composites", SummaryShape.MOST_QUANTITIES);
    List<Composite> composites = new ArrayList<>(composed);
    for (int i = 0; i < composed; i++) {
      String score = readPlace(quantities, in);
      List<String> items = readPlaces(quantities, in);
      composites.add(new Composite(score, items, readPlace(quantities, in)));
    }
    return new SummaryShape(quantities, crossed, composites);
  }

  private static void writeQuantity(Quantity quantity, PackedWriter out) {
    switch (quantity) {
      case Quantity.Levels levels -> {
        out.unsigned(LEVELS);
        out.signed(levels.min());
        out.signed(levels.max());
      }
      case Quantity.Ticks ticks -> {
        out.unsigned(TICKS);
        out.unsigned(ticks.options());
      }
      case Quantity.Decimal decimal -> {
        out.unsigned(DECIMAL);
        out.unsigned(decimal.decimals());
      }
    }
    out.text(quantity.key());
  }

  private static Quantity readQuantity(PackedReader in) {
    int kind = (int) in.unsigned("kind of quantity", DECIMAL);
    if (kind == LEVELS) {
      int min = (int) in.signed("lowest level", -GREATEST_LEVEL, GREATEST_LEVEL);
      int max = (int) in.signed("highest level", -GREATEST_LEVEL, GREATEST_LEVEL);
      return new Quantity.Levels(in.text("key", MOST_KEY_BYTES), min, max);
    }
    int size = (int) in.unsigned("words or decimals", Byte.MAX_VALUE);
    String key = in.text("key", MOST_KEY_BYTES);
    return kind == TICKS ? new Quantity.Ticks(key, size) : new Quantity.Decimal(key, size);
  }

  private static void writePlaces(SummaryShape shape, List<String> keys, PackedWriter out) {
    out.unsigned(keys.size());
    for (String key : keys) {
      out.unsigned(shape.index(key));
    }
  }

  private static List<String> readPlaces(List<Quantity> quantities, PackedReader in) {
    int size = in.count("number of places", quantities.size());
    List<String> keys = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      keys.add(readPlace(quantities, in));
    }
    return keys;
  }

  private static String readPlace(List<Quantity> quantities, PackedReader in) {
    return quantities.get((int) in.unsigned("place of a quantity", quantities.size() - 1)).key();
  }
}
