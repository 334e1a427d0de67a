package nl.onderstroom.server.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nl.onderstroom.server.database.PrivateFile;
import nl.onderstroom.server.database.SealingKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a ballot box keeps, and what its file tells to whoever has it. */
class BallotBoxTest {
  private static final int PEOPLE = 40;
  private static final int QUESTIONS = 12;
  private static final int SLOT = SealedSlips.slotBytes(QUESTIONS);

  @TempDir private Path folder;
  private Path file;
  private Path key;

  @BeforeEach
  void name() {
    file = folder.resolve("round-7.box");
    key = folder.resolve("round-7.key");
  }

  private SealedSlips open(Path box) throws IOException {
    return SealedSlips.open(box, key, PEOPLE, SLOT);
  }

  private static Slip slip(long who, long counter, long answer) {
    return new Slip(
        new Serial(who, 0, 0, 0), 1, counter, new Sheet(Collections.nCopies(QUESTIONS, answer)));
  }

  private static Slip withdrawn(long who, long counter) {
    return new Slip(new Serial(who, 0, 0, 0), 1, counter, null);
  }

  private static Outcome put(SealedSlips slips, Slip slip) throws IOException {
    return slips.write(List.of(slip)).getFirst();
  }

  private List<Slip> reopened(byte[] content, Path keyFile) throws IOException {
    Path copy = folder.resolve("copy.box");
    Files.write(copy, content);
    try (SealedSlips slips = SealedSlips.open(copy, keyFile, PEOPLE, SLOT)) {
      return LongStream.rangeClosed(1, PEOPLE)
          .mapToObj(who -> slips.find(new Serial(who, 0, 0, 0)))
          .flatMap(Optional::stream)
          .toList();
    }
  }

  @Test
  void whatWasTakenIsThereAfterACrash() throws IOException {
    SealedSlips slips = open(file);
    for (int who = 1; who <= PEOPLE; who++) {
      assertThat(put(slips, slip(who, 1, who))).isEqualTo(new Outcome.Counted(1));
    }
    assertThat(reopened(Files.readAllBytes(file), key))
        .isEqualTo(LongStream.rangeClosed(1, PEOPLE).mapToObj(who -> slip(who, 1, who)).toList());
  }

  @Test
  void whereACrashCutsAChangeShortEitherTheOldOrTheNewSheetIsThere() throws IOException {
    SealedSlips slips = open(file);
    put(slips, slip(1, 1, 3));
    byte[] before = Files.readAllBytes(file);
    put(slips, slip(1, 2, 5));
    byte[] after = Files.readAllBytes(file);
    List<Integer> changed =
        IntStream.range(0, after.length / SLOT)
            .filter(slot -> !same(before, after, slot))
            .boxed()
            .toList();
    assertThat(changed).as("the slot of the new and that of the old").hasSize(2);
    for (int first : changed) {
      int last = changed.get(0) == first ? changed.get(1) : changed.get(0);
      if (reopened(torn(before, after, first, SLOT), key).contains(slip(1, 2, 5))) {
        for (int cut = 0; cut <= SLOT; cut += cut < SLOT - 8 ? 7 : 1) {
          byte[] writing = torn(before, after, first, cut);
          assertThat(reopened(writing, key))
              .as("%d bytes of the new are written", cut)
              .containsExactly(cut < SLOT ? slip(1, 1, 3) : slip(1, 2, 5));
          byte[] wiping = torn(torn(before, after, first, SLOT), after, last, cut);
          assertThat(reopened(wiping, key))
              .as("%d bytes of the old are wiped", cut)
              .containsExactly(slip(1, 2, 5));
        }
      }
    }
  }

  private static boolean same(byte[] one, byte[] other, int slot) {
    int from = slot * SLOT;
    return Arrays.equals(one, from, from + SLOT, other, from, from + SLOT);
  }

  /** {@code before} with the first bytes of this slot as they are after. */
  private static byte[] torn(byte[] before, byte[] after, int slot, int bytes) {
    byte[] torn = before.clone();
    System.arraycopy(after, slot * SLOT, torn, slot * SLOT, bytes);
    return torn;
  }

  @Test
  void aCopyThatWasCutOffStillOpens() throws IOException {
    SealedSlips slips = open(file);
    for (int who = 1; who <= PEOPLE; who++) {
      put(slips, slip(who, 1, who));
    }
    byte[] whole = Files.readAllBytes(file);
    for (int bytes : new int[] {0, 1, SLOT - 1, SLOT, 10 * SLOT + 7, whole.length - 1}) {
      assertThat(reopened(Arrays.copyOf(whole, bytes), key))
          .as("%d bytes", bytes)
          .hasSizeLessThanOrEqualTo(Math.min(PEOPLE, bytes / SLOT))
          .allSatisfy(each ->
              assertThat(each).isEqualTo(slip(each.serial().first(), 1, each.serial().first())));
    }
  }

