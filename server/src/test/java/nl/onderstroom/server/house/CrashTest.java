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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server, and every other time its PostgreSQL, is killed while people answer and change what
 * they answered, and started again on the same data.
 */
@Tag("database")
class CrashTest {
  /** More by {@code -Donderstroom.crashes=50}. */
  private static final int CRASHES = Integer.getInteger("onderstroom.crashes", 2);

  private static final String ROUND = "7";
  private static final int BEFORE_A_CRASH = 12;
  private static final String MAIL = "@oeverman.example";
  private static final List<String> PEOPLE =
      List.of(
          "fatma.yildiz",
          "sjoerd.hoekstra",
          "marleen.dekker",
          "kofi.mensah",
          "hanneke.oeverman",
          "samira.el.idrissi",
          "bram.wouters",
          "wim.verschuren",
          "dewi.tan");

  @TempDir private Path data;

  /** Of one person's answers the highest counter that was asked, and that was acknowledged. */
  private record Counters(AtomicLong asked, AtomicLong acknowledged) {}

  @Test
  void everyAcknowledgedAnswerSurvivesACrashExactlyOnce() throws Exception {
    int port = freePort();
    Map<String, Counters> counters =
        PEOPLE.stream()
            .collect(
                Collectors.toMap(
                    each -> each, each -> new Counters(new AtomicLong(), new AtomicLong())));
    for (int crash = 1; crash <= CRASHES; crash++) {
      Process server = start(port);
      try {
        awaitOpen(server, port);
        Map<String, Voter> voters = voters(port);
        requireNothingLost(voters, counters);
        crashWhileAnswering(server, crash % 2 == 0, voters, counters);
      } finally {
        server.destroyForcibly().waitFor();
      }
    }
    Process again = start(port);
    try {
      awaitOpen(again, port);
      Map<String, Voter> voters = voters(port);
      requireNothingLost(voters, counters);
      counters.forEach((name, each) -> {
        // Each ballot has one sheet: what is withdrawn is gone, no older one comes back.
        Voter voter = Objects.requireNonNull(voters.get(name));
        assertThat(voter.withdraw(ROUND, each.asked().get() + 1).result()).isEqualTo("withdrawn");
        assertThat(voter.look(ROUND).result()).isEqualTo("none");
      });
    } finally {
      stop(again);
    }
  }

  private static void requireNothingLost(
      Map<String, Voter> voters, Map<String, Counters> counters) {
    counters.forEach((name, each) -> {
      Voter.Said said = Objects.requireNonNull(voters.get(name)).look(ROUND);
      if (each.acknowledged().get() > 0) {
        assertThat(said.result()).isEqualTo("stored");
      }
      assertThat(said.counter()).isBetween(each.acknowledged().get(), each.asked().get());
      // What was asked and not acknowledged is in or not; from here on it is known.
      each.asked().set(said.counter());
      each.acknowledged().set(said.counter());
    });
  }

  private void crashWhileAnswering(
      Process server,
      boolean databaseToo,
      Map<String, Voter> voters,
      Map<String, Counters> counters) {
    var acknowledged = new AtomicInteger();
    var crashed = new AtomicBoolean();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      voters.forEach((name, voter) ->
          people.execute(() -> {
            Counters own = Objects.requireNonNull(counters.get(name));
            while (!crashed.get() && answer(voter, own)) {
              if (acknowledged.incrementAndGet() >= BEFORE_A_CRASH
                  && crashed.compareAndSet(false, true)) {
                // As kill -9: no shutdown hook, nothing flushed.
                if (databaseToo) {
                  killDatabase();
                }
                server.destroyForcibly();
              }
            }
          }));
    }
    assertThat(crashed).as("the server was killed in the middle").isTrue();
  }

  private void killDatabase() {
    Path file = data.resolve("kept/postgres/cluster/postmaster.pid");
    try (Stream<String> lines = Files.lines(file)) {
      ProcessHandle.of(Long.parseLong(lines.findFirst().orElseThrow().strip()))
          .ifPresent(ProcessHandle::destroyForcibly);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean answer(Voter voter, Counters own) {
    long counter = own.asked().incrementAndGet();
    try {
      boolean counted = voter.answer(ROUND, counter).result().equals("counted");
      if (counted) {
        own.acknowledged().set(counter);
      }
      return counted;
    } catch (AssertionError gone) {
      return false;
    }
  }

  private static Map<String, Voter> voters(int port) {
    String main = "http://localhost:" + port;
    String answers = "http://127.0.0.1:" + (port + 1);
    Map<String, Voter> voters = new HashMap<>();
    for (String name : PEOPLE) {
      Voter voter = Voter.persona(main, answers, name + MAIL, ROUND);
      assertThat(voter.fetch(ROUND).status()).isEqualTo(200);
      voters.put(name, voter);
    }
    return voters;
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
      if (isOpen(port) && roundIsOpen(port)) {
        return;
      }
      Thread.sleep(200);
    }
    throw new AssertionError("The server did not open:\n" + Files.readString(data.resolve("log")));
  }

  /** The example company opens its round after the first page answers. */
  private static boolean roundIsOpen(int port) {
    var guest = new Guest("http://localhost:" + port);
    guest.be(PEOPLE.getFirst() + MAIL);
    return guest.get("/my-rounds/" + ROUND).body().contains("data-stage=\"MAY_ANSWER\"");
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
