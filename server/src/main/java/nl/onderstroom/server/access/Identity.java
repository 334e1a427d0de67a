package nl.onderstroom.server.access;

/**
 * The named half of a visit. Taken by rooms of the wing that knows people, never by the nameless
 * one.
 *
 * @param address the e-mail address signed in with, in lower case
 * @param name how the person is called on a page
 */
public record Identity(String address, String name) {
  public static final Identity NOBODY = new Identity("", "");

  /** The one spelling of an address that is compared and stored. */
  public static String normalised(String address) {
    return address.strip().toLowerCase(java.util.Locale.ROOT);
  }
}
