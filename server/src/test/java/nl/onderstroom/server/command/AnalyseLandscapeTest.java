package nl.onderstroom.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line's promise: 0 done, 2 bad use, 3 bad input; and nothing half done. */
class AnalyseLandscapeTest {
  private static final String HEAD = "timestamp,datetime,comment-id,voter-id,vote\n";

  @TempDir Path folder;

  @BeforeEach
  void writeFiles() throws Exception {
    Files.writeString(folder.resolve("votes.csv"), HEAD + String.join("", rows()));
    var comments = new StringBuilder("comment-id,comment-body,moderated\n");
    for (int statement = 0; statement < 12; statement++) {
      comments.append(
          "%d,\"Stelling, %d\",%d\n".formatted(statement, statement, statement == 11 ? -1 : 1));
    }
    Files.writeString(folder.resolve("comments.csv"), comments);
    Files.writeString(folder.resolve("pairs.csv"), "voter-id,comment-id\n3,4\nwho,what\n");
  }

  /** Two camps of a hundred people each, who say the opposite nine times out of ten. */
  private static List<String> rows() {
    var rows = new ArrayList<String>();
    var random = new Random(1924);
    for (int person = 0; person < 200; person++) {
      for (int statement = 0; statement < 12; statement++) {
        boolean agrees = (person + statement) % 2 == 0 ^ random.nextInt(10) == 0;
        rows.add("1,,%d,%d,%d\n".formatted(statement, person, agrees ? 1 : -1));
      }
    }
    return rows;
  }

  @Test
  void writesALandscapeInAFolderItMakes() throws Exception {
    assertThat(run("--comments", path("comments.csv"), "--predict", path("pairs.csv"))).isZero();
    String json = Files.readString(out("landscape.json"));
    assertThat(json).contains("\"people\":200", "\"statementCount\":11", "\"k\":2", "Stelling, 3");
    assertThat(Files.readString(out("landscape.html"))).contains("twee groepen van mening");
    assertThat(Files.readAllLines(out("predictions.csv")))
        .hasSize(3)
        .element(2)
        .asString()
        .startsWith("who,what,0.");
    try (var files = Files.list(folder.resolve("out/deep"))) {
      assertThat(files).hasSize(3);
    }
  }

  @Test
  void theSameVotesInAnotherOrderOrPackedAreTheSameBytesButForTheSeconds() throws Exception {
    assertThat(run("--save", path("out/votes.bin"))).isZero();
    String before = withoutSeconds();
    List<String> rows = rows();
    Collections.shuffle(rows, new Random(2));
    Files.writeString(folder.resolve("votes.csv"), HEAD + String.join("", rows));
    assertThat(run("--threads", "1")).isZero();
    assertThat(withoutSeconds()).isEqualTo(before);
    Files.copy(folder.resolve("out/votes.bin"), folder.resolve("votes.bin"));
    assertThat(
            Commands.run(
                "analyse", "landscape", "--votes", path("votes.bin"), "--out", path("out/deep")))
        .isZero();
    assertThat(withoutSeconds()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,,0,0,1",
        "1,,0,0,1;1,,1,0,-1",
        "1,,0,0,1;1,,0,1,1",
        "1,,0,0,-1;1,,0,1,-1;1,,1,0,-1;1,,1,1,-1",
        "1,,0,0,0;1,,0,1,0",
      })
  void ofHardlyAnyVotesItSaysThatItCannotSay(String rows) throws Exception {
    Files.writeString(folder.resolve("votes.csv"), HEAD + rows.replace(';', '\n'));
    assertThat(run()).isZero();
    assertThat(Files.readString(out("landscape.json"))).contains("\"k\":1").doesNotContain("NaN");
    assertThat(Files.readString(out("landscape.html"))).contains("geen duidelijke groepen");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "votes.csv|comment-id,vote;1,1|votes.csv, regel 1|een kolom “voter-id”",
        "votes.csv|comment-id,voter-id,vote;1,1,5|votes.csv, regel 2, kolom 3 (vote)|“5”",
        "votes.csv|comment-id,voter-id,vote;77,1,1|regel 2, kolom 1 (comment-id)|“77”",
        "votes.csv|comment-id,voter-id,vote;11,1,1|votes.csv|niet is weggehaald",
        "votes.csv|''|votes.csv|het bestand is leeg",
        "votes.csv|PK\u0003\u0004x|votes.csv|een werkmap of een zip",
        "votes.csv|OSVOx|votes.csv|beschadigd bij byte",
        "comments.csv|comment-id,comment-body;1,\"A|comments.csv, regel 2|aanhalingsteken",
        "comments.csv|comment-id,comment-body|comments.csv|minstens één stelling",
        "pairs.csv|voter-id;1|pairs.csv, regel 1|een kolom “comment-id”",
        "pairs.csv|voter-id,comment-id;1,|pairs.csv, regel 2, kolom 2 (comment-id)|een id",
      })
  void aMistakeIsThreeWithItsPlaceAndLeavesNothing(
      String file, String text, String place, String expected) throws Exception {
    Files.writeString(folder.resolve(file), text.replace(';', '\n'));
    assertThat(refused("--comments", path("comments.csv"), "--predict", path("pairs.csv")))
        .contains(place, expected);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void whatIsNotThereOrCannotBeWrittenIsThree() throws Exception {
    assertThat(refused("--comments", path("absent.csv"))).contains("absent.csv", "er is");
    assertThat(refused("--comments", folder.toString())).contains("dit is een map");
    Files.writeString(folder.resolve("out"), "in the way");
    assertThat(refused()).contains("hier kan niet geschreven worden");
    assertThat(Files.readString(folder.resolve("out"))).isEqualTo("in the way");
  }

  @Test
  void badUseIsTwo() {
    assertThat(Commands.run("analyse", "landscape")).isEqualTo(2);
    for (String[] wrong :
        new String[][] {
          {"--groups", "9"},
          {"--groups", "0"},
          {"--min-votes", "0"},
          {"--threads", "0"},
          {"--language", "fr"},
          {"--seed", "x"}
        }) {
      assertThat(run(wrong)).as(String.join(" ", wrong)).isEqualTo(2);
    }
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private String withoutSeconds() throws Exception {
    return Files.readString(out("landscape.json")).replaceAll("\"seconds\".*", "")
        + Files.readString(out("landscape.html"));
  }

  private Path out(String name) {
    return folder.resolve("out/deep").resolve(name);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private String refused(String... more) {
    PrintStream before = System.err;
    var said = new ByteArrayOutputStream();
    try {
      System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
      assertThat(run(more)).isEqualTo(3);
    } finally {
      System.setErr(before);
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  private int run(String... more) {
    var all =
        new ArrayList<>(
            List.of(
                "analyse", "landscape", "--votes", path("votes.csv"), "--out", path("out/deep")));
    all.addAll(List.of(more));
    return Commands.run(all.toArray(String[]::new));
  }
}
