package nl.onderstroom.server.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Remembers the language a reader chose, and goes back to the page they were on. */
@Controller
final class LanguageChoice {
  private static final Duration REMEMBERED = Duration.ofDays(365);
  private static final int LONGEST_PATH = 500;

  @PostMapping("/language")
  ResponseEntity<Void> choose(
      @RequestParam String language,
      @RequestParam(defaultValue = "/") String back,
      HttpServletRequest request) {
    ResponseCookie cookie =
        ResponseCookie.from(Pages.LANGUAGE_COOKIE, Languages.named(language).getLanguage())
            .path("/")
            .maxAge(REMEMBERED)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build();
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.SET_COOKIE, cookie.toString())
        .header(HttpHeaders.LOCATION, here(back))
        .build();
  }

  /**
   * {@code back} when it is a path on this site, else the front page. Browsers read {@code //host}
   * and {@code /\host} as another site and drop control characters, so neither gets through.
   */
  static String here(String back) {
    boolean path =
        back.startsWith("/")
            && !back.startsWith("//")
            && back.length() <= LONGEST_PATH
            && back.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
    return path && isWithoutHost(back) ? back : "/";
  }

  private static boolean isWithoutHost(String back) {
    try {
      URI address = new URI(back);
      return address.getScheme() == null && address.getRawAuthority() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
