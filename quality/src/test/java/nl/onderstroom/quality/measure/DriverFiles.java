package nl.onderstroom.quality.measure;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import nl.onderstroom.engine.drivers.DriverRecords;
import nl.onderstroom.quality.SharedData;
import tools.jackson.databind.JsonNode;

/** The rows that R had for each set of drivers. */
final class DriverFiles {
  private DriverFiles() {}

  static DriverRecords records(String name, JsonNode oracle) {
    String outcome = oracle.path("y").asString();
    List<String> drivers =
        StreamSupport.stream(oracle.path("x").spliterator(), false)
            .map(JsonNode::asString)
            .toList();
    return switch (name) {
      case "attitude" -> of(rows("attitude/attitude.csv", row -> true), outcome, drivers);
      case "bh1996", "bh1996_within" ->
          inTeams(rows("bh1996/bh1996.csv", row -> true), outcome, drivers, "GRP");
      case "bh1996_between" -> {
        Set<String> seen = new HashSet<>();
        yield of(rows("bh1996/bh1996.csv", row -> seen.add(row.getField("GRP"))), outcome, drivers);
      }
      case "lq2002" -> inTeams(rows("lq2002/lq2002.csv", row -> true), outcome, drivers, "COMPID");
      case "csps_2019" -> of(organisations("2019"), outcome, drivers);
      case "csps_2024", "csps_2024_perma" -> of(organisations("2024"), outcome, drivers);
      default -> throw new IllegalArgumentException("no file is known for " + name);
    };
  }

  private static List<NamedCsvRecord> organisations(String year) {
    return rows("csps_org/csps_org_panel.csv", row -> row.getField("year").equals(year));
  }

  private static List<NamedCsvRecord> rows(String file, Predicate<NamedCsvRecord> kept) {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(SharedData.file("data/surveys/" + file))) {
      return rows.stream().filter(kept).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DriverRecords of(List<NamedCsvRecord> rows, String outcome, List<String> drivers) {
    return new DriverRecords(outcome, drivers, column(rows, outcome), columns(rows, drivers));
  }

  private static DriverRecords inTeams(
      List<NamedCsvRecord> rows, String outcome, List<String> drivers, String team) {
    int[] teams = rows.stream().mapToInt(row -> Integer.parseInt(row.getField(team))).toArray();
    return new DriverRecords(
        outcome, drivers, column(rows, outcome), columns(rows, drivers), teams);
  }

  private static double[][] columns(List<NamedCsvRecord> rows, List<String> names) {
    return names.stream().map(name -> column(rows, name)).toArray(double[][]::new);
  }

  private static double[] column(List<NamedCsvRecord> rows, String name) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row.getField(name))).toArray();
  }
}
