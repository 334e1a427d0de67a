package nl.onderstroom.quality.measure;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.onderstroom.quality.SharedData;

/** A shared survey, by columns. */
final class Table {
  private final List<NamedCsvRecord> records;

  private Table(List<NamedCsvRecord> records) {
    this.records = records;
  }

  /** A file under the folder of surveys. */
  static Table read(String path) throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(SharedData.file("data/surveys/" + path))) {
      return new Table(reader.stream().toList());
    }
  }

  int rows() {
    return records.size();
  }

  String text(String column, int row) {
    return records.get(row).getField(column);
  }

  /** NaN where empty or NA. */
  double[] column(String name) {
    return records.stream().mapToDouble(each -> number(each.getField(name))).toArray();
  }

  /** Of each organisation known in both years its two values. */
  Map<String, double[]> byYears(String column, int first, int second) {
    Map<String, double[]> pairs = new TreeMap<>();
    for (NamedCsvRecord each : records) {
      int year = Integer.parseInt(each.getField("year"));
      if (year == first || year == second) {
        double[] pair =
            pairs.computeIfAbsent(
                each.getField("organisation"), name -> new double[] {Double.NaN, Double.NaN});
        pair[year == first ? 0 : 1] = number(each.getField(column));
      }
    }
    pairs.values().removeIf(pair -> Double.isNaN(pair[0] + pair[1]));
    return pairs;
  }

  private static double number(String text) {
    return text.isEmpty() || text.equals("NA") ? Double.NaN : Double.parseDouble(text);
  }
}
