package nl.onderstroom.server.house;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who visits over HTTP, with cookies, and fills in forms as a browser would. */
final class Guest {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern LINK = Pattern.compile("/sign-in/([A-Za-z0-9_-]{22})");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client;
  private final String url;
  private String token = "";

  Guest(String url) {
    this.url = url;
    this.client =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  /** Status, body and where a chain of redirects ended. */
  record Answer(int status, String body, String path) {}

  /** What tells this visit from others; empty before the first page. */
  String visit() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("visit"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  Answer get(String path) {
    return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
  }

  /** Sends a form: name, value, name, value …, with the token of the last page seen. */
  Answer post(String path, String... fields) {
    var form = new ArrayList<String>(List.of("_csrf", token));
    form.addAll(List.of(fields));
    var body = new StringBuilder();
    for (int i = 0; i < form.size(); i += 2) {
      body.append(i == 0 ? "" : "&").append(encoded(form.get(i))).append('=');
      body.append(encoded(form.get(i + 1)));
    }
    return send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  /**
   * Sends a form with a file, after looking at the page with the form.
   *
   * @param sized whether it says beforehand how large it is
   * @param fields name, value, name, value …
   */
  Answer upload(String page, String path, String field, Path file, boolean sized, String... fields)
      throws FileNotFoundException {
    get(page);
    var head = new StringBuilder(part("_csrf")).append(token);
    for (int i = 0; i < fields.length; i += 2) {
      head.append(part(fields[i])).append(fields[i + 1]);
    }
    head.append(part(field + "\"; filename=\"x.csv"));
    return send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "multipart/form-data; boundary=edge")
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(head.toString()),
                    sized
                        ? BodyPublishers.ofFile(file)
                        : BodyPublishers.ofInputStream(() -> opened(file)),
                    BodyPublishers.ofString("\r\n--edge--\r\n"))));
  }

  private static InputStream opened(Path file) {
    try {
      return Files.newInputStream(file);
    } catch (IOException absent) {
      throw new UncheckedIOException(absent);
    }
  }

  private static String part(String name) {
    return "\r\n--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n";
  }

  /** Asks for a link, reads it in the mail, and comes in by it. */
  Answer signIn(GreenMail mail, String address) {
    get("/sign-in");
    post("/sign-in", "address", address);
    if (!mail.waitForIncomingEmail(10_000, 1)) {
      throw new AssertionError("No mail for " + address);
    }
    String link = newestLink(mail, address);
    get(link);
    return post(link);
  }

  /** Comes in as somebody of the example company. */
  Answer be(String address) {
    get("/sign-in");
    return post("/sign-in/persona", "address", address);
  }

  static String newestLink(GreenMail mail, String address) {
    String found = "";
    for (long until = System.nanoTime() + 10_000_000_000L;
        found.isEmpty() && System.nanoTime() < until; ) {
      for (Message message : mail.getReceivedMessages()) {
        found = linkIn(message, address, found);
      }
    }
    if (found.isEmpty()) {
      throw new AssertionError("No link in a mail to " + address);
    }
    return found;
  }

  private static String linkIn(Message message, String address, String otherwise) {
    try {
      Matcher link = LINK.matcher(message.getContent().toString());
      boolean forHer = message.getAllRecipients()[0].toString().equals(address);
      return forHer && link.find() ? link.group() : otherwise;
    } catch (IOException | MessagingException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      Matcher csrf = CSRF.matcher(response.body());
      if (csrf.find()) {
        token = csrf.group(1);
      }
      return new Answer(response.statusCode(), response.body(), response.uri().getPath());
    } catch (IOException problem) {
      throw new AssertionError(problem);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
