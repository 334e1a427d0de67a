package nl.onderstroom.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import nl.onderstroom.server.database.SealingKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wherever somebody leaves ballots in an order, the attacker finds it. */
class DiskTest {
  private static final int BALLOTS = 10;
  private static final int SLOT_BYTES = 512;

  @TempDir Path folder = Path.of(".");

  private final List<Sent> sent = IntStream.range(0, BALLOTS).mapToObj(i -> sent(i)).toList();

  private static Sent sent(int i) {
    return new Sent(
        i,
        1,
        any(i, 0),
        0,
        0,
        List.of(any(i, 1), any(i, 2)),
        "%08d is wat ik schrijf".formatted(i));
  }

  private static byte[] any(int i, int kind) {
    return Sent.serial(new byte[] {(byte) i, (byte) kind});
  }

  @Test
  void asBytes() throws IOException {
    ByteBuffer file = ByteBuffer.allocate(2_000);
    sent.forEach(each -> file.put(each.serial()).putInt(7));
    Files.write(folder.resolve("16384"), file.array());
    assertThat(order("16384")).isSorted().hasSize(BALLOTS);
  }

  @Test
  void asTextOfEachKind() throws IOException {
    for (var kind :
        List.<java.util.function.Function<byte[], String>>of(
            HexFormat.of()::formatHex,
            HexFormat.of().withUpperCase()::formatHex,
            Base64.getEncoder()::encodeToString,
            Base64.getUrlEncoder().withoutPadding()::encodeToString)) {
      Files.write(
          folder.resolve("server.log"),
          sent.stream().map(each -> "Ballot " + kind.apply(each.serial())).toList());
      assertThat(order("server.log")).isSorted().hasSize(BALLOTS);
    }
  }

  /** A body in a log, or a ballot that is kept, tells as much as what the server knows it by. */
  @Test
  void byItsMessageItsSignatureOrWhatWasWritten() throws IOException {
    for (int kind = 0; kind < 3; kind++) {
      int part = kind;
      Files.write(
          folder.resolve("server.log"),
          sent.stream()
              .map(each ->
                  part == 2
                      ? each.text()
                      : "{\"is\":\""
                          + Base64.getUrlEncoder().encodeToString(each.ballot().get(part))
                          + "\"}")
              .toList());
      assertThat(order("server.log")).isSorted().hasSize(BALLOTS);
    }
  }

  @Test
  void alsoWhereAShuffledCopyComesFirst() throws IOException {
    ByteBuffer file = ByteBuffer.allocate(2_000);
    List<Sent> shuffled = new ArrayList<>(sent);
    Collections.shuffle(shuffled, new Random(7));
    shuffled.forEach(each -> file.put(each.serial()));
    sent.forEach(each -> file.put(each.serial()));
    Files.write(folder.resolve("16384"), file.array());
    assertThat(order("16384")).isNotEqualTo(order("16384, last"));
    assertThat(order("16384, last")).isSorted().hasSize(BALLOTS);
  }

  @Test
  void overTheFilesOfTheWriteAheadLog() throws IOException {
    Files.createDirectories(folder.resolve("pg_wal"));
    for (int i = 0; i < BALLOTS; i++) {
      Files.write(folder.resolve("pg_wal").resolve("0000000" + i), sent.get(i).serial());
    }
    assertThat(order("write-ahead log")).isSorted().hasSize(BALLOTS);
  }

  @Test
  void asFilesThatWereWrittenOneAfterTheOther() throws IOException {
    for (int i = 0; i < BALLOTS; i++) {
      Path file = folder.resolve(HexFormat.of().formatHex(sent.get(i).serial()));
      Files.createFile(file);
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000 + 60_000L * i));
    }
    assertThat(order("times of files")).isSorted().hasSize(BALLOTS);
  }

  @Test
  void inTheSlotsOfABallotBox() throws IOException {
    SealingKey key = SealingKey.of(folder.resolve("round-7.key"));
    ByteBuffer box = ByteBuffer.allocate(2 * BALLOTS * SLOT_BYTES);
    for (int i = 0; i < BALLOTS; i++) {
      byte[] slip = new byte[SLOT_BYTES - SealingKey.OVERHEAD];
      System.arraycopy(sent.get(i).serial(), 0, slip, 1, sent.get(i).serial().length);
      box.put(key.seal(i, slip));
    }
    Files.write(folder.resolve("round-7.box"), box.array());
    assertThat(order(Disk.BOX)).isSorted().hasSize(BALLOTS);
    assertThat(OpenedBox.open(folder.resolve("round-7.box")).full()).isEqualTo(BALLOTS);
  }

  @Test
  void whatIsInACopyOfHalfWayIsToldFromWhatIsNot() {
    var half = new Trace.Builder("copy");
    List<Integer> mixed = new ArrayList<>(IntStream.range(0, BALLOTS).boxed().toList());
    mixed.subList(0, BALLOTS / 2).forEach(ballot -> half.found(ballot, 0));
    Collections.shuffle(mixed, new Random(7));
    assertThat(
            half.build()
                .findFirst()
                .orElseThrow()
                .sorted(mixed, new Random(7))
                .subList(0, BALLOTS / 2))
        .containsExactlyInAnyOrder(0, 1, 2, 3, 4);
  }

  /** Else a trace without any order would seem to tell everything. */
  @Test
  void whereThereIsNoOrderChanceDecides() {
    var same = new Trace.Builder("same");
    List<Integer> inTrueOrder = IntStream.range(0, BALLOTS).boxed().toList();
    inTrueOrder.forEach(ballot -> same.found(ballot, 7));
    Trace trace = same.build().findFirst().orElseThrow();
    assertThat(trace.sorted(inTrueOrder, new Random(7))).isNotEqualTo(inTrueOrder);
    assertThat(trace.tellsOf(inTrueOrder)).isFalse();
  }

  private List<Integer> order(String where) {
    return Disk.traces(folder, "", new Serials(sent)).stream()
        .filter(trace -> trace.where().equals(where))
        .findFirst()
        .map(trace -> trace.sorted(trace.places().keySet(), new Random(7)))
        .orElse(List.of());
  }
}
