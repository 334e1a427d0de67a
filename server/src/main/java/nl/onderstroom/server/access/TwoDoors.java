package nl.onderstroom.server.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import nl.onderstroom.server.shell.Pages;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the two listeners apart: what is at one is not at the other, except what pages look like.
 * Where people answer there is no cookie and no session, not even for code that asks for one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TwoDoors extends OncePerRequestFilter {
  static final String ASSETS = "/assets/";

  private final AnswersListener answers;

  TwoDoors(AnswersListener answers) {
    this.answers = answers;
  }

  /** The page that says what went wrong is a page of the same listener. */
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean anonymous = answers.took(request);
    if (anonymous) {
      Pages.markAnonymous(request);
    }
    HttpServletRequest visit = anonymous ? new NamelessVisit(request) : request;
    // Decoded, as whoever answers it will read it.
    String path = request.getServletPath();
    if (request.getDispatcherType() == DispatcherType.ERROR
        || path.startsWith(ASSETS)
        || isForAnswering(path) == anonymous) {
      chain.doFilter(visit, response);
    } else {
      chain.doFilter(new NotHere(visit), response);
    }
  }

  private static boolean isForAnswering(String path) {
    return path.equals("/wallet")
        || Stream.of("/answer", "/keys")
            .anyMatch(room -> path.equals(room) || path.startsWith(room + "/"));
  }
}
