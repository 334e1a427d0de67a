package nl.onderstroom.server.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.onderstroom.engine.landscape.Votes;
import nl.onderstroom.server.shell.Languages;
import nl.onderstroom.server.shell.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a file of votes says is read, whatever it looks like; what is wrong is told with its place.
 */
class VotesFileTest {
  private static final String HEAD = "timestamp,datetime,comment-id,voter-id,vote\n";

  private static final Words WORDS = Languages.withoutServer().words(Languages.DUTCH);

  @TempDir Path folder;

  @Test
  void theLastVoteOfAPersonOnAStatementCounts() throws IOException {
    assertThat(read(HEAD + "5,,0,0,1\n9,,0,0,-1\n7,,0,0,0\n")).containsExactly("0 0 -1");
    assertThat(read(HEAD + "5,,0,0,1\n5,,0,0,-1\n")).as("equal times").containsExactly("0 0 -1");
    assertThat(read(HEAD + ",,0,0,1\n,,0,0,0\n")).as("no times").containsExactly("0 0 0");
    assertThat(read(HEAD + "-3,,0,0,1\n,,0,0,0\n"))
        .as("a time is later than none")
        .containsExactly("0 0 1");
    assertThat(read("vote,voter-id,comment-id\n1,0,0\n-1,0,0\n")).containsExactly("0 0 -1");
  }

  @Test
  void columnsGoByNameAndOthersMayStandBesideThem() throws IOException {
    List<String> expected = List.of("1 4 -1", "2 4 1");
    assertThat(read("vote,extra,VOTER-ID, comment-id\n1,x,2,4\n-1,y,1,4\n")).isEqualTo(expected);
    assertThat(read("\ufeffvoter-id;vote;comment-id\r\n2;1;4\r\n\r\n1;-1;4")).isEqualTo(expected);
    assertThat(read("voter-id\tvote\tcomment-id\n2\t1\t4\n1\t-1\t4\n")).isEqualTo(expected);
  }

  @Test
  void anIdIsWhateverItSays() throws IOException {
    assertThat(
            read(
                HEAD
                    + "1,,1000000000,9223372036854775808,1\n"
                    + "1,,-5,\"a,b\",1\n"
                    + "1,,007,\"say \"\"hi\"\"\",0\n"
                    + "1,,7,é,-1\n"))
        .containsExactlyInAnyOrder(
            "9223372036854775808 1000000000 1", "a,b -5 1", "say \"hi\" 007 0", "é 7 -1");
  }

