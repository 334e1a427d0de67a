package nl.onderstroom.server.access;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A visit to what is not there: asks for the page that says so, through every filter. An error that
 * is sent before the filters would lack what they write in every answer.
 */
final class NotHere extends HttpServletRequestWrapper {
  private static final String PATH = "/error";

  NotHere(HttpServletRequest request) {
    super(request);
    setAttribute(RequestDispatcher.ERROR_STATUS_CODE, HttpStatus.NOT_FOUND.value());
  }

  @Override
  public String getMethod() {
    return "GET";
  }

  @Override
  public String getRequestURI() {
    return PATH;
  }

  @Override
  public String getServletPath() {
    return PATH;
  }

  @Override
  public @Nullable String getContentType() {
    return null;
  }
}
