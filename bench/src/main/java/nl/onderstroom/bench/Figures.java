package nl.onderstroom.bench;

import java.util.Locale;

/** How figures are written: three digits that count, and their unit. */
public final class Figures {
  private static final double KILO = 1e3;

  private Figures() {}

  /** In milliseconds below a tenth of a second. */
  public static String seconds(double seconds) {
    return seconds < 0.1 ? digits(seconds * KILO) + " ms" : digits(seconds) + " s";
  }

  /** In megabytes or gigabytes, of a thousand. */
  public static String bytes(double bytes) {
    double mega = bytes / KILO / KILO;
    return mega < KILO ? digits(mega) + " MB" : digits(mega / KILO) + " GB";
  }

  private static String digits(double value) {
    int decimals = value < 10 ? 2 : value < 100 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
