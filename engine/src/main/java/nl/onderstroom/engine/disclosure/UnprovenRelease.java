package nl.onderstroom.engine.disclosure;

import java.io.Serial;

/**
 * The audit could not prove a release safe, so there is none: a fault in the rules that decided it,
 * and nothing that the answers or whoever asked did wrong. The message says of which question, and
 * names nobody.
 */
public final class UnprovenRelease extends IllegalStateException {
  @Serial private static final long serialVersionUID = 1;

  public UnprovenRelease(String message) {
    super(message);
  }
}
