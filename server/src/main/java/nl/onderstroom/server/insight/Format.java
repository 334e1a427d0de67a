package nl.onderstroom.server.insight;

/**
 * The measures of a drawing, in its own units (of a page at 100%: pixels).
 *
 * @param name of the drawing, also of what it defines
 * @param width of the canvas
 * @param half how far everybody (a share of 1) reaches from the axis; at most half the width
 * @param row height of a band
 * @param head height of a depth's heading
 * @param wordLeast letter size of a word that nobody chose
 * @param wordMore what it grows by when everybody did
 * @param margin least room for a label at a side
 * @param clear least way from the axis to a label, for a name on the ice between them
 */
record Format(
    String name,
    double width,
    double half,
    double row,
    double head,
    double wordLeast,
    double wordMore,
    double margin,
    double clear) {
  static final Format WIDE = new Format("wide", 960, 470, 54, 46, 15, 44, 212, 0);
  static final Format NARROW = new Format("narrow", 390, 190, 44, 42, 14, 30, 42, 104);

  Format {
    if (half * 2 > width || margin * 2 > width) {
      throw new IllegalArgumentException(
          "The drawing %s is %s wide; give a half and a margin of at most half of it"
              .formatted(name, width));
    }
  }

  double axis() {
    return width / 2;
  }

  /** Room left and right of the bars. */
  double inset() {
    return width / 24;
  }

  double letters(Share share) {
    return wordLeast + wordMore * share.value();
  }
}
