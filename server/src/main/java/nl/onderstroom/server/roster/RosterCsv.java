package nl.onderstroom.server.roster;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.onderstroom.server.access.Role;

/** Rosters as the file that {@link RosterReader} reads: one we write, and one as an example. */
public final class RosterCsv {
  private static final Map<Role, String> WORDS =
      new EnumMap<>(
          Map.of(
              Role.LEADER, "leader",
              Role.PROGRAMME_LEAD, "programme",
              Role.WORKS_COUNCIL, "council",
              Role.ADMINISTRATOR, "administrator"));

  private RosterCsv() {}

  public static byte[] write(Roster roster) {
    var bytes = new ByteArrayOutputStream();
    Set<UnitPath> said = new HashSet<>();
    try (var text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(
          "person", "name", "email", "unit", "lead", "roles", "site", "role_family", "tenure");
      for (RosterPerson each : roster.people()) {
        said.addAll(each.unit().lineage());
        csv.writeRecord(
            List.of(
                each.number(),
                each.name(),
                each.email().orElse(""),
                each.unit().text(),
                each.leads() ? "yes" : "no",
                words(each.roles()),
                each.traits().site().orElse(""),
                each.traits().roleFamily().orElse(""),
                each.traits().tenure().orElse("")));
      }
      // A unit in which nobody works, and nobody works below.
      for (UnitPath each : roster.units()) {
        if (!said.contains(each)) {
          csv.writeRecord("", "", "", each.text(), "", "", "", "", "");
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(
          "Writing to memory fails for no reason of its own.", impossible);
    }
    return bytes.toByteArray();
  }

  /** A small file to look at and to fill in, with headings in Dutch or English. */
  public static byte[] example(Locale language) {
    String name = "example_" + language.getLanguage() + ".csv";
    try (InputStream file = RosterCsv.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(file, name).readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String words(Set<Role> roles) {
    return roles.stream()
        .sorted(Comparator.naturalOrder())
        .map(WORDS::get)
        .collect(Collectors.joining(";"));
  }
}
