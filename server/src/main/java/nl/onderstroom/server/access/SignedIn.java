package nl.onderstroom.server.access;

/** A person who has come in. */
public record SignedIn(Identity identity, Viewer viewer) {
  static final SignedIn NOBODY = new SignedIn(Identity.NOBODY, Viewer.NOBODY);

  boolean isSomebody() {
    return !identity.address().isEmpty();
  }
}
