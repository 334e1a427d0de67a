package nl.onderstroom.server.landscape;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import nl.onderstroom.engine.landscape.Prediction;

/**
 * Reads pairs of a person and a statement ({@code voter-id}, {@code comment-id}) and writes how
 * that person would vote, row by row in the same order. Of a person or statement that the votes do
 * not know, or that was taken out, it writes what is usual.
 */
final class Predictions implements Rows.Reader {
  private static final Set<String> KNOWN = Set.of("voter-id", "comment-id");

  private final Model model;
  private final BufferedWriter out;
  private int person;
  private int statement;

  /** How somebody would vote. */
  @FunctionalInterface
  interface Model {
    Prediction predict(String person, String statement);
  }

  private Predictions(Model model, BufferedWriter out) {
    this.model = model;
    this.out = out;
  }

  /**
   * @throws UnusableVotes with what is wrong with the pairs and where
   * @throws IOException when they cannot be read, or what follows cannot be written
   */
  static void write(Path pairs, Model model, OutputStream file) throws IOException {
    var out = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8));
    out.write("voter-id,comment-id,agree,disagree,pass\n");
    Rows.read(pairs, KNOWN, new Predictions(model, out), _ -> {});
    out.flush();
  }

  /** Refuses pairs that cannot be used, before anything is computed. */
  static void check(Path pairs) throws IOException {
    Rows.requireFile(pairs);
    Model any = (_, _) -> new Prediction(0, 0, 1);
    Rows.read(pairs, KNOWN, new Predictions(any, new BufferedWriter(Writer.nullWriter())), _ -> {});
  }

  @Override
  public void headings(Headings headings) {
    person = headings.get("voter-id");
    statement = headings.get("comment-id");
  }

  @Override
  public void row(Rows row) throws IOException {
    String who = row.id(person);
    String what = row.id(statement);
    if (who.isEmpty() || what.isEmpty()) {
      return;
    }
    Prediction predicted = model.predict(who, what);
    out.write(quoted(who));
    out.write(',');
    out.write(quoted(what));
    out.write(
        String.format(
            Locale.ROOT,
            ",%.6f,%.6f,%.6f\n",
            predicted.agree(),
            predicted.disagree(),
            predicted.pass()));
  }

  /** An id as a cell: between quotes when a reader or a spreadsheet might take it for more. */
  static String quoted(String id) {
    boolean plain =
        id.chars().noneMatch(c -> c == ',' || c == ';' || c == '"' || c < ' ')
            && "=+-@".indexOf(id.charAt(0)) < 0;
    return plain ? id : '"' + id.replace("\"", "\"\"") + '"';
  }
}
