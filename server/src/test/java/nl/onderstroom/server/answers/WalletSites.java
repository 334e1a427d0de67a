package nl.onderstroom.server.answers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.shell.Languages;
import nl.onderstroom.server.shell.Page;
import nl.onderstroom.server.shell.Visitor;

/**
 * The two sites as a wallet meets them, with a round of our own making: the wallet's and the
 * questions' real pages at 127.0.0.1, and at localhost the form of the site where people sign in.
 */
final class WalletSites implements AutoCloseable {
  static final int ROUND = 7;
  static final int COHORT = 12;

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, WalletSites.class.getClassLoader(), "nl.onderstroom.server");

  /** What a request to the site for answers carried. */
  record Asked(String method, String path, Set<String> headers, int bytes) {}

  final ListOfKeys keys = new ListOfKeys();
  final BoxInMemory box = new BoxInMemory(keys);
  final List<Asked> asked = new CopyOnWriteArrayList<>();
  final List<String> signed = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  WalletSites() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::serve);
    server.start();
  }

  String answers() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  String main() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Where somebody who is signed in leaves for the wallet. */
  String myRound() {
    return main() + "/my-rounds/" + ROUND;
  }

  /** As the page of a round links to the wallet. */
  String fetching(String language) {
    return answers()
        + "/wallet?language=%s#round=%d&cohort=%d&back=%s"
            .formatted(language, ROUND, COHORT, main().replace(":", "%3A").replace("/", "%2F"));
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      byte[] body = exchange.getRequestBody().readAllBytes();
      boolean main =
          Objects.requireNonNull(exchange.getRequestHeaders().getFirst("Host"))
              .startsWith("localhost");
      if (path.startsWith("/assets/")) {
        asset(exchange, path);
      } else if (main) {
        send(exchange, 200, "text/html", mainPage(path, new String(body, StandardCharsets.UTF_8)));
      } else {
        asked.add(
            new Asked(
                exchange.getRequestMethod(),
                path,
                Set.copyOf(exchange.getRequestHeaders().keySet()),
                body.length));
        answersPage(exchange, path, body);
      }
    }
  }

  private void answersPage(HttpExchange exchange, String path, byte[] body) throws IOException {
    if (path.equals("/wallet")) {
      send(exchange, 200, "text/html", page(exchange, "wallet", new WalletPage.View(main())));
    } else if (path.equals("/keys/" + ROUND)) {
      send(exchange, 200, "application/json", keys.json());
    } else if (path.equals("/answer/" + ROUND) && body.length == 0) {
      send(exchange, 200, "text/html", page(exchange, "answer", new AnswerPage.View(round())));
    } else if (path.equals("/answer/" + ROUND)) {
      OutcomeJson told = box.take(body);
      send(
          exchange,
          told.status().value(),
          "application/json",
          new String(told.body(), StandardCharsets.UTF_8));
    } else {
      send(exchange, 404, "text/html", "");
    }
  }

  private String mainPage(String path, String body) {
    if (!path.endsWith("/ballot")) {
      return """
      <!doctype html><title>Round</title><script type="module" src="/assets/ballots-fetch.js"></script>
      <a id="to-wallet" href="%s">Nederlands</a>
      <a id="in-english" href="%s">English</a>
      <form id="fetch-ballot" method="post" action="%s/ballot" hidden><input type="hidden" name="blinded"><input type="hidden" name="key"><input type="hidden" name="worry"><input type="hidden" name="worryKey"><button>Ja</button></form>
      """
          .formatted(fetching("nl"), fetching("en"), path);
    }
    String blinded = field(body, "blinded");
    signed.add(blinded);
    return """
    <!doctype html><title>Signed</title><script type="module" src="/assets/ballots-fetch.js"></script>
    <output id="signature" data-round="%d" data-signature="%s" data-worry="%s" data-return="%s/wallet?language=nl"></output>
    """
        .formatted(ROUND, keys.sign(blinded), keys.signWorry(field(body, "worry")), answers());
  }

  private static String field(String form, String name) {
    return form.replaceFirst("(^|.*&)" + name + "=", "").replaceFirst("&.*", "");
  }

  private static String page(HttpExchange exchange, String template, Object view) {
    String query = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "");
    var words =
        Languages.withoutServer()
            .words(query.contains("language=en") ? Languages.ENGLISH : Languages.DUTCH);
    var page =
        new Page(
            words,
            Visitor.NOBODY,
            exchange.getRequestURI().getPath(),
            new Page.Csrf("_csrf", ""),
            "",
            true);
    var output = new StringOutput();
    TEMPLATES.render("answers/" + template + ".jte", Map.of("page", page, "view", view), output);
    return output.toString();
  }

  private static Round round() {
    return new Round(
        new RoundId(ROUND),
        "Polsslag 7",
        Round.Origin.ASKED,
        RoundState.OPEN,
        Floors.DEFAULT,
        Questionnaire.FIRST,
        Set.of(),
        null);
  }

  private static void asset(HttpExchange exchange, String path) throws IOException {
    String type =
        path.endsWith(".js")
            ? "text/javascript"
            : path.endsWith(".css") ? "text/css" : "image/svg+xml";
    try (InputStream file = WalletSites.class.getResourceAsStream("/static" + path)) {
      byte[] body = file == null ? new byte[0] : file.readAllBytes();
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(file == null ? 404 : 200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + ";charset=UTF-8");
    exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
    exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
    // Takes a page of the one site out of reach of the other; what a window keeps has to survive.
    exchange.getResponseHeaders().set("Cross-Origin-Opener-Policy", "same-origin");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