  /** The quick reader takes these itself; both readers say the same of them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "5,,0,0,1|6,x y,12345678,16777217,-1|7,,a-b,x,0",
        "-1",
        ",,1,1,1|,,1,1,-1",
        "1,Mon Feb 13,3,00,1|2,,3,0,0",
        "1,,3,4,1||2,,3,5,0"
      })
  void bothReadersReadTheSame(String rows) throws IOException {
    Path file = file(HEAD + rows.replace('|', '\n'));
    var plain = new Intake(Comments.NONE);
    var columns = VotesFile.Columns.of(Rows.headings(file, java.util.Set.of("vote")));
    if (new PlainVotes(columns, plain, _ -> {}).read(file)) {
      assertThat(listed(plain.votes()))
          .isEqualTo(listed(VotesFile.wholly(file, Comments.NONE, _ -> {}).votes()));
    } else {
      assertThat(rows).as("only what has something odd is left to the other").contains("-1");
    }
  }

  @Test
  void statementsTakenOutCountForNothing() throws IOException {
    Comments comments =
        comments("comment-id,comment-body,moderated\n0,\"A, b\nc\",1\n1,B,-1\n2,C,0\n");
    Path file = file(HEAD + "1,,0,7,1\n1,,1,7,1\n1,,1,8,1\n");
    assertThat(listed(VotesFile.read(file, comments, _ -> {}))).containsExactly("7 0 1");
    assertThat(comments.text("0")).isEqualTo("A, b c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|votes.csv: verwacht: een regel met kolomnamen",
        "timestamp,datetime,comment-id,voter-id,vote|votes.csv: verwacht: minstens één stem",
        "comment-id,vote;1,1|votes.csv, regel 1: verwacht: een kolom “voter-id”",
        "comment-id,vote,voter-id,vote;1,1,1,1|regel 1, kolom 4 (vote)",
        "comment-id,voter-id,vote;1,1,2|regel 2, kolom 3 (vote): er staat “2”; verwacht: 1 (eens)",
        "comment-id,voter-id,vote;1,1,1;1,1,|regel 3, kolom 3 (vote): verwacht: 1 (eens)",
        "comment-id,voter-id,vote;1,1,1.0|er staat “1.0”",
        "comment-id,voter-id,vote;1,,1|regel 2, kolom 2 (voter-id): verwacht: een id",
        "comment-id,voter-id,vote; ,1,1|regel 2, kolom 1 (comment-id): verwacht: een id",
        "comment-id,voter-id,vote;1,1|regel 2: er staat “2”; verwacht: 3 cellen",
        "comment-id,voter-id,vote;1,1,1,1|regel 2: er staat “4”; verwacht: 3 cellen",
        "comment-id,voter-id,vote;1,\"1,1|regel 2: er staat “\"”; verwacht: een tweede",
        "comment-id,voter-id,vote;1,\u00e9,1|regel 2: er staat “0xE9”; verwacht: UTF-8 (teken 3",
        "comment-id,voter-id,vote,timestamp;1,1,1,gisteren|kolom 4 (timestamp): er staat “gisteren”",
        "comment-id,voter-id,vote,timestamp;1,1,1,9999999999999999999|kolom 4 (timestamp)",
      })
  void aMistakeIsToldWithItsPlace(String rows, String expected) throws IOException {
    Path file = folder.resolve("votes.csv");
    Files.writeString(file, rows.replace(';', '\n'), StandardCharsets.ISO_8859_1);
    assertThat(refusal(file, Comments.NONE)).contains(expected);
  }

  @Test
  void aStatementThatNobodyKnowsIsRefused() throws IOException {
    Comments comments = comments("comment-body,comment-id\nA,0\n");
    Path file = file(HEAD + "1,,0,7,1\n1,,31,7,1\n");
    assertThat(refusal(file, comments))
        .contains("regel 3, kolom 3 (comment-id): er staat “31”; verwacht: een stelling uit");
  }

  @Test
  void aFileOfStatementsIsCheckedToo() {
    assertThatThrownBy(() -> comments("comment-id,comment-body\n1,A\n1,B\n"))
        .isInstanceOf(UnusableVotes.class)
        .hasMessageContaining("comment-once");
    assertThatThrownBy(() -> comments("comment-id,comment-body,moderated\n1,A,2\n"))
        .isInstanceOf(UnusableVotes.class)
        .hasMessageContaining("moderated");
    assertThatThrownBy(() -> comments("comment-id\n1\n"))
        .isInstanceOf(UnusableVotes.class)
        .hasMessageContaining("heading");
  }

  /** Seeded; the seed is in the message. Whatever happens to a file, it is read or refused. */
  @Test
  void aDamagedFileIsReadOrRefusedAndBothReadersAgree() throws IOException {
    int read = 0;
    for (int seed = 0; seed < 4000; seed++) {
      Path file = folder.resolve("fuzz.csv");
      Files.write(file, damaged(new Random(seed)));
      Optional<List<String>> quick = Optional.empty();
      try {
        quick = Optional.of(listed(VotesFile.read(file, Comments.NONE, _ -> {})));
        read++;
      } catch (UnusableVotes refused) {
        assertThat(sentence(refused)).as("seed %d", seed).contains("fuzz.csv");
      } catch (RuntimeException other) {
        throw new AssertionError("seed " + seed, other);
      }
      if (quick.isPresent()) {
        assertThat(listed(VotesFile.wholly(file, Comments.NONE, _ -> {}).votes()))
            .as("seed %d", seed)
            .isEqualTo(quick.get());
      }
    }
    assertThat(read).as("of 4000 some stay readable").isBetween(200, 3800);
  }

  private static byte[] damaged(Random random) {
    var text = new StringBuilder(random.nextBoolean() ? HEAD : "vote,comment-id,voter-id\n");
    boolean times = text.charAt(0) == 't';
    for (int row = random.nextInt(12); row >= 0; row--) {
      String cells =
          times
              ? "%d,,%d,%d,%d\n"
                  .formatted(
                      random.nextInt(9),
                      random.nextInt(4),
                      random.nextInt(40),
                      random.nextInt(3) - 1)
              : "%d,%d,%d\n"
                  .formatted(random.nextInt(3) - 1, random.nextInt(4), random.nextInt(40));
      text.append(cells);
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    for (int times2 = random.nextInt(3); times2 >= 0 && bytes.length > 1; times2--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes = Arrays.copyOf(bytes, at);
        case 2 -> bytes[at] = (byte) ",\"\n\r; -1'\t\0".charAt(random.nextInt(11));
        case 3 -> {
          byte[] cut = Arrays.copyOf(bytes, bytes.length - 1);
          System.arraycopy(bytes, at + 1, cut, at, bytes.length - at - 1);
          bytes = cut;
        }
        default -> bytes[at] = (byte) ('0' + random.nextInt(10));
      }
    }
    return bytes;
  }

