package nl.onderstroom.quality.measure;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.onderstroom.engine.measure.Scale;
import nl.onderstroom.engine.measure.reliability.CompleteAnswers;
import nl.onderstroom.engine.measure.reliability.TwoWayTable;
import nl.onderstroom.quality.SharedData;

/** Items of the shared surveys, as rows of levels. */
final class Surveys {
  private Surveys() {}

  static List<NamedCsvRecord> records(String survey) throws IOException {
    String file = "data/surveys/" + survey + "/" + survey + ".csv";
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(SharedData.file(file))) {
      return rows.stream().toList();
    }
  }

  /**
   * A level for each item, one person after the other; {@link CompleteAnswers#MISSING} for none.
   */
  static int[] rows(List<NamedCsvRecord> records, List<String> items) {
    int[] rows = new int[records.size() * items.size()];
    int at = 0;
    for (NamedCsvRecord one : records) {
      for (String item : items) {
        String level = one.getField(item);
        rows[at++] = level.isEmpty() ? CompleteAnswers.MISSING : Integer.parseInt(level);
      }
    }
    return rows;
  }

  /** Of the people who answered every item of the scale, reversed ones turned round. */
  static List<List<TwoWayTable>> tables(Scale scale, int[] rows) {
    int k = scale.items().size();
    List<List<TwoWayTable>> tables = new ArrayList<>();
    for (int i = 0; i < k; i++) {
      List<TwoWayTable> row = new ArrayList<>();
      for (int j = 0; j < i; j++) {
        row.add(new TwoWayTable(scale.min(), scale.max(), scale.min(), scale.max()));
      }
      tables.add(row);
    }
    for (int at = 0; at < rows.length; at += k) {
      if (complete(rows, at, k)) {
        for (int i = 0; i < k; i++) {
          for (int j = 0; j < i; j++) {
            tables
                .get(i)
                .get(j)
                .add(turned(scale, i, rows[at + i]), turned(scale, j, rows[at + j]));
          }
        }
      }
    }
    return tables;
  }

  private static boolean complete(int[] rows, int at, int items) {
    for (int i = 0; i < items; i++) {
      if (rows[at + i] == CompleteAnswers.MISSING) {
        return false;
      }
    }
    return true;
  }

  private static int turned(Scale scale, int item, int level) {
    return scale.reversed().contains(scale.items().get(item))
        ? scale.min() + scale.max() - level
        : level;
  }
}
