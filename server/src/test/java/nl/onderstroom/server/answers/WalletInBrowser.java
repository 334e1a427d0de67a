package nl.onderstroom.server.answers;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.onderstroom.server.house.Chromium;

/**
 * The wallet's modules in a browser, with nothing else of the product: an empty page on this
 * machine, which browsers trust with secrets.
 */
final class WalletInBrowser implements AutoCloseable {
  private static final byte[] EMPTY =
      "<!doctype html><title>Empty".getBytes(StandardCharsets.UTF_8);

  private final HttpServer server;
  private final Chromium chromium;
  private final BrowserContext visit;
  private final Page page;

  WalletInBrowser() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", WalletInBrowser::serve);
    server.start();
    chromium = new Chromium();
    visit = chromium.visit(390, ColorScheme.LIGHT, true);
    page = visit.newPage();
    page.navigate("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private static void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean script = path.startsWith("/assets/");
    try (exchange;
        InputStream file =
            script ? WalletInBrowser.class.getResourceAsStream("/static" + path) : null) {
      byte[] body = file == null ? EMPTY : file.readAllBytes();
      exchange.getResponseHeaders().set("Content-Type", script ? "text/javascript" : "text/html");
      exchange.sendResponseHeaders(script && file == null ? 404 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** What an asynchronous function makes of its argument: a list of texts. */
  @SuppressWarnings("unchecked")
  List<String> run(String function, Map<String, ?> argument) {
    return (List<String>)
        Objects.requireNonNull(
            page.evaluate(
                """
                async argument => {
                  const load = name => import(`/assets/answers-wallet-${name}.js`);
                  const [bytes, seeds, blinds, keys] = await Promise.all(
                    ['bytes', 'seed', 'blind', 'keys'].map(load));
                  return (%s)(argument);
                }
                """
                    .formatted(function),
                argument));
  }

  static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static List<String> texts(List<byte[]> all) {
    return all.stream().map(WalletInBrowser::text).toList();
  }

  static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  @Override
  public void close() {
    visit.close();
    chromium.close();
    server.stop(0);
  }
}
