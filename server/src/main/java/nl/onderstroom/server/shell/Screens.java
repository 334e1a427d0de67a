package nl.onderstroom.server.shell;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Writes a {@link Screen} as HTML. The whole page is made before its first byte is sent. */
@Component
final class Screens implements HandlerMethodReturnValueHandler {
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Screens.class.getClassLoader(), "nl.onderstroom.server");

  @Override
  public boolean supportsReturnType(MethodParameter returnType) {
    return returnType.getParameterType() == Screen.class;
  }

  @Override
  public void handleReturnValue(
      @Nullable Object value,
      MethodParameter returnType,
      ModelAndViewContainer container,
      NativeWebRequest request)
      throws IOException {
    container.setRequestHandled(true);
    HttpServletResponse response = request.getNativeResponse(HttpServletResponse.class);
    if (value instanceof Screen screen && response != null) {
      write(screen, response);
    }
  }

  void write(Screen screen, HttpServletResponse response) throws IOException {
    var output = new Utf8ByteOutput();
    templates.render(
        screen.template() + ".jte", Map.of("page", screen.page(), "view", screen.view()), output);
    response.setStatus(screen.status().value());
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(output.getContentLength());
    output.writeTo(response.getOutputStream());
  }
}
