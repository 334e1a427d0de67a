package nl.onderstroom.server.house;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.onderstroom.server.Server;
import nl.onderstroom.server.demo.RunningRounds;
import nl.onderstroom.server.shell.Addresses;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A running server with a PostgreSQL and a mail server of its own, in a folder that goes away. */
final class House implements AutoCloseable {
  static final String ADMINISTRATOR = "beheer@oever.example";

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
    return open("--onderstroom.administrator=" + ADMINISTRATOR);
  }

  /** As {@link #empty()}, but its mail goes to this port of the machine. */
  static House withMailAt(int port) {
    return open(port, "--onderstroom.administrator=" + ADMINISTRATOR);
  }

  /** With the example company. */
  static House demo() {
    return open("--onderstroom.demo=true");
  }

  /** With the example company, one round of it open and another handing out ballots. */
  static House demoAtWork() {
    House house = demo();
    house.bean(RunningRounds.class).ready().join();
    return house;
  }

  private static House open(String... arguments) {
    return open(0, arguments);
  }

  /**
   * @param mailPort 0 for that of the house's own mail server
   */
  private static House open(int mailPort, String... arguments) {
    try {
      Path data = Files.createTempDirectory("onderstroom-house");
      var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
      mail.start();
      var all = new ArrayList<>(List.of(arguments));
      all.add("--server.port=0");
      all.add("--onderstroom.answers.port=0");
      all.add("--onderstroom.ballots.bits=2048");
      all.add("--onderstroom.data=" + data);
      all.add("--spring.mail.host=127.0.0.1");
      all.add("--spring.mail.port=" + (mailPort == 0 ? mail.getSmtp().getPort() : mailPort));
      return new House(
          data, mail, new SpringApplication(Server.class).run(all.toArray(String[]::new)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
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
