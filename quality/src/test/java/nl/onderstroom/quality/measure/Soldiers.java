package nl.onderstroom.quality.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.onderstroom.engine.measure.waves.Sample;

/** univbct: 495 soldiers of 43 companies at three waves, some of which they missed. */
record Soldiers(Table table) {
  static final int WAVES = 3;

  /** Every answer of a scale: who, at which wave from 0, and what. */
  record Answers(int[] soldiers, int[] waves, double[] values) {}

  static Soldiers read() throws IOException {
    return new Soldiers(Table.read("univbct/univbct_wide.csv"));
  }

  /** NaN for who did not answer. */
  double[] column(String name) {
    return table.column(name);
  }

  /** The rows of each company, by battalion and company. */
  List<List<Integer>> companies() {
    Map<String, List<Integer>> companies = new TreeMap<>();
    for (int row = 0; row < table.rows(); row++) {
      String company = table.text("BTN", row) + " " + table.text("COMPANY", row);
      companies.computeIfAbsent(company, each -> new ArrayList<>()).add(row);
    }
    return List.copyOf(companies.values());
  }

  /** Of each company one sample a wave. */
  List<List<Sample>> samples(String scale) {
    List<double[]> waves =
        IntStream.rangeClosed(1, WAVES).mapToObj(wave -> column(scale + wave)).toList();
    return companies().stream()
        .map(rows ->
            waves.stream()
                .map(wave -> Sample.of(rows.stream().mapToDouble(row -> wave[row]).toArray()))
                .toList())
        .toList();
  }

  Answers answers(String scale) {
    IntStream.Builder soldiers = IntStream.builder();
    IntStream.Builder waves = IntStream.builder();
    List<Double> values = new ArrayList<>();
    for (int wave = 0; wave < WAVES; wave++) {
      double[] column = column(scale + (wave + 1));
      for (int row = 0; row < column.length; row++) {
        if (!Double.isNaN(column[row])) {
          soldiers.add(row);
          waves.add(wave);
          values.add(column[row]);
        }
      }
    }
    return new Answers(
        soldiers.build().toArray(),
        waves.build().toArray(),
        values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
