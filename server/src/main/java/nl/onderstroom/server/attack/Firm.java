package nl.onderstroom.server.attack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.onderstroom.server.Server;
import nl.onderstroom.server.people.RosterImport;
import nl.onderstroom.server.shell.Addresses;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** A firm of teams of ten with a server of its own, in a folder that goes away. */
final class Firm implements AutoCloseable {
  static final int TEAM = 10;

  /** Those of the product. */
  private static final String ROOMS =
      "people,floors,ballots,rounds,answers,insight,history,access,notify";

  private final Path data;
  private final List<Integer> everybody;
  private final ConfigurableApplicationContext server;
  private final Map<Integer, Participant> participants = new HashMap<>();

  private Firm(Path data, int people, ConfigurableApplicationContext server) {
    this.data = data;
    this.everybody = numbers(people).boxed().toList();
    this.server = server;
  }

  static Firm open(int teams, Breakage breakage, int bits) {
    try {
      Path data = Files.createTempDirectory("onderstroom-attack");
      int people = teams * TEAM;
      var arguments = new ArrayList<String>();
      arguments.add("--server.port=0");
      arguments.add("--onderstroom.answers.port=0");
      arguments.add("--onderstroom.data=" + data);
      // What the server would say on its console is kept, to be read along with the rest.
      arguments.add("--logging.file.name=" + data.resolve("server.log"));
      arguments.add("--onderstroom.ballots.bits=" + bits);
      arguments.add("--" + AttackConfiguration.PEOPLE + "=" + people);
      if (breakage.isAtTheDoor()) {
        arguments.add("--" + Breakage.PROPERTY + "=" + breakage);
        arguments.add("--onderstroom.rooms=" + ROOMS + ",attack");
      }
      var firm =
          new Firm(
              data,
              people,
              new SpringApplication(Server.class).run(arguments.toArray(String[]::new)));
      firm.employ(firm.everybody);
      return firm;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  static IntStream numbers(int people) {
    return IntStream.range(0, people);
  }

  static String address(int number) {
    return "persoon%d@firma.example".formatted(number);
  }

  static String name(int number) {
    return "Persoon " + number;
  }

  /** From now on these work here and nobody else does, each in the team of the number. */
  void employ(List<Integer> people) {
    String rows =
        people.stream()
            .map(each ->
                "%d,%s,%s,Firma / Team %d".formatted(each, name(each), address(each), each / TEAM))
            .collect(Collectors.joining("\n", "person,name,email,unit\n", "\n"));
    try {
      room(RosterImport.class)
          .apply(new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)), "roster.csv");
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  List<Integer> everybody() {
    return everybody;
  }

  Participant participant(int number) {
    Addresses addresses = room(Addresses.class);
    return participants.computeIfAbsent(
        number, each -> new Participant(each, addresses.main(), addresses.answers()));
  }

  <T> T room(Class<T> type) {
    return server.getBean(type);
  }

  Path data() {
    return data;
  }

  /** Stops the server; what it kept stays to be looked at. */
  void stop() {
    server.close();
  }

  @Override
  public void close() {
    server.close();
    try {
      FileSystemUtils.deleteRecursively(data);
    } catch (IOException undeletable) {
      throw new UncheckedIOException(undeletable);
    }
  }
}
