package nl.onderstroom.engine.summary;

import java.util.ArrayList;
import java.util.List;
import nl.onderstroom.engine.packed.PackedReader;
import nl.onderstroom.engine.packed.PackedWriter;
import nl.onderstroom.engine.packed.UnreadableException;

/**
 * A summary as bytes: {@code OSUM}, version 1, the shape, the respondents, each quantity's counts,
 * the cross-products, a checksum. Deterministic: equal summaries have equal bytes. Twelve items of
 * a cohort of ten take about 320 bytes without cross-products.
 */
public final class SummaryFormat {
  private static final String MAGIC = "OSUM";
  private static final int VERSION = 1;
  private static final int MOST_SUM_BYTES = 17;

  private SummaryFormat() {}

  public static byte[] write(Summary summary) {
    PackedWriter out = new PackedWriter(MAGIC, VERSION);
    ShapeFormat.write(summary.shape(), out);
    out.unsigned(summary.respondents());
    for (Answers answers : summary.answers()) {
      writeAnswers(answers, out);
    }
    CrossProducts cross = summary.crossProducts();
    out.unsigned(cross.respondents());
    if (cross.respondents() > 0) {
      for (long[] matrix : cross.matrices()) {
        for (long value : matrix) {
          out.signed(value);
        }
      }
    }
    return out.finish();
  }

  /**
   * @throws UnreadableException if the bytes are damaged, are something else, come from a newer
   *     version or hold counts that do not go together
   */
  public static Summary read(byte[] bytes) {
    PackedReader in = new PackedReader(bytes, "summary", MAGIC, VERSION);
    try {
      SummaryShape shape = ShapeFormat.read(in);
      long respondents = in.unsigned("respondents", Summary.MOST_RESPONDENTS);
      List<Answers> answers = new ArrayList<>();
      for (Quantity quantity : shape.quantities()) {
        answers.add(readAnswers(quantity, respondents, in));
      }
      Summary summary = new Summary(shape, respondents, answers, readCross(shape, in));
      in.end();
      return summary;
    } catch (IllegalArgumentException e) {
      throw new UnreadableException("This summary cannot be read: " + e.getMessage() + ".", e);
    }
  }

  private static void writeAnswers(Answers answers, PackedWriter out) {
    out.unsigned(answers.n());
    switch (answers) {
      case Histogram histogram -> {
        for (int level = histogram.min(); level <= histogram.max(); level++) {
          out.unsigned(histogram.count(level));
        }
      }
      case TickCounts ticks -> {
        for (int option = 0; option < ticks.options(); option++) {
          out.unsigned(ticks.count(option));
        }
      }
      case Moments moments -> {
        out.integer(moments.sum());
        out.integer(moments.squares());
      }
    }
  }

  private static Answers readAnswers(Quantity quantity, long respondents, PackedReader in) {
    long n = in.unsigned(quantity.key(), respondents);
    long missing = respondents - n;
    return switch (quantity) {
      case Quantity.Levels levels ->
          new Histogram(levels.min(), readCounts(levels, n, in), missing);
      case Quantity.Ticks ticks -> new TickCounts(n, readCounts(ticks, n, in), missing);
      case Quantity.Decimal decimal ->
          new Moments(
              decimal.decimals(),
              n,
              missing,
              in.integer(quantity.key(), MOST_SUM_BYTES),
              in.integer(quantity.key(), MOST_SUM_BYTES));
    };
  }

  private static long[] readCounts(Quantity quantity, long n, PackedReader in) {
    long[] counts = new long[quantity.cells()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = in.unsigned(quantity.key(), n);
    }
    return counts;
  }

  private static CrossProducts readCross(SummaryShape shape, PackedReader in) {
    CrossProducts nobody = CrossProducts.empty(shape);
    long respondents = in.unsigned("people in cross-products", Summary.MOST_RESPONDENTS);
    if (respondents == 0) {
      return nobody;
    }
    long[][] matrices = nobody.matrices();
    for (long[] matrix : matrices) {
      for (int i = 0; i < matrix.length; i++) {
        matrix[i] = in.signed("cross-products", Long.MIN_VALUE, Long.MAX_VALUE);
      }
    }
    return new CrossProducts(
        shape.crossed(), respondents, matrices[0], matrices[1], matrices[2], matrices[3]);
  }
}
