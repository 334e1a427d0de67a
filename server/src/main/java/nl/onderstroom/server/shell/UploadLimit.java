package nl.onderstroom.server.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leads an upload that is too large, or cut off, to the page that says so, before anything else
 * asks for its form: whatever did would fail, and so would the page. One that says how large it is
 * isn't read at all; one that doesn't is read up to the limit.
 */
@Component
@Order(UploadLimit.AFTER_ENCODING)
class UploadLimit extends OncePerRequestFilter {
  /** Texts in a form are UTF-8; the filter that says so comes before the one that reads them. */
  static final int AFTER_ENCODING = Ordered.HIGHEST_PRECEDENCE + 1;

  private final MultipartProperties limits;

  UploadLimit(MultipartProperties limits) {
    this.limits = limits;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String type = request.getContentType();
    return type == null || !type.startsWith("multipart/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpStatus status = status(request);
    if (status.is2xxSuccessful()) {
      chain.doFilter(request, response);
    } else {
      request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status.value());
      request.getRequestDispatcher(ErrorPages.PATH).forward(new WithoutForm(request), response);
    }
  }

  private HttpStatus status(HttpServletRequest request) {
    if (request.getContentLengthLong() > limits.getMaxRequestSize().toBytes()) {
      return HttpStatus.CONTENT_TOO_LARGE;
    }
    try {
      request.getParts();
      return HttpStatus.OK;
    } catch (IllegalStateException tooLarge) {
      return HttpStatus.CONTENT_TOO_LARGE;
    } catch (IOException | ServletException cutOff) {
      return HttpStatus.BAD_REQUEST;
    }
  }

  /** The visit without its form: same visitor, nothing to parse. */
  private static final class WithoutForm extends HttpServletRequestWrapper {
    WithoutForm(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getMethod() {
      return "GET";
    }

    @Override
    public @Nullable String getContentType() {
      return null;
    }

    @Override
    public @Nullable String getParameter(String name) {
      return null;
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return null;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return Map.of();
    }
  }
}
