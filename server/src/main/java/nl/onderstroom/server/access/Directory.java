package nl.onderstroom.server.access;

import java.util.Optional;

/** Knows who may come in; asked at every sign-in and at every page. */
public interface Directory {
  /**
   * @param address as {@link Identity#normalised}
   */
  Optional<SignedIn> find(String address);
}