  @Test
  void ofOneBallotTheNextCounterCountsAndNoOther() throws IOException {
    SealedSlips slips = open(file);
    assertThat(put(slips, slip(1, 1, 2))).isEqualTo(new Outcome.Counted(1));
    assertThat(put(slips, slip(1, 1, 3))).isEqualTo(new Outcome.Stale(1));
    assertThat(put(slips, slip(1, (1L << 53) - 1, 3)))
        .as("from where the owner could never go on")
        .isEqualTo(new Outcome.Stale(1));
    assertThat(put(slips, slip(1, 3, 3))).isEqualTo(new Outcome.Stale(1));
    assertThat(put(slips, slip(1, 2, 4))).isEqualTo(new Outcome.Counted(2));
    assertThat(slips.sheets().get(1)).containsExactly((Sheet) slip(1, 2, 4).content());
  }

  @Test
  void whenTheDiskFailsThatIsUnsureOnceAndNothingIsTakenAfterwards() throws IOException {
    SealedSlips slips = open(file);
    try (var box = new BallotBox(slips)) {
      assertThat(box.put(slip(1, 1, 3))).contains(new Outcome.Counted(1));
      slips.close();
      assertThat(box.put(slip(2, 1, 3))).contains(Outcome.Nothing.UNSURE);
      assertThat(box.put(slip(3, 1, 3))).contains(Outcome.Nothing.BUSY);
      assertThat(box.look(new Serial(1, 0, 0, 0))).contains(slip(1, 1, 3).told());
    }
  }

  @Test
  void whatWasTakenBackStaysAwayAlsoWhenAnOlderCopyIsPlayedBack() throws IOException {
    SealedSlips slips = open(file);
    put(slips, slip(1, 1, 2));
    assertThat(put(slips, withdrawn(1, 2))).isEqualTo(new Outcome.Withdrawn(2));
    assertThat(put(slips, slip(1, 1, 2))).isEqualTo(new Outcome.Stale(2));
    assertThat(slips.sheets()).isEmpty();
    slips.close();
    SealedSlips again = open(file);
    assertThat(put(again, slip(1, 2, 2))).isEqualTo(new Outcome.Stale(2));
    assertThat(again.sheets()).isEmpty();
    assertThat(put(again, slip(1, 3, 4)))
        .as("thought better of it")
        .isEqualTo(new Outcome.Counted(3));
  }

  @Test
  void everybodyCanChangeTheirAnswersOverAndOver() throws IOException {
    SealedSlips slips = open(file);
    for (int counter = 1; counter <= 5; counter++) {
      for (int who = 1; who <= PEOPLE; who++) {
        put(slips, slip(who, counter, counter));
      }
    }
    assertThat(slips.sheets().get(1))
        .hasSize(PEOPLE)
        .allSatisfy(sheet -> assertThat(sheet.answers()).containsOnly(5L));
    assertThat(Files.size(file)).isEqualTo((long) SealedSlips.slotCount(PEOPLE) * SLOT);
  }

  @Test
  void whereASheetLiesSaysNothingOfWhenItCame() throws IOException {
    double sum = 0;
    int boxes = 25;
    for (int i = 0; i < boxes; i++) {
      Path box = folder.resolve("box-" + i);
      try (SealedSlips slips = open(box)) {
        for (int who = 1; who <= PEOPLE; who++) {
          put(slips, slip(who, 1, 1));
        }
      }
      sum += rankCorrelation(arrivalsBySlot(box));
    }
    // Of one box it has a standard deviation of 1 / √(n − 1).
    double four = 4 / Math.sqrt((PEOPLE - 1) * (double) boxes);
    assertThat(sum / boxes).isBetween(-four, four);
  }

  /** In the middle of a change, so that there are two slips of a ballot to tidy up. */
  @Test
  void afterACrashTooWhereASheetLiesSaysNothingOfWhenItCame() throws IOException {
    double sum = 0;
    double sumAfterwards = 0;
    int boxes = 25;
    int half = PEOPLE / 2;
    for (int i = 0; i < boxes; i++) {
      Path crashed = folder.resolve("crashed-" + i);
      Files.write(crashed, crashedAfter(half, folder.resolve("box-" + i)));
      try (SealedSlips again = open(crashed)) {
        for (int who = half + 1; who <= PEOPLE; who++) {
          put(again, slip(who, 1, 1));
        }
      }
      List<Integer> arrivals = arrivalsBySlot(crashed);
      assertThat(arrivals).as("of each ballot one").hasSize(PEOPLE);
      sum += rankCorrelation(arrivals);
      sumAfterwards +=
          rankCorrelation(
              arrivals.stream().filter(who -> who > half).map(who -> who - half).toList());
    }
    double four = 4 / Math.sqrt((PEOPLE - 1) * (double) boxes);
    assertThat(sum / boxes).isBetween(-four, four);
    double fourAfterwards = 4 / Math.sqrt((PEOPLE - half - 1) * (double) boxes);
    assertThat(sumAfterwards / boxes).isBetween(-fourAfterwards, fourAfterwards);
  }

