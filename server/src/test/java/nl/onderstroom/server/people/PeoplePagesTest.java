package nl.onderstroom.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.onderstroom.server.Server;
import nl.onderstroom.server.database.PeopleDatabase;
import nl.onderstroom.server.database.TestDatabase;
import nl.onderstroom.server.roster.RosterFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The pages about people on a running server, as a browser sends and reads them. */
@Tag("database")
class PeoplePagesTest {
  private static final String ADMINISTRATOR = "beheer@oever.example";
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  static ConfigurableApplicationContext server;

  @BeforeAll
  static void open() throws IOException {
    var arguments = new ArrayList<String>();
    TestDatabase.properties()
        .forEach((name, value) -> arguments.add("--%s=%s".formatted(name, value)));
    arguments.add("--onderstroom.administrator=" + ADMINISTRATOR);
    arguments.add("--onderstroom.data=" + Files.createTempDirectory("people-pages"));
    arguments.add("--server.port=0");
    server = new SpringApplication(Server.class).run(arguments.toArray(String[]::new));
  }

  @AfterAll
  static void close() {
    server.close();
  }

  /** Somebody with a browser. */
  private static final class Browser {
    private final HttpClient client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private String token = "";

    record Answer(int status, String body, String path) {}

    static Browser of(String address) throws Exception {
      String secret = "s".repeat(22);
      server
          .getBean(PeopleDatabase.class)
          .sql()
          .sql("insert into sign_in_link values (:hash, :address, now() + interval '1 minute')")
          .param(
              "hash",
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)))
          .param("address", address)
          .update();
      var browser = new Browser();
      browser.get("/sign-in/" + secret);
      assertThat(browser.post("/sign-in/" + secret).status()).isEqualTo(200);
      return browser;
    }

    Answer get(String path) throws Exception {
      return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    Answer post(String path) throws Exception {
      return send(
          HttpRequest.newBuilder(uri(path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString("_csrf=" + token)));
    }

    Answer upload(byte[] file) throws Exception {
      get("/people/imports/new");
      var body = new ByteArrayOutputStream();
      body.writeBytes(part("_csrf\""));
      body.writeBytes((token + "\r\n").getBytes(StandardCharsets.UTF_8));
      body.writeBytes(part("file\"; filename=\"x.csv\""));
      body.writeBytes(file);
      body.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
      return send(
          HttpRequest.newBuilder(uri("/people/imports"))
              .header("Content-Type", "multipart/form-data; boundary=edge")
              .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    static byte[] part(String name) {
      return ("--edge\r\nContent-Disposition: form-data; name=\"" + name + "\r\n\r\n")
          .getBytes(StandardCharsets.UTF_8);
    }

    private static URI uri(String path) {
      return URI.create(
          "http://localhost:" + server.getEnvironment().getProperty("local.server.port") + path);
    }

    private Answer send(HttpRequest.Builder request) throws Exception {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      Matcher csrf = CSRF.matcher(response.body());
      if (csrf.find()) {
        token = csrf.group(1);
      }
      return new Answer(response.statusCode(), response.body(), response.uri().getPath());
    }
  }

  private static byte[] csv(String... lines) {
    return (RosterFile.HEADING + String.join("\n", lines)).getBytes(StandardCharsets.UTF_8);
  }

  private static final String SAMIRA = "1,Samira,samira@oever.example,Oever / Zorg,yes,programme";

  @Test
  void aRosterIsSentLookedAtAndApplied() throws Exception {
    Browser administrator = Browser.of(ADMINISTRATOR);
    assertThat(administrator.get("/people").status()).isEqualTo(200);
    Browser.Answer preview =
        administrator.upload(csv(SAMIRA, "2,<b>Sem</b>,sem@oever.example,Oever / Zorg,,"));
    assertThat(preview.status()).isEqualTo(200);
    assertThat(preview.path()).matches("/people/imports/\\d+");
    assertThat(preview.body()).contains("&lt;b", "Oever / Zorg").doesNotContain("<b>Sem");
    Browser.Answer applied = administrator.post(preview.path() + "/application");
    assertThat(applied.status()).isEqualTo(200);
    assertThat(applied.path()).isEqualTo("/people");
    assertThat(applied.body()).contains("Doorgevoerd", "Leiding: Samira");
    assertThat(administrator.post(preview.path() + "/application").status()).isEqualTo(404);
    assertThat(administrator.get("/people?name=SAM").body()).contains("samira@oever.example");
    assertThat(administrator.get("/people?name=nobody-at-all").body()).contains("Niemand heet zo");

    Browser samira = Browser.of("samira@oever.example");
    assertThat(samira.get("/people").status()).isEqualTo(200);
    Browser sem = Browser.of("sem@oever.example");
    for (String path : List.of("/people", "/people/imports/new", "/people/example.csv")) {
      assertThat(sem.get(path).status()).as(path).isEqualTo(403);
    }
    assertThat(sem.upload(csv(SAMIRA)).status()).isEqualTo(403);

    Browser.Answer other = samira.upload(csv(SAMIRA, "3,Ana,,Oever / Kantoor,,"));
    assertThat(other.body()).contains("Ana (3)", "Worden gewist", "Let op: 1 van de 2 mensen");
    Browser.Answer cancelled = samira.post(other.path() + "/cancellation");
    assertThat(cancelled.body()).contains("Weggegooid");
    assertThat(samira.get(other.path()).status()).isEqualTo(404);

    Browser.Answer late = samira.upload(csv(SAMIRA));
    Browser.Answer soon = administrator.upload(csv(SAMIRA, "4,Kofi,,Oever / Zorg,,"));
    administrator.post(soon.path() + "/application");
    assertThat(samira.post(late.path() + "/application").status()).isEqualTo(409);
    assertThat(samira.get(late.path()).body()).doesNotContain("/application\"");
  }

  @Test
  void aFileWithFaultsIsAnsweredWithThePlacesOfThem() throws Exception {
    Browser administrator = Browser.of(ADMINISTRATOR);
    Browser.Answer answer =
        administrator.upload(csv("1,=cmd,,Oever,,", "2,Sem,geen adres,Oever,,"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("=cmd", "wordt een formule", "geen adres", ">email</td>");
    assertThat(administrator.upload(new byte[0]).status()).isEqualTo(422);
  }

  @Test
  void anExampleIsThereInTheReadersLanguage() throws Exception {
    Browser administrator = Browser.of(ADMINISTRATOR);
    Browser.Answer example = administrator.get("/people/example.csv");
    assertThat(example.body()).startsWith("\ufeffpersoneelsnummer;naam");
    assertThat(administrator.get("/people/imports/new").body())
        .contains("personeelsnummer", "20 MB", "/people/example.csv");
  }
}
