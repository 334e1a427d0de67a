package nl.onderstroom.server.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Small files, plain names, and every table named by one room only. */
@Tag("structure")
class SourcesTest {
  private static final int MOST_LINES = 400;
  private static final int MEDIAN_LINES = 120;
  private static final Pattern BANNED =
      Pattern.compile(".*(Util|Utils|Helper|Manager|Impl|Dto|Mapper)\\.java");
  private static final Pattern TABLE = Pattern.compile("(?i)create table (?!public)([a-z_]+)");

  @Test
  void filesAreSmall() throws IOException {
    Map<Path, Integer> lines = new TreeMap<>();
    for (Path file : sources()) {
      lines.put(file, Files.readAllLines(file).size());
    }
    assertThat(lines)
        .as("lines a file")
        .allSatisfy((file, n) -> assertThat(n).isLessThanOrEqualTo(MOST_LINES));
    List<Integer> sorted = lines.values().stream().sorted().toList();
    assertThat(sorted.get(sorted.size() / 2)).as("median lines").isLessThan(MEDIAN_LINES);
  }

  @Test
  void namesSayWhatThingsAre() throws IOException {
    assertThat(sources())
        .noneMatch(file -> BANNED.matcher(file.getFileName().toString()).matches());
  }

  @Test
  void aTableIsNamedInSqlByItsOwnRoomOnly() throws IOException {
    Path rooms = RoomsTest.root().resolve("server/src/main/java/nl/onderstroom/server");
    Map<String, String> owner = new TreeMap<>();
    for (Path script : files(rooms, ".sql")) {
      Matcher table = TABLE.matcher(Files.readString(script));
      while (table.find()) {
        owner.put(table.group(1), script.getParent().getFileName().toString());
      }
    }
    assertThat(owner).isNotEmpty();
    var trespasses = new ArrayList<String>();
    for (Path file : files(rooms, ".java")) {
      String room = file.getParent().getFileName().toString();
      String code = Files.readString(file);
      owner.forEach((table, home) -> {
        boolean named =
            Pattern.compile("(?i)\\b(from|join|into|update|table) " + table + "\\b")
                .matcher(code)
                .find();
        if (named && !home.equals(room)) {
          trespasses.add(file.getFileName() + " names " + table + " of " + home);
        }
      });
    }
    assertThat(trespasses).isEmpty();
  }

  @Test
  void nothingIsLeftForLater() throws IOException {
    Pattern later = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b|@Dis" + "abled");
    for (Path file : sources()) {
      assertThat(later.matcher(Files.readString(file)).find()).as(file.toString()).isFalse();
    }
  }

  private static List<Path> sources() throws IOException {
    var all = new ArrayList<Path>();
    for (String module : List.of("engine", "server", "quality", "bench")) {
      Path main = RoomsTest.root().resolve(module + "/src/main/java");
      if (Files.exists(main)) {
        all.addAll(files(main, ".java"));
        all.addAll(files(main, ".jte"));
        all.addAll(files(main, ".ts"));
        all.addAll(files(main, ".css"));
      }
    }
    return all;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
