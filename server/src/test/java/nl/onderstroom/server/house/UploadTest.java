package nl.onderstroom.server.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are too large, at every form that takes one: an answer in words, and nothing done. */
@Tag("browser")
class UploadTest {
  private static final String SAMIRA = "samira.el.idrissi@oeverman.example";
  private static final String SAYS = "hoogstens 20 MB";

  private static House house;

  @TempDir static Path folder;

  @BeforeAll
  static void open() {
    house = House.demo();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/people/imports/new, /people/imports, file",
    "/history/new, /history, answers",
    "/history/new, /history, mapFile",
  })
  void aFileThatIsTooLargeIsAnsweredInWords(String page, String path, String field)
      throws IOException {
    var samira = new Guest(house.url());
    samira.be(SAMIRA);
    for (boolean sized : new boolean[] {true, false}) {
      for (double mebibytes : new double[] {20.5, 21, 200}) {
        Guest.Answer answer = samira.upload(page, path, field, large(mebibytes), sized);
        assertThat(answer.status()).as("%s MiB, sized: %s", mebibytes, sized).isEqualTo(413);
        assertThat(answer.body())
            .contains("te groot", SAYS, "Er is niets veranderd", "Samira El Idrissi")
            .doesNotContain("Tomcat", "Exception");
      }
      assertThat(samira.upload(page, path, field, large(19), sized).status())
          .as("19 MiB, sized: %s, is read", sized)
          .isEqualTo(422);
    }
    assertThat(new Guest(house.url()).upload(page, path, field, large(21), false).status())
        .as("a stranger")
        .isEqualTo(413);
  }

  @Test
  void aBrowserShowsTheAnswerToo() throws IOException {
    try (var chromium = new Chromium();
        BrowserContext phone = chromium.visit(390, ColorScheme.LIGHT, true)) {
      Page page = phone.newPage();
      page.navigate(house.url() + "/sign-in");
      page.locator("form:has(input[value='" + SAMIRA + "']) button").click();
      page.waitForURL(house.url() + "/");
      page.navigate(house.url() + "/people/imports/new");
      page.locator("input[type=file]").setInputFiles(large(60));
      Response answer =
          page.waitForResponse(
              house.url() + "/people/imports",
              () -> page.locator("main form button[type=submit]").first().click());
      assertThat(answer.status()).isEqualTo(413);
      page.waitForLoadState();
      assertThat(page.locator("main").innerText()).contains(SAYS, "Ga terug naar het formulier");
      Accessibility.check(page);
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/too-large-390.png")));
    }
  }

  @Test
  void aFormThatIsCutOffIsAMistakeAndNotTooLarge() throws Exception {
    URI address = URI.create(house.url());
    try (var connection = new Socket(address.getHost(), address.getPort())) {
      String body = "--edge\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\ncut off";
      connection
          .getOutputStream()
          .write(
              """
              POST /people/imports HTTP/1.1\r
              Host: localhost\r
              Connection: close\r
              Content-Type: multipart/form-data; boundary=edge\r
              Content-Length: %d\r
              \r
              %s\
              """
                  .formatted(body.length(), body)
                  .getBytes(UTF_8));
      var answer =
          CompletableFuture.supplyAsync(() -> {
            try {
              return new String(connection.getInputStream().readAllBytes(), UTF_8);
            } catch (IOException e) {
              throw new AssertionError(e);
            }
          });
      assertThat(answer.get())
          .matches("(?s)HTTP/1.1 40[03] .*")
          .contains("<html")
          .doesNotContain("Tomcat", "Exception", SAYS);
    }
  }

  private static Path large(double mebibytes) throws IOException {
    Path path = folder.resolve("large.csv");
    try (var file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength((long) (mebibytes * (1 << 20)));
    }
    return path;
  }
}
