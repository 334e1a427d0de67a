package nl.onderstroom.server.shell;

import java.util.List;

/** A colour in linear light, each part from 0 to 1. */
record Colour(double red, double green, double blue) {
  private static final Colour LUMINANCE = new Colour(0.2126, 0.7152, 0.0722);

  /**
   * How a person sees who lacks a kind of cone: linear-light matrices of Machado et al. (2009), one
   * row a part of the colour seen.
   */
  record Sight(String name, Colour red, Colour green, Colour blue) {
    static final List<Sight> ALL =
        List.of(
            new Sight("full", new Colour(1, 0, 0), new Colour(0, 1, 0), new Colour(0, 0, 1)),
            new Sight(
                "without red",
                new Colour(0.152286, 1.052583, -0.204868),
                new Colour(0.114503, 0.786281, 0.099216),
                new Colour(-0.003882, -0.048116, 1.051998)),
            new Sight(
                "without green",
                new Colour(0.367322, 0.860646, -0.227968),
                new Colour(0.280085, 0.672501, 0.047413),
                new Colour(-0.011820, 0.042940, 0.968881)),
            new Sight(
                "without blue",
                new Colour(1.255528, -0.076749, -0.178779),
                new Colour(-0.078411, 0.930809, 0.147602),
                new Colour(0.004733, 0.691367, 0.303900)));
    static final Sight GREY_PRINT = new Sight("grey print", LUMINANCE, LUMINANCE, LUMINANCE);

    Colour of(Colour seen) {
      return new Colour(
          Math.clamp(red.times(seen), 0, 1),
          Math.clamp(green.times(seen), 0, 1),
          Math.clamp(blue.times(seen), 0, 1));
    }
  }

  /** {@code #rrggbb} or {@code #rgb} in sRGB. */
  static Colour of(String hex) {
    String digits = hex.substring(1);
    String six = digits.length() == 3 ? digits.replaceAll("([0-9a-f])", "$1$1") : digits;
    return new Colour(
        linear(six.substring(0, 2)), linear(six.substring(2, 4)), linear(six.substring(4, 6)));
  }

  private static double linear(String hex) {
    double value = Integer.parseInt(hex, 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  /** Contrast ratio of WCAG 2.2, from 1 to 21. */
  double contrast(Colour other) {
    double mine = luminance();
    double others = other.luminance();
    return (Math.max(mine, others) + 0.05) / (Math.min(mine, others) + 0.05);
  }

  private double luminance() {
    return LUMINANCE.times(this);
  }

  private double times(Colour other) {
    return red * other.red + green * other.green + blue * other.blue;
  }

  /** Distance in Oklab (Ottosson 2020): 0.02 is just seen side by side, black to white is 1. */
  double distance(Colour other) {
    double[] mine = oklab();
    double[] others = other.oklab();
    double sum = 0;
    for (int i = 0; i < mine.length; i++) {
      sum += Math.pow(mine[i] - others[i], 2);
    }
    return Math.sqrt(sum);
  }

  private double[] oklab() {
    double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    return new double[] {
      0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    };
  }
}
