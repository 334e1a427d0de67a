package nl.onderstroom.server.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The page for what went wrong. It says what happened and what to do, and nothing of the inside;
 * only a fault of ours carries a reference, which the log has as well.
 */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int REFERENCE_BYTES = 4;

  static final String PATH = "/error";

  private final long mostMebibytes;

  ErrorPages(MultipartProperties limits) {
    this.mostMebibytes = limits.getMaxFileSize().toMegabytes();
  }

  @ExceptionHandler(Refusal.class)
  Screen refused(Refusal refusal, Page page) {
    return page.screen(refusal.status(), "shell/error", refusal.view(page.words()));
  }

  @RequestMapping(PATH)
  Screen show(HttpServletRequest request, Page page) {
    HttpStatus status = status(request);
    ErrorView view = ErrorView.of(page.words(), status.value(), mostMebibytes);
    return status.is5xxServerError()
        ? page.screen(status, "shell/error", view.withReference(logged(request)))
        : page.screen(status, "shell/error", view);
  }

  /** Somebody who opens the error page by its address asks for a page that is not there. */
  private static HttpStatus status(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    return status == null ? HttpStatus.NOT_FOUND : status;
  }

  /** Logs no address, which may hold what belongs to a person. */
  private static String logged(HttpServletRequest request) {
    byte[] random = new byte[REFERENCE_BYTES];
    RANDOM.nextBytes(random);
    String reference = HexFormat.of().formatHex(random);
    LOG.error(
        "Error {} in a {} request",
        reference,
        request.getMethod(),
        request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
    return reference;
  }
}
