package nl.onderstroom.server.house;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Takes its time, and then takes nobody's letter: it says to whom it was. */
final class GrumpyMailServer implements AutoCloseable {
  private final Duration delay;
  private final ServerSocket door;
  private final Semaphore visits = new Semaphore(0);

  GrumpyMailServer(Duration delay) {
    this.delay = delay;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
    Thread.ofVirtual().start(this::receive);
  }

  int port() {
    return door.getLocalPort();
  }

  /** Whether so many have knocked, or do so within ten seconds. */
  boolean awaitVisits(int number) {
    try {
      return visits.tryAcquire(number, 10, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void receive() {
    try {
      while (!door.isClosed()) {
        Socket visitor = door.accept();
        visits.release();
        Thread.ofVirtual().start(() -> refuse(visitor));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void refuse(Socket visitor) {
    try (visitor;
        var commands =
            new BufferedReader(
                new InputStreamReader(visitor.getInputStream(), StandardCharsets.US_ASCII))) {
      Thread.sleep(delay);
      say(visitor, "220 yes?");
      for (String line = commands.readLine(); line != null; line = commands.readLine()) {
        say(visitor, line.startsWith("RCPT") ? "550 never heard of " + line : "250 so what");
      }
    } catch (IOException gone) {
      // Who came has left.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void say(Socket visitor, String line) throws IOException {
    visitor.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
