package nl.onderstroom.server.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The shell over HTTP, with no other room in it. */
@Tag("browser")
@SpringBootTest(
    classes = ShellAlone.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "onderstroom.parts=true")
class ShellTest {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @LocalServerPort private int port;

  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @Test
  void aChosenLanguageIsRememberedAndTheReaderComesBack() throws Exception {
    assertThat(get("/parts").body()).contains("<html lang=\"nl\"");
    HttpResponse<String> chosen = choose("en", "/parts");
    assertThat(chosen.statusCode()).isEqualTo(303);
    assertThat(chosen.headers().firstValue("Location")).hasValue("/parts");
    assertThat(chosen.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("language=en;")
        .contains("Max-Age=31536000", "HttpOnly", "SameSite=Lax", "Path=/");
    assertThat(get("/parts").body()).contains("<html lang=\"en\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example/",
        "//elsewhere.example",
        "/\\elsewhere.example",
        "\\\\elsewhere.example",
        "/\t/elsewhere.example",
        "/\r\nSet-Cookie: a=b",
        "elsewhere",
        "javascript:alert(1)",
        ""
      })
  void aLanguageSwitchNeverLeadsToAnotherSite(String back) throws Exception {
    HttpResponse<String> chosen = choose("en", back);
    assertThat(chosen.statusCode()).isEqualTo(303);
    assertThat(chosen.headers().firstValue("Location")).hasValue("/");
  }

  @Test
  void aRefusalIsAPageWithItsStatusAndWords() throws Exception {
    HttpResponse<String> refused = get("/refusal");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("Er wachten drie zorgen", "<h1>");
  }

  @Test
  void aFaultOfOursHasAReferenceAndShowsNothingOfTheInside() throws Exception {
    HttpResponse<String> fault = get("/fault");
    assertThat(fault.statusCode()).isEqualTo(500);
    assertThat(fault.body())
        .containsPattern("<code>[0-9a-f]{8}</code>")
        .doesNotContain("secret inside", "Exception", "java.");
  }

  @Test
  void aPageThatIsNotThereSaysSoWithoutAReference() throws Exception {
    HttpResponse<String> missing = get("/not/there");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).contains("Deze pagina is er niet").doesNotContain("<code>");
  }

  @Test
  void aVerbThatAPageDoesNotKnowIsExplained() throws Exception {
    HttpResponse<String> wrong = post("/parts", "");
    assertThat(wrong.statusCode()).isEqualTo(405);
    assertThat(wrong.body()).contains("Dat kan hier niet");
  }

  @Test
  void aFormWithoutItsTokenIsRefused() throws Exception {
    var request = request("/language").POST(HttpRequest.BodyPublishers.ofString("language=en"));
    HttpResponse<String> refused = browser.send(request.build(), body());
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("Deze pagina is niet voor jou open");
  }

  @Test
  void everyErrorHasWordsInBothLanguages() throws Exception {
    for (String language : new String[] {"nl", "en"}) {
      choose(language, "/");
      assertThat(get("/error").body()).contains("<html lang=\"" + language + "\"", "<h1>");
    }
  }

  @Test
  void anUnknownNoticeSaysNothing() throws Exception {
    assertThat(get("/parts?notice=nothing.known").body())
        .doesNotContain("notice.nothing")
        .doesNotContain("nothing.known");
  }

  private HttpResponse<String> choose(String language, String back)
      throws IOException, InterruptedException {
    return post(
        "/language",
        "language=" + language + "&back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
  }

  private HttpResponse<String> post(String path, String form)
      throws IOException, InterruptedException {
    var token = TOKEN.matcher(get("/parts").body());
    assertThat(token.find()).as("a token in the page").isTrue();
    return browser.send(
        request(path)
            .POST(HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + token.group(1)))
            .build(),
        body());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return browser.send(request(path).build(), body());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Content-Type", "application/x-www-form-urlencoded");
  }

  private static HttpResponse.BodyHandler<String> body() {
    return HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8);
  }
}
