package nl.onderstroom.quality.landscape;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.onderstroom.quality.SharedData;

/**
 * Seven real conversations, published by the people behind Polis (CC BY 4.0). Statements that were
 * moderated out are dropped, and of more votes of a person on a statement the last one counts.
 */
final class SharedConversations {
  static final List<String> NAMES =
      List.of(
          "vtaiwan.uberx",
          "scoop-hivemind.biodiversity",
          "brexit-consensus",
          "scoop-hivemind.affordable-housing",
          "canadian-electoral-reform",
          "football-concussions",
          "american-assembly.bowling-green");

  private SharedConversations() {}

  private record Cast(long time, int vote) {}

  static Conversation read(String name) throws IOException {
    Path folder = SharedData.file("data/conversations/" + name);
    Set<Integer> dropped;
    try (CsvReader<NamedCsvRecord> rows = open(folder.resolve("comments.csv"))) {
      dropped =
          rows.stream()
              .filter(row -> row.getField("moderated").equals("-1"))
              .map(row -> number(row, "comment-id"))
              .collect(Collectors.toSet());
    }
    Map<Integer, Map<Integer, Cast>> people = new TreeMap<>();
    try (CsvReader<NamedCsvRecord> rows = open(folder.resolve("votes.csv"))) {
      for (NamedCsvRecord row : rows) {
        int statement = number(row, "comment-id");
        if (!dropped.contains(statement)) {
          people
              .computeIfAbsent(number(row, "voter-id"), _ -> new TreeMap<>())
              .merge(
                  statement,
                  new Cast(Long.parseLong(row.getField("timestamp")), number(row, "vote")),
                  (old, cast) -> cast.time() >= old.time() ? cast : old);
        }
      }
    }
    return conversation(people);
  }

  private static CsvReader<NamedCsvRecord> open(Path file) throws IOException {
    return CsvReader.builder().ofNamedCsvRecord(file);
  }

  private static int number(NamedCsvRecord row, String column) {
    return Integer.parseInt(row.getField(column));
  }

  private static Conversation conversation(Map<Integer, Map<Integer, Cast>> people) {
    Set<Integer> statements = new TreeSet<>();
    people.values().forEach(votes -> statements.addAll(votes.keySet()));
    int[] ids = statements.stream().mapToInt(Integer::intValue).toArray();
    int[] starts = new int[people.size() + 1];
    int[] entries = new int[people.values().stream().mapToInt(Map::size).sum()];
    int person = 0;
    int out = 0;
    for (Map<Integer, Cast> votes : people.values()) {
      for (Map.Entry<Integer, Cast> cast : votes.entrySet()) {
        entries[out++] =
            Arrays.binarySearch(ids, cast.getKey()) << 2 | (cast.getValue().vote() + 1);
      }
      starts[++person] = out;
    }
    return new Conversation(ids.length, starts, entries);
  }
}
