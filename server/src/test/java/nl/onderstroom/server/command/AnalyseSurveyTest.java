package nl.onderstroom.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line's promise: 0 done, 2 bad use, 3 bad input; and nothing half done. */
class AnalyseSurveyTest {
  @TempDir Path folder;

  @BeforeEach
  void writeFiles() throws Exception {
    var rows = new StringBuilder("T,A,B\n");
    for (int i = 0; i < 40; i++) {
      rows.append("%d,%d,%d\n".formatted(i % 3, 1 + i % 5, 1 + i % 4));
    }
    Files.writeString(folder.resolve("answers.csv"), rows);
    Files.writeString(
        folder.resolve("map.yaml"),
        "team: T\nscales: {joy: {items: [A, B], reversed: [B], min: 1, max: 5, label: Joy <3}}\n");
  }

  @Test
  void writesWhatMayBeShownInAFolderItMakes() throws Exception {
    assertThat(run("answers.csv", "map.yaml")).isZero();
    String json = Files.readString(folder.resolve("out/deep/survey.json"));
    assertThat(json).contains("\"people\" : 40", "\"k\" : 7", "\"joy\"", "\"low\"");
    String html = Files.readString(folder.resolve("out/deep/survey.html"));
    assertThat(html).startsWith("<!doctype html>").contains("Joy &lt;3").doesNotContain("Joy <3");
    assertThat(html).as("needs nothing beside it").doesNotContain("src=", "href=", "http");
    try (var files = Files.list(folder.resolve("out/deep"))) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void theSameInputMakesTheSameBytes() throws Exception {
    run("answers.csv", "map.yaml");
    byte[] before = Files.readAllBytes(folder.resolve("out/deep/survey.html"));
    run("answers.csv", "map.yaml");
    assertThat(Files.readAllBytes(folder.resolve("out/deep/survey.html"))).isEqualTo(before);
  }

  @Test
  void badInputIsThreeAndLeavesNothing() throws Exception {
    assertThat(run("absent.csv", "map.yaml")).isEqualTo(3);
    Files.writeString(folder.resolve("bad.csv"), "T,A,B\n1,9,x\n");
    assertThat(run("bad.csv", "map.yaml")).isEqualTo(3);
    Files.writeString(folder.resolve("few.csv"), "T,A,B\n1,2,3\n");
    assertThat(run("few.csv", "map.yaml")).as("too few people").isEqualTo(3);
    assertThat(run("answers.csv", "answers.csv")).as("a map that is none").isEqualTo(3);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "T,A;1,2|answers.csv, regel 1, B|een kolom “B”",
        "T,A,B,A;1,2,3,4|answers.csv, regel 1, kolom 4 (A)|kolom 2",
        "T,A,B;1,2,9|answers.csv, regel 2, kolom 3 (B)|van 1 tot 5",
        "T,A,B;1,2|answers.csv, regel 2|3 cellen",
        "T,A,B;1,\"2,3|answers.csv, regel 2|aanhalingsteken",
        "T,A,B;1,NA,|answers.csv|minstens één antwoord",
        "T,A,B|answers.csv|minstens één rij",
        "''|answers.csv|het bestand is leeg",
        "T,A,B;\u00e9,1,2|answers.csv, regel 2|UTF-8",
      })
  void aMistakeIsThreeWithItsPlaceAndLeavesNothing(String file, String place, String expected)
      throws Exception {
    Files.writeString(
        folder.resolve("answers.csv"), file.replace(';', '\n'), StandardCharsets.ISO_8859_1);
    PrintStream before = System.err;
    var said = new ByteArrayOutputStream();
    try {
      System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
      assertThat(run("answers.csv", "map.yaml")).isEqualTo(3);
    } finally {
      System.setErr(before);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).contains(place, expected);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void badUseIsTwo() {
    assertThat(Commands.run("analyse", "survey")).isEqualTo(2);
    assertThat(run("answers.csv", "map.yaml", "--k", "4")).isEqualTo(2);
    assertThat(run("answers.csv", "map.yaml", "--language", "fr")).isEqualTo(2);
  }

  private int run(String data, String map, String... more) {
    String[] start = {
      "analyse", "survey",
      "--data", folder.resolve(data).toString(),
      "--map", folder.resolve(map).toString(),
      "--out", folder.resolve("out/deep").toString()
    };
    String[] all = new String[start.length + more.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(more, 0, all, start.length, more.length);
    return Commands.run(all);
  }
}
