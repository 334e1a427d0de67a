package nl.onderstroom.server.shell;

/**
 * A key figure: the figure stands above the waterline, what it counts below it.
 *
 * @param figure written out in the reader's language ({@link Page#number})
 * @param note of how many, of when, how sure; empty when there is nothing to add
 */
public record Fact(String figure, String label, String note) {
  public Fact(String figure, String label) {
    this(figure, label, "");
  }
}
