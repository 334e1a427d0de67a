package nl.onderstroom.server.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A visit of which nothing is read that could tell who it is, and to which nothing is attached. */
final class NamelessVisit extends HttpServletRequestWrapper {
  private static final Set<String> HIDDEN =
      Set.of("cookie", "authorization", "referer", "user-agent", "x-forwarded-for", "forwarded");

  NamelessVisit(HttpServletRequest request) {
    super(request);
  }

  private static boolean isHidden(String header) {
    return HIDDEN.contains(header.toLowerCase(java.util.Locale.ROOT));
  }

  @Override
  public Cookie @Nullable [] getCookies() {
    return null;
  }

  @Override
  public @Nullable String getHeader(String name) {
    return isHidden(name) ? null : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    List<String> names = Collections.list(super.getHeaderNames());
    return Collections.enumeration(names.stream().filter(name -> !isHidden(name)).toList());
  }

  @Override
  public String getRemoteAddr() {
    return "";
  }

  @Override
  public String getRemoteHost() {
    return "";
  }

  @Override
  public @Nullable String getRequestedSessionId() {
    return null;
  }

  @Override
  public @Nullable HttpSession getSession(boolean create) {
    if (create) {
      throw new IllegalStateException("There are no sessions where people answer.");
    }
    return null;
  }

  @Override
  public @Nullable HttpSession getSession() {
    return getSession(true);
  }

  @Override
  public String changeSessionId() {
    throw new IllegalStateException("There are no sessions where people answer.");
  }
}
