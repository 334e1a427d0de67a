package nl.onderstroom.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.onderstroom.server.demo.Company;
import nl.onderstroom.server.demo.Person;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Questionnaire;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed while people answer, and started again on the same data. */
@Tag("database")
class CrashTest {
  private static final int PEOPLE = 24;
  private static final int BEFORE_THE_CRASH = 8;

  @TempDir private Path data;

  @Test
  void everyAcknowledgedAnswerSurvivesACrashExactlyOnce() throws Exception {
    int port = freePort();
    Process server = start(port);
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    long before;
    try {
      awaitOpen(server, port);
      List<String> entries = entries(port);
      before = sheets();
      crashWhileAnswering(server, port, entries, acknowledged);
    } finally {
      server.destroyForcibly().waitFor();
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(BEFORE_THE_CRASH);

    Process again = start(port);
    try {
      awaitOpen(again, port);
      // Handing in once more with an acknowledged entry replaces its sheet: were it lost, the
      // number of sheets would grow.
      long kept = sheets() - before;
      assertThat(kept).isGreaterThanOrEqualTo(acknowledged.size()).isLessThanOrEqualTo(PEOPLE);
      for (String entry : acknowledged) {
        assertThat(answer(port, entry)).isTrue();
      }
      assertThat(sheets() - before).as("acknowledged sheets, each once").isEqualTo(kept);
    } finally {
      stop(again);
    }
  }

  private static void crashWhileAnswering(
      Process server, int port, List<String> entries, Set<String> acknowledged)
      throws InterruptedException {
    var crashed = new AtomicBoolean();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String entry : entries) {
        people.execute(() -> {
          if (answer(port, entry)
              && acknowledged.add(entry)
              && acknowledged.size() >= BEFORE_THE_CRASH
              && crashed.compareAndSet(false, true)) {
            // As kill -9: no shutdown hook, nothing flushed.
            server.destroyForcibly();
          }
        });
      }
    }
    assertThat(crashed).as("the server was killed in the middle").isTrue();
  }

  private Process start(int port) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "nl.onderstroom.server.Onderstroom",
            "demo",
            "--port",
            Integer.toString(port),
            "--data",
            data.resolve("kept").toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("log").toFile()))
        .start();
  }

  private void awaitOpen(Process server, int port) throws IOException, InterruptedException {
    for (int tries = 0; tries < 600 && server.isAlive(); tries++) {
      if (isOpen(port)) {
        return;
      }
      Thread.sleep(200);
    }
    throw new AssertionError("The server did not open:\n" + Files.readString(data.resolve("log")));
  }

  private static boolean isOpen(int port) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
              .send(
                  HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/alive"))
                      .timeout(Duration.ofSeconds(2))
                      .build(),
                  BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException closed) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Entries of people who have none yet in the open seventh round. */
  private static List<String> entries(int port) {
    var entries = new ArrayList<String>();
    for (Person person : Company.example(Company.DEFAULT_SEED).people()) {
      var guest = new Guest("http://localhost:" + port);
      guest.get("/sign-in");
      Guest.Answer sent = guest.post("/sign-in", "address", person.email());
      Matcher link = Pattern.compile("/sign-in/[A-Za-z0-9_-]{22}").matcher(sent.body());
      if (link.find()) {
        guest.get(link.group());
        guest.post(link.group());
        guest.get("/my-rounds/7");
        Matcher entry =
            Pattern.compile("id=\"entry\">([0-9a-z]{26})<")
                .matcher(guest.post("/my-rounds/7/entry").body());
        if (entry.find()) {
          entries.add(entry.group(1));
        }
      }
      if (entries.size() == PEOPLE) {
        return entries;
      }
    }
    throw new AssertionError("Only " + entries.size() + " people without an entry");
  }

  private static boolean answer(int port, String entry) {
    var fields = new ArrayList<String>(List.of("code", entry));
    for (Question question : Questionnaire.FIRST.questions()) {
      fields.add(question.key());
      fields.add("2");
    }
    try {
      return new Guest("http://localhost:" + port)
              .post("/answer/7", fields.toArray(String[]::new))
              .status()
          == 200;
    } catch (AssertionError gone) {
      return false;
    }
  }

  private long sheets() {
    return new DataFolder(data.resolve("kept")).count("sheet");
  }

  private static void stop(Process server) throws InterruptedException {
    server.destroy();
    if (!server.waitFor(30, TimeUnit.SECONDS)) {
      server.destroyForcibly();
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }
}
