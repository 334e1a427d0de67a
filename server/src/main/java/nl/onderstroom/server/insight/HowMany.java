package nl.onderstroom.server.insight;

import java.util.Locale;
import nl.onderstroom.engine.measure.Interval;

/** How many people, as far as an interval tells: most or few only when all of it says so. */
enum HowMany {
  MOST,
  FEW,
  /** About half, as far as can be seen. */
  HALF,
  /** The interval holds one half and is too wide to say anything. */
  UNKNOWN;

  private static final double MIDDLE = 0.5;

  /** Wider than this, an interval around one half tells too little to say "about half". */
  private static final double WIDEST = 0.2;

  static HowMany of(Interval share) {
    if (share.low() > MIDDLE) {
      return MOST;
    }
    if (share.high() < MIDDLE) {
      return FEW;
    }
    return isNarrow(share) ? HALF : UNKNOWN;
  }

  static boolean isNarrow(Interval share) {
    return share.high() - share.low() <= WIDEST;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
