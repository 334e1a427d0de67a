package nl.onderstroom.server.shell;

/**
 * Where the product is reached: at one host name people sign in, at another they answer, so that no
 * browser ever shows at the second what it was given at the first. Known once the server listens.
 */
public interface Addresses {
  /**
   * Where people sign in, such as {@code https://onderstroom.oever.example}; no slash at the end.
   */
  String main();

  /** Where they answer, and nobody is anybody; no slash at the end. */
  String answers();
}
