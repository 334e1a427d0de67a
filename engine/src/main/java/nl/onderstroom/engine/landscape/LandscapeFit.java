package nl.onderstroom.engine.landscape;

/** Makes a {@link Landscape} of votes, and predicts votes from it. */
public final class LandscapeFit {
  private LandscapeFit() {}

  /**
   * The landscape of these votes.
   *
   * @throws IllegalArgumentException when there is no vote at all
   */
  public static LandscapeFit of(Votes votes, LandscapeOptions options) {
    throw new UnsupportedOperationException();
  }

  public Landscape landscape() {
    throw new UnsupportedOperationException();
  }

  /** How somebody would vote; of a person or statement that nobody knows, what is usual. */
  public Prediction predict(String personId, String statementId) {
    throw new UnsupportedOperationException();
  }
}
