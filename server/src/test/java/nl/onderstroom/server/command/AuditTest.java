package nl.onderstroom.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code audit}: what can be worked out from anybody's groups, and what has to go. */
class AuditTest {
  @TempDir Path folder;
  private String said = "";
  private String complained = "";

  /** Sales is two teams and a manager. */
  private static String sales() {
    var rows = new StringBuilder("group,member\n");
    for (int person = 0; person < 16; person++) {
      rows.append("sales,p%d\n".formatted(person));
      rows.append("%s,p%d\n".formatted(person < 8 ? "north" : "south", person));
    }
    return rows.append("sales,chief\n").toString();
  }

  @Test
  void tellsWhoCanBeSingledOutAndHow() throws Exception {
    assertThat(run(sales(), "--repair")).isZero();
    JsonNode json = json();
    assertThat(json.get("safe").asBoolean()).isFalse();
    assertThat(json.get("k").asInt()).isEqualTo(7);
    assertThat(json.get("groups").asInt()).isEqualTo(3);
    assertThat(json.get("people").asInt()).isEqualTo(17);
    assertThat(json.get("atoms").asInt()).isEqualTo(3);
    JsonNode exposed = json.get("exposed");
    assertThat(exposed).hasSize(1);
    assertThat(exposed.get(0).get("size").asInt()).isEqualTo(1);
    assertThat(exposed.get(0).get("members").get(0).asString()).isEqualTo("chief");
    assertThat(exposed.get(0).get("from").toString())
        .isEqualTo(
            "[{\"group\":\"sales\",\"coefficient\":1},{\"group\":\"north\",\"coefficient\":-1},"
                + "{\"group\":\"south\",\"coefficient\":-1}]");
    assertThat(json.get("withheld")).hasSize(1);
    assertThat(json.get("remainingSafe").asBoolean()).isTrue();
    assertThat(said)
        .contains(
            "Niet veilig: één verzameling",
            "Zonder één groep is de rest veilig. Eén mens mist daardoor");
  }

  @Test
  void whatIsSafeIsSaidToBeSo() throws Exception {
    String groups = sales().replace("sales,chief\n", "");
    assertThat(run(groups, "--colluders", "3", "--language", "en")).isZero();
    assertThat(json().get("safe").asBoolean()).isTrue();
    assertThat(json().has("withheld")).isFalse();
    assertThat(said).contains("Safe: from the figures of these 3 groups");
  }

  @Test
  void theOrderOfRowsDoesNotMatterButForTheOrderOfNames() throws Exception {
    assertThat(run(sales())).isZero();
    int exposed = json().get("exposed").size();
    String[] rows = sales().split("\n", -1);
    var turned = new StringBuilder("member;group\n");
    for (int row = rows.length - 2; row > 0; row--) {
      String[] cells = rows[row].split(",", -1);
      turned.append(cells[1]).append(';').append(cells[0]).append('\n');
    }
    assertThat(run(turned.toString())).isZero();
    assertThat(json().get("exposed")).hasSize(exposed);
    assertThat(json().get("exposed").get(0).get("members").get(0).asString()).isEqualTo("chief");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          group,member\\na,1\\na,2\\na,1\\n     | regel 4, kolom member: er staat “1”; verwacht: elk lid één keer in groep a; het staat ook op regel 2
          group,member\\na,\\n                   | regel 2, kolom member: verwacht: een lid; een groep zonder leden heeft geen rij
          group,member\\n,1\\n                   | regel 2, kolom group: verwacht: de naam van een groep
          group,member\\na\\n                    | regel 2: er staat “1”; verwacht: 2 cellen
          group,member\\n                        | verwacht: onder de kopregel een rij voor elk lid
          group,lid\\na,1\\n                     | regel 1: er staat “group, lid”; verwacht: één kolom member
          group,member,group\\na,1,b\\n          | verwacht: één kolom group
          group,member\\n"a,1\\n                 | verwacht: een aanhalingsteken dat ook weer sluit
          ''                                     | verwacht: een eerste regel met de kolommen group en member
          """)
  void whatCannotBeUsedIsNamedWithItsPlaceAndNothingIsWritten(String file, String message) {
    assertThat(run(file.replace("\\n", "\n"))).isEqualTo(3);
    assertThat(complained).contains(message);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aMillionGroupsAreTooMany() {
    var rows = new StringBuilder("group,member\n");
    for (int group = 0; group < 1_000_000; group++) {
      rows.append(group).append(",p").append(group % 1000).append('\n');
    }
    assertThat(run(rows.toString())).isEqualTo(3);
    assertThat(complained).contains("regel 100002", "hoogstens 100.000 groepen");
  }

  @Test
  void onePersonInEveryGroupIsNoTrouble() throws Exception {
    var rows = new StringBuilder("group,member\n");
    for (int group = 0; group < 200; group++) {
      rows.append("g%d,everywhere\n".formatted(group));
      for (int person = 0; person < 9; person++) {
        rows.append("g%d,p%d-%d\n".formatted(group, group, person));
      }
    }
    assertThat(run(rows.toString(), "--colluders", "3")).isZero();
    assertThat(json().get("safe").asBoolean()).isTrue();
    assertThat(json().get("atoms").asInt()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({"--k,0", "--k,-1", "--k,1001", "--colluders,6", "--colluders,-1", "--language,fr"})
  void anOptionThatCannotBeIsRefused(String option, String value) {
    assertThat(run(sales(), option, value)).isEqualTo(2);
    assertThat(complained).contains(option + " is");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThat(start("--groups", folder.resolve("none.csv").toString())).isEqualTo(3);
    assertThat(complained).contains("none.csv", "een bestand dat er is");
  }

  private int run(String groups, String... more) {
    try {
      Files.writeString(folder.resolve("groups.csv"), groups);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    String[] all = new String[more.length + 2];
    all[0] = "--groups";
    all[1] = folder.resolve("groups.csv").toString();
    System.arraycopy(more, 0, all, 2, more.length);
    return start(all);
  }

  private int start(String... options) {
    String[] all = new String[options.length + 3];
    all[0] = "audit";
    all[1] = "--out";
    all[2] = folder.resolve("out").toString();
    System.arraycopy(options, 0, all, 3, options.length);
    PrintStream out = System.out;
    PrintStream err = System.err;
    var heard = new ByteArrayOutputStream();
    var wrong = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(heard, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(wrong, true, StandardCharsets.UTF_8));
      return Commands.run(all);
    } finally {
      System.setOut(out);
      System.setErr(err);
      said = heard.toString(StandardCharsets.UTF_8);
      complained = wrong.toString(StandardCharsets.UTF_8);
    }
  }

  private JsonNode json() throws Exception {
    return JsonMapper.shared().readTree(Files.readString(folder.resolve("out/audit.json")));
  }
}
