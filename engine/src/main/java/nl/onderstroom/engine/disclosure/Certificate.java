package nl.onderstroom.engine.disclosure;

/**
 * That a release was audited before it was shown: of every family of figures, units by who took
 * part and each question by who answered it, nothing can be worked out about fewer people than the
 * floor, and nobody stands alone when others tell their own answers; and of every question with
 * levels, that no fewer people than the floor for distributions have their counts pinned down by
 * whole numbers and known sums. Says nothing that the release does not say itself.
 *
 * @param families that were audited, each by itself: figures of different questions do not add up
 * @param groups of which something is shown, over all families
 * @param colluders how many may tell
 * @param pieces sets of people, over all questions with levels, of which a mean can be worked out
 *     and nothing finer, and of which it was shown that their answers can be others; 0 in a release
 *     from before that was looked at
 */
public record Certificate(int families, int groups, int colluders, int pieces) {
  /** So many people may tell each other their own answers. */
  static final int COLLUDERS = 3;

  static final int MOST = 1_000_000_000;

  public Certificate {
    if (families < 1 || groups < 0 || colluders < 0 || pieces < 0) {
      throw new IllegalArgumentException(
          "%d families of %d groups, %d colluders and %d pieces; expected at least 1, 0, 0 and 0"
              .formatted(families, groups, colluders, pieces));
    }
  }
}
