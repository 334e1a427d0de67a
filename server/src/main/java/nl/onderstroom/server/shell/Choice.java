package nl.onderstroom.server.shell;

/**
 * One answer a form offers.
 *
 * @param value what the form sends
 * @param label what the person reads
 * @param note a word of explanation below the label; empty when none is needed
 */
public record Choice(String value, String label, String note) {
  public Choice(String value, String label) {
    this(value, label, "");
  }
}
