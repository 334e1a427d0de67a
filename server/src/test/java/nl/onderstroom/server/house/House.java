package nl.onderstroom.server.house;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import nl.onderstroom.server.Server;
import nl.onderstroom.server.demo.RunningRounds;
import nl.onderstroom.server.shell.Addresses;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A running server with a PostgreSQL and a mail server of its own, in a folder that goes away. */
final class House implements AutoCloseable {
  static final String ADMINISTRATOR = "beheer@oever.example";

  private static final String FOR_NOBODY = "--onderstroom.administrator=" + ADMINISTRATOR;
  private static final String DEMO = "--onderstroom.demo=true";
  private static final int NO_MAIL = 25;

  private static final PreparedHouse NOBODY =
      new PreparedHouse(data -> start(data, NO_MAIL, FOR_NOBODY).close());

  private static final PreparedHouse EXAMPLE_COMPANY =
      new PreparedHouse(data -> {
        try (var server = start(data, NO_MAIL, DEMO)) {
          server.getBean(RunningRounds.class).ready().join();
        }
      });

  private final Path data;
  private final GreenMail mail;
  private final ConfigurableApplicationContext server;

  private House(Path data, GreenMail mail, ConfigurableApplicationContext server) {
    this.data = data;
    this.mail = mail;
    this.server = server;
  }

  /** Nobody in it yet; mail goes out by SMTP. */
  static House empty() {
    return withMailAt(0);
  }

  /**
   * As {@link #empty()}, but its mail goes to this port of the machine.
   *
   * @param port 0 for that of the house's own mail server
   */
  static House withMailAt(int port) {
    return open(NOBODY, port, FOR_NOBODY);
  }

  /** With the example company, one round of it open and another handing out ballots. */
  static House demo() {
    return open(EXAMPLE_COMPANY, 0, DEMO);
  }

  private static House open(PreparedHouse prepared, int mailPort, String argument) {
    try {
      Path data = Files.createTempDirectory("onderstroom-house");
      prepared.copyTo(data);
      var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
      mail.start();
      int mailAt = mailPort == 0 ? mail.getSmtp().getPort() : mailPort;
      return new House(data, mail, start(data, mailAt, argument));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static ConfigurableApplicationContext start(Path data, int mailPort, String argument) {
    return new SpringApplication(Server.class)
        .run(
            argument,
            "--server.port=0",
            "--onderstroom.answers.port=0",
            "--onderstroom.ballots.bits=2048",
            "--onderstroom.data=" + data,
            "--spring.mail.host=127.0.0.1",
            "--spring.mail.port=" + mailPort);
  }

  String url() {
    return "http://localhost:" + server.getEnvironment().getProperty("local.server.port");
  }

  /** Where people answer. */
  String answersUrl() {
    return bean(Addresses.class).answers();
  }

  GreenMail mail() {
    return mail;
  }

  /** So that a link of an earlier visit is not taken for that of the next. */
  void forgetMail() {
    try {
      mail.purgeEmailFromAllMailboxes();
    } catch (FolderException impossible) {
      throw new AssertionError(impossible);
    }
  }

  Path data() {
    return data;
  }

  <T> T bean(Class<T> type) {
    return server.getBean(type);
  }

  @Override
  public void close() {
    server.close();
    mail.stop();
    try (Stream<Path> files = Files.walk(data)) {
      files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