  /** The content of a box when the last of these had changed, and the old sheet was still there. */
  private byte[] crashedAfter(int people, Path box) throws IOException {
    try (SealedSlips slips = open(box)) {
      for (int who = 1; who <= people; who++) {
        put(slips, slip(who, 1, 1));
      }
      byte[] before = Files.readAllBytes(box);
      put(slips, slip(people, 2, 1));
      byte[] after = Files.readAllBytes(box);
      SealingKey opener = SealingKey.of(key);
      for (int slot = 0; slot < before.length / SLOT; slot++) {
        byte[] old = Arrays.copyOfRange(before, slot * SLOT, (slot + 1) * SLOT);
        if (!same(before, after, slot) && opener.open(slot, old).isPresent()) {
          System.arraycopy(old, 0, after, slot * SLOT, SLOT);
          return after;
        }
      }
      throw new AssertionError("no sheet was changed");
    }
  }

  /** The measure is not blind: slots that are filled from the first on would be found. */
  @Test
  void slotsFilledInOrderWouldBeFound() {
    assertThat(rankCorrelation(IntStream.rangeClosed(1, PEOPLE).boxed().toList())).isEqualTo(1);
  }

  private List<Integer> arrivalsBySlot(Path box) throws IOException {
    var arrivals = new ArrayList<Integer>();
    SealingKey opener = SealingKey.of(key);
    byte[] content = Files.readAllBytes(box);
    for (int slot = 0; slot < content.length / SLOT; slot++) {
      opener
          .open(slot, Arrays.copyOfRange(content, slot * SLOT, (slot + 1) * SLOT))
          .map(Slip::decoded)
          .ifPresent(slip -> arrivals.add((int) slip.serial().first()));
    }
    return arrivals;
  }

  /** Spearman's ρ between place and arrival. */
  private static double rankCorrelation(List<Integer> arrivals) {
    int n = arrivals.size();
    double squares = 0;
    for (int i = 0; i < n; i++) {
      squares += Math.pow(arrivals.get(i) - (i + 1), 2);
    }
    return 1 - 6 * squares / (n * ((double) n * n - 1));
  }

  @Test
  void withoutTheKeyAFullBoxLooksLikeAnEmptyOne() throws IOException {
    SealedSlips slips = open(file);
    long empty = Files.size(file);
    assertThat(unevenness(Files.readAllBytes(file))).isLessThan(400);
    for (int who = 1; who <= PEOPLE; who++) {
      put(slips, slip(who, 1, 1));
    }
    assertThat(Files.size(file)).isEqualTo(empty);
    assertThat(unevenness(Files.readAllBytes(file))).isLessThan(400);
    assertThat(unevenness(slip(1, 1, 1).encoded(SLOT))).as("in the clear").isGreaterThan(400);
  }

  /** χ² of the bytes against all being as frequent; 255 ± 23 for noise. */
  private static double unevenness(byte[] bytes) {
    var counts = new int[256];
    for (byte each : bytes) {
      counts[each & 0xff]++;
    }
    double expected = bytes.length / 256.0;
    return Arrays.stream(counts).mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
  }

  @Test
  void onceTheKeyIsDestroyedEveryCopyIsNoise() throws IOException {
    SealedSlips slips = open(file);
    put(slips, slip(1, 1, 3));
    byte[] backup = Files.readAllBytes(file);
    PrivateFile.destroy(key);
    assertThat(key).doesNotExist();
    assertThat(reopened(backup, anotherKey())).isEmpty();
  }

  private Path anotherKey() throws IOException {
    Path another = folder.resolve("another.key");
    SealingKey.of(another);
    return another;
  }

  @Test
  void aSheetThatIsCopiedToAnotherSlotDoesNotOpen() throws IOException {
    SealedSlips slips = open(file);
    put(slips, slip(1, 1, 3));
    byte[] content = Files.readAllBytes(file);
    byte[] moved = new byte[content.length];
    System.arraycopy(content, 0, moved, SLOT, content.length - SLOT);
    System.arraycopy(content, content.length - SLOT, moved, 0, SLOT);
    assertThat(reopened(moved, key)).isEmpty();
  }

