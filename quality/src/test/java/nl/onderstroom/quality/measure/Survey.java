package nl.onderstroom.quality.measure;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.onderstroom.engine.measure.teams.TeamSums;
import nl.onderstroom.engine.measure.teams.TeamTally;
import nl.onderstroom.quality.SharedData;
import org.jspecify.annotations.Nullable;

/**
 * One quantity of a survey: people's values, by team in the order of the file, in units of
 * 10<sup>-10</sup>.
 */
record Survey(Map<String, List<Long>> teams) {
  static final int DECIMALS = 10;

  /** A column of a file; people without a value are left out. */
  static Survey of(String file, Function<NamedCsvRecord, String> team, String column)
      throws IOException {
    return of(file, team, row -> fixedPoint(row.getField(column)));
  }

  /** Computed from a person's row; people for whom it is null are left out. */
  static Survey of(
      String file,
      Function<NamedCsvRecord, String> team,
      Function<NamedCsvRecord, @Nullable Long> value)
      throws IOException {
    Map<String, List<Long>> teams = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(SharedData.file("data/surveys/" + file))) {
      for (NamedCsvRecord row : rows) {
        Long found = value.apply(row);
        if (found != null) {
          teams.computeIfAbsent(team.apply(row), name -> new ArrayList<>()).add(found);
        }
      }
    }
    return new Survey(teams);
  }

  static Survey bh1996(String scale) throws IOException {
    return of("bh1996/bh1996.csv", row -> row.getField("GRP"), scale);
  }

  static Survey lq2002(String scale) throws IOException {
    return of("lq2002/lq2002.csv", row -> row.getField("COMPID"), scale);
  }

  /** Soldiers by battalion and company. */
  static Survey univbct(String scale) throws IOException {
    return of(
        "univbct/univbct_wide.csv",
        row -> row.getField("BTN") + " " + row.getField("COMPANY"),
        scale);
  }

  /** Pupils by class: the mean of the first seven items. */
  static Survey swmdk() throws IOException {
    return of("SWMDK/SWMDK.csv", row -> row.getField("classId"), Survey::meanOfSeven);
  }

  private static Long meanOfSeven(NamedCsvRecord row) {
    long sum = 0;
    for (int item = 1; item <= 7; item++) {
      sum += Long.parseLong(row.getField("Item" + item));
    }
    return BigDecimal.valueOf(sum)
        .divide(BigDecimal.valueOf(7), DECIMALS, RoundingMode.HALF_EVEN)
        .unscaledValue()
        .longValueExact();
  }

  private static @Nullable Long fixedPoint(String text) {
    BigInteger value =
        text.isEmpty() || text.equals("NA")
            ? null
            : new BigDecimal(text).setScale(DECIMALS, RoundingMode.UNNECESSARY).unscaledValue();
    return value == null ? null : value.longValueExact();
  }

  /** The first people of each team only. */
  Survey first(int people) {
    Map<String, List<Long>> fewer = new LinkedHashMap<>();
    teams.forEach(
        (team, values) -> fewer.put(team, values.subList(0, Math.min(people, values.size()))));
    return new Survey(fewer);
  }

  TeamSums sums() {
    TeamTally tally = new TeamTally(DECIMALS, teams.size());
    int team = 0;
    for (List<Long> values : teams.values()) {
      for (long value : values) {
        tally.add(team, value);
      }
      team++;
    }
    return tally.sums();
  }

  /** The number of each team in {@link #sums()}. */
  Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    teams.keySet().forEach(team -> numbers.put(team, numbers.size()));
    return numbers;
  }
}
