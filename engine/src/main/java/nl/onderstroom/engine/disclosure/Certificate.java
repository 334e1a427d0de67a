package nl.onderstroom.engine.disclosure;

/**
 * That a release was audited before it was shown: of every family of figures, units by who took
 * part and each question by who answered it, nothing can be worked out about fewer people than the
 * floor, and nobody stands alone when others tell their own answers. Says nothing that the release
 * does not say itself.
 *
 * @param families that were audited, each by itself: figures of different questions do not add up
 * @param groups of which something is shown, over all families
 * @param colluders how many may tell
 */
public record Certificate(int families, int groups, int colluders) {
  /** So many people may tell each other their own answers. */
  static final int COLLUDERS = 3;

  static final int MOST = 1_000_000_000;

  public Certificate {
    if (families < 1 || groups < 0 || colluders < 0) {
      throw new IllegalArgumentException(
          "%d families of %d groups and %d colluders; expected at least 1, 0 and 0"
              .formatted(families, groups, colluders));
    }
  }
}
