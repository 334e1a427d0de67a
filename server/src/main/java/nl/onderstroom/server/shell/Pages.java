package nl.onderstroom.server.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.WebUtils;

/** Makes the {@link Page} of a request: language, visitor, path, anti-forgery token and notice. */
@Component
public final class Pages implements HandlerMethodArgumentResolver {
  static final String LANGUAGE_COOKIE = "language";

  static final String LANGUAGE_PARAMETER = "language";

  private static final String ANONYMOUS = Pages.class.getName() + ".anonymous";

  private final Languages languages;
  private final ObjectProvider<Visitor.Source> visitors;

  Pages(Languages languages, ObjectProvider<Visitor.Source> visitors) {
    this.languages = languages;
    this.visitors = visitors;
  }

  /** Marks a visit to where people answer: no visitor, no cookie, the language in the address. */
  public static void markAnonymous(HttpServletRequest request) {
    request.setAttribute(ANONYMOUS, true);
  }

  public static boolean isAnonymous(HttpServletRequest request) {
    return request.getAttribute(ANONYMOUS) != null;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Page.class;
  }

  @Override
  public Page resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
    if (request == null) {
      throw new IllegalStateException("A page is made for a request over HTTP only.");
    }
    return page(request);
  }

  public Page page(HttpServletRequest request) {
    if (isAnonymous(request)) {
      return new Page(
          languages.words(locale(request)),
          Visitor.NOBODY,
          request.getRequestURI(),
          Page.Csrf.NONE,
          "",
          true);
    }
    Visitor.Source source = visitors.getIfAvailable(() -> () -> Visitor.NOBODY);
    return new Page(
        languages.words(locale(request)),
        source.current(),
        request.getRequestURI(),
        csrf(request),
        Notices.read(request),
        false);
  }

  private static Page.Csrf csrf(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? new Page.Csrf(token.getParameterName(), token.getToken())
        : Page.Csrf.NONE;
  }

  /** The language chosen on the page, else the browser's when we speak it, else Dutch. */
  private static Locale locale(HttpServletRequest request) {
    String asked = isAnonymous(request) ? request.getParameter(LANGUAGE_PARAMETER) : null;
    if (asked != null) {
      return Languages.named(asked);
    }
    Cookie chosen = WebUtils.getCookie(request, LANGUAGE_COOKIE);
    if (chosen != null) {
      return Languages.named(chosen.getValue());
    }
    return request.getHeader("Accept-Language") == null
        ? Languages.DUTCH
        : Languages.named(request.getLocale().getLanguage());
  }
}