  @Test
  void onlyItsOwnerReadsTheFilesAndTheirTimeIsAlwaysTheSame() throws IOException {
    SealedSlips slips = open(file);
    put(slips, slip(1, 1, 3));
    for (Path each : List.of(file, key)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
          .isEqualTo("rw-------");
    }
    assertThat(Files.getLastModifiedTime(file).toMillis()).isZero();
  }

  @Test
  void theLongestQuestionnaireFitsASlot() throws IOException {
    int most = 200;
    assertThat(SealedSlips.slotBytes(54)).isEqualTo(512);
    assertThat(SealedSlips.slotBytes(55)).isEqualTo(1024);
    var longest =
        new Slip(new Serial(1, 2, 3, 4), 1, 1, new Sheet(Collections.nCopies(most, 1L << 61)));
    try (SealedSlips slips = SealedSlips.open(file, key, PEOPLE, SealedSlips.slotBytes(most))) {
      put(slips, longest);
    }
    try (SealedSlips slips = SealedSlips.open(file, key, PEOPLE, SealedSlips.slotBytes(most))) {
      assertThat(slips.find(longest.serial())).contains(longest);
    }
  }

  @Test
  void theLongestWorryFitsASlotAndComesBackAsItWas() throws IOException {
    assertThat(SealedSlips.WORRY_SLOT_BYTES).isEqualTo(3 * 512);
    var serial = new Serial(1, 2, 3, 4);
    for (String text : List.of("€".repeat(400), "\uD83D\uDE42".repeat(200), "Eén\nregel lager")) {
      Path box = folder.resolve(text.codePointAt(0) + ".box");
      var slip = new Slip(serial, 0, 1, new Worry(text));
      try (var slips = SealedSlips.open(box, key, PEOPLE, SealedSlips.WORRY_SLOT_BYTES)) {
        put(slips, slip);
      }
      try (var slips = SealedSlips.open(box, key, PEOPLE, SealedSlips.WORRY_SLOT_BYTES)) {
        assertThat(slips.find(serial)).contains(slip);
        assertThat(slips.worries()).containsExactly(text);
      }
    }
  }

  @Test
  void aWorryIsNeitherEmptyNorLongAndHoldsNothingThatCannotBeSeen() {
    assertThat(new Worry("  een\u200b\u202e\tzorg\r\nen nog een \u0000").text())
        .isEqualTo("een   zorg\nen nog een");
    for (String text : List.of("", " \n ", "\u200b", "x".repeat(401))) {
      assertThatThrownBy(() -> new Worry(text)).hasMessageContaining("expected 1 to 400");
    }
  }

  @Test
  void howeverOftenAndAtOnceABallotIsReplayedItIsCountedOnce() throws Exception {
    try (var box = new BallotBox(open(file))) {
      Callable<Optional<Outcome>> replay = () -> box.put(slip(1, 1, 3));
      var counted = new AtomicInteger();
      try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
        for (Future<Optional<Outcome>> one : many.invokeAll(Collections.nCopies(1_000, replay))) {
          if (one.get().orElseThrow() instanceof Outcome.Counted) {
            counted.incrementAndGet();
          } else {
            assertThat(one.get()).contains(new Outcome.Stale(1));
          }
        }
      }
      assertThat(counted).hasValue(1);
      box.end(slips -> assertThat(slips.sheets().get(1)).hasSize(1));
    }
  }

  @Test
  void whatWasAcknowledgedWhileTheBoxEndedIsHandedOver() throws Exception {
    var box = new BallotBox(open(file));
    var handedOver = new AtomicInteger();
    long acknowledged = 0;
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Optional<Outcome>>> going =
          LongStream.rangeClosed(1, PEOPLE)
              .mapToObj(who -> many.submit(() -> box.put(slip(who, 1, 3))))
              .toList();
      going.get(PEOPLE / 4).get();
      box.end(slips -> handedOver.set(slips.sheets().getOrDefault(1, List.of()).size()));
      for (Future<Optional<Outcome>> one : going) {
        acknowledged += one.get().isPresent() ? 1 : 0;
      }
    }
    assertThat(acknowledged).isPositive();
    assertThat(handedOver).hasValue((int) acknowledged);
    assertThat(box.put(slip(1, 9, 3))).isEmpty();
    assertThat(box.look(new Serial(1, 0, 0, 0))).isEmpty();
    // Whoever destroys what was handed over must know that it was.
    assertThat(box.end(slips -> handedOver.set(-1))).isFalse();
    assertThat(handedOver).hasValue((int) acknowledged);
  }

  @Test
  void aBoxWhoseKeyIsGoneIsNotTakenForAnEmptyOne() throws IOException {
    open(file).close();
    Files.delete(key);
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("key");
    assertThat(file).exists();
  }
}