  @Test
  void packedVotesComeBackAndAreTheSameBytesInAnyOrder() throws IOException {
    List<String> rows = new ArrayList<>();
    var random = new Random(3);
    for (int i = 0; i < 3000; i++) {
      String row = "%d,%d,%d".formatted(i % 50, i / 50, random.nextInt(3) - 1);
      rows.add(row.replace("17,", "\"é,17\","));
    }
    byte[] packed = packed(rows);
    Collections.shuffle(rows, random);
    assertThat(packed(rows)).isEqualTo(packed);
    assertThat(packed.length).as("about a byte a vote").isLessThan(3900);
    Path file = Files.write(folder.resolve("votes.bin"), packed);
    Path csv = file("comment-id,voter-id,vote\n" + String.join("\n", rows));
    assertThat(listed(VotesFile.read(file, Comments.NONE, _ -> {})))
        .isEqualTo(listed(VotesFile.read(csv, Comments.NONE, _ -> {})));
    Comments few = comments("comment-id,comment-body\n1,A\n");
    assertThat(refusal(file, few)).contains("votes.bin: er staat “0”; verwacht: een stelling");
  }

  /** Or a person who is there twice would have two votes on a statement. */
  @ParameterizedTest
  @CsvSource({"1,1", "2,1", "a,7", "10,9"})
  void packedVotesInAnotherOrderAreRefused(String first, String second) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new PackedOutput(bytes)) {
      out.bytes("OSVO\1".getBytes(StandardCharsets.US_ASCII));
      out.unsigned(1);
      out.text("0");
      out.unsigned(2);
      for (String id : List.of(first, second)) {
        out.text(id);
        out.unsigned(1);
        out.unsigned(5);
      }
    }
    Path file = Files.write(folder.resolve("votes.bin"), bytes.toByteArray());
    assertThat(refusal(file, Comments.NONE)).contains("beschadigd bij byte", " after ");
  }

  @Test
  void packedVotesOnStatementsTakenOutCountForNothing() throws IOException {
    Path file =
        Files.write(
            folder.resolve("votes.bin"), packed(List.of("0,7,1", "1,7,-1", "1,8,1", "2,9,0")));
    Comments comments = comments("comment-id,comment-body,moderated\n0,A,1\n1,B,-1\n2,C,0\n");
    Votes votes = VotesFile.read(file, comments, _ -> {});
    assertThat(listed(votes)).containsExactly("7 0 1", "9 2 0");
    assertThat(votes.people()).isEqualTo(2);
  }

  @Test
  void damagedPackedVotesAreRefused() throws IOException {
    byte[] packed = packed(List.of("0,0,1", "1,0,-1", "0,1,0", "é,1,1", "1,abc,1"));
    Path file = folder.resolve("votes.bin");
    for (int at = PackedVotes.MAGIC.length(); at < packed.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] flipped = packed.clone();
        flipped[at] ^= (byte) (1 << bit);
        Files.write(file, flipped);
        assertThat(refusal(file, Comments.NONE)).as("byte %d", at).contains("beschadigd bij byte");
      }
      Files.write(file, Arrays.copyOf(packed, at));
      assertThat(refusal(file, Comments.NONE)).as("cut at %d", at).contains("beschadigd bij byte");
    }
    Files.write(file, Arrays.copyOf(packed, packed.length + 1));
    assertThat(refusal(file, Comments.NONE)).contains("beschadigd bij byte");
  }

  private byte[] packed(List<String> rows) throws IOException {
    Path csv = file("comment-id,voter-id,vote\n" + String.join("\n", rows));
    var bytes = new ByteArrayOutputStream();
    PackedVotes.write(VotesFile.read(csv, Comments.NONE, _ -> {}), bytes);
    return bytes.toByteArray();
  }

  private String refusal(Path file, Comments comments) throws IOException {
    try {
      VotesFile.read(file, comments, _ -> {});
    } catch (UnusableVotes refused) {
      return sentence(refused);
    }
    throw new AssertionError("was read: " + file);
  }

  private static String sentence(UnusableVotes refused) {
    return refused.findings().getFirst().sentence(WORDS);
  }

  private List<String> read(String text) throws IOException {
    return listed(VotesFile.read(file(text), Comments.NONE, _ -> {}));
  }

  private Comments comments(String text) throws IOException {
    return CommentsFile.read(Files.writeString(folder.resolve("comments.csv"), text));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("votes.csv"), text);
  }

  /** Person, statement, vote: in the order of their ids. */
  private static List<String> listed(Votes votes) {
    var listed = new ArrayList<String>();
    for (int person = 0; person < votes.people(); person++) {
      int from = votes.start(person);
      for (int at = from; at < from + votes.size(person); at++) {
        listed.add(
            "%s %s %d"
                .formatted(
                    votes.personId(person),
                    votes.statementId(votes.statement(at)),
                    votes.code(at) - 1));
      }
    }
    Collections.sort(listed);
    return listed;
  }
}
