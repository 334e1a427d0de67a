package nl.onderstroom.server.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * The one-line result after a form was sent: a page redirects to {@code /path?notice=key} and the
 * next page shows the text of {@code notice.key}. Only short keys are read, so that a link cannot
 * put words into the page.
 */
public final class Notices {
  private static final Set<Integer> KEY_CHARACTERS = Set.of((int) '.', (int) '-');

  private Notices() {}

  /** {@code redirect:path?notice=key}. */
  public static String redirect(String path, String key) {
    return "redirect:" + path + "?notice=" + key;
  }

  static String read(HttpServletRequest request) {
    String key = request.getParameter("notice");
    boolean plausible =
        key != null
            && key.length() <= 60
            && key.chars().allMatch(c -> (c >= 'a' && c <= 'z') || KEY_CHARACTERS.contains(c));
    return plausible ? key : "";
  }
}
