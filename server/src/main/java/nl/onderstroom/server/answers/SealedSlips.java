package nl.onderstroom.server.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.onderstroom.server.database.SealingKey;

/**
 * The slips of one round, each sealed in a slot that chance chose: the file tells neither how many
 * there are nor in which order they came. Of one ballot there is one slip, that with the highest
 * counter. Anybody may read at any time; one thread writes.
 */
final class SealedSlips implements AutoCloseable {
  /** Most slips that are written in one go; there are at least this many free slots. */
  static final int MOST_AT_ONCE = 64;

  /** A sector of a disk: a slot begins and ends with one. */
  private static final int SECTOR_BYTES = 512;

  /** For a worry, however short it is: three sectors. */
  static final int WORRY_SLOT_BYTES = wholeSectors(Slip.WORRY_BYTES);

  private record Placed(int slot, Slip slip) {}

  private final SecureRandom random = new SecureRandom();
  private final Map<Serial, Placed> placed = new ConcurrentHashMap<>();
  private final List<Integer> free = new ArrayList<>();
  private final Slots slots;
  private final SealingKey key;
  private final int slipBytes;

  private SealedSlips(Slots slots, SealingKey key, int slipBytes) {
    this.slots = slots;
    this.key = key;
    this.slipBytes = slipBytes;
  }

  /**
   * @param box the file, and {@code key} that of its key; both made when they are not there
   * @param people most ballots there can be
   * @param slotBytes of {@link #slotBytes} or {@link #WORRY_SLOT_BYTES}
   * @throws IOException if a file cannot be used, or there is a box without its key
   */
  static SealedSlips open(Path box, Path key, int people, int slotBytes) throws IOException {
    if (Files.exists(box) && !Files.exists(key)) {
      throw new IOException("%s is there, but its key %s is not. Put it back.".formatted(box, key));
    }
    SealingKey opener = SealingKey.of(key);
    var slips =
        new SealedSlips(
            Slots.open(box, slotCount(people), slotBytes), opener, slotBytes - SealingKey.OVERHEAD);
    slips.recover();
    return slips;
  }

  /** A quarter more than people, so that chance has a choice for the last one too. */
  static int slotCount(int people) {
    return people + people / 4 + MOST_AT_ONCE;
  }

  /** As many whole sectors as the longest slip takes: one for up to 54 questions. */
  static int slotBytes(int questions) {
    return wholeSectors(Slip.bytes(questions));
  }

  private static int wholeSectors(int slipBytes) {
    int least = slipBytes + SealingKey.OVERHEAD;
    return (least + SECTOR_BYTES - 1) / SECTOR_BYTES * SECTOR_BYTES;
  }

  /** After a crash there may be two slips of a ballot; a slot that was half written is free. */
  private void recover() throws IOException {
    var stale = new ArrayList<Integer>();
    for (int slot = 0; slot < slots.count(); slot++) {
      Optional<Slip> found = key.open(slot, slots.read(slot)).map(Slip::decoded);
      if (found.isEmpty()) {
        free.add(slot);
        continue;
      }
      Placed here = new Placed(slot, found.get());
      Placed other = placed.putIfAbsent(here.slip().serial(), here);
      if (other != null) {
        boolean newer = here.slip().counter() > other.slip().counter();
        placed.put(here.slip().serial(), newer ? here : other);
        stale.add(newer ? other.slot() : slot);
      }
    }
    for (int slot : stale) {
      wipe(slot);
    }
  }

  Optional<Slip> find(Serial serial) {
    return Optional.ofNullable(placed.get(serial)).map(Placed::slip);
  }

  /** The sheets of each cohort that were not taken back. */
  Map<Integer, List<Sheet>> sheets() {
    var sheets = new HashMap<Integer, List<Sheet>>();
    for (Placed each : placed.values()) {
      if (each.slip().content() instanceof Sheet sheet) {
        sheets.computeIfAbsent(each.slip().cohort(), cohort -> new ArrayList<>()).add(sheet);
      }
    }
    return sheets;
  }

  /** The worries that were not taken back. */
  List<String> worries() {
    var worries = new ArrayList<String>();
    for (Placed each : placed.values()) {
      if (each.slip().content() instanceof Worry(String text)) {
        worries.add(text);
      }
    }
    return worries;
  }

  /**
   * Writes what has the next counter. When it returns, that is on disk.
   *
   * @param slips at most {@value #MOST_AT_ONCE}
   * @return what became of each, in their order
   * @throws IOException if that is not sure; nothing more must be written then
   */
  List<Outcome> write(List<Slip> slips) throws IOException {
    Map<Serial, Slip> newest = newest(slips);
    var old = new ArrayList<Integer>();
    var written = new HashMap<Serial, Placed>();
    for (Slip slip : shuffled(newest.values())) {
      int slot = takeFree();
      slots.write(slot, key.seal(slot, slip.encoded(slipBytes)));
      written.put(slip.serial(), new Placed(slot, slip));
    }
    if (!written.isEmpty()) {
      slots.force();
    }
    written.forEach((serial, place) -> {
      Placed before = placed.put(serial, place);
      if (before != null) {
        old.add(before.slot());
      }
    });
    for (int slot : old) {
      wipe(slot);
    }
    return slips.stream().map(slip -> outcome(slip, newest)).toList();
  }

  private Map<Serial, Slip> newest(List<Slip> slips) {
    var newest = new HashMap<Serial, Slip>();
    for (Slip slip : slips) {
      Slip known = newest.get(slip.serial());
      long counter = known == null ? counter(slip.serial()) : known.counter();
      if (slip.counter() == counter + 1) {
        newest.put(slip.serial(), slip);
      }
    }
    return newest;
  }

  private long counter(Serial serial) {
    return find(serial).map(Slip::counter).orElse(0L);
  }

  /** By identity: of two that are alike, one is counted. */
  @SuppressWarnings("ReferenceEquality")
  private Outcome outcome(Slip slip, Map<Serial, Slip> newest) {
    return newest.get(slip.serial()) == slip
        ? slip.taken()
        : new Outcome.Stale(counter(slip.serial()));
  }

  private List<Slip> shuffled(Collection<Slip> slips) {
    var shuffled = new ArrayList<>(slips);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private int takeFree() throws IOException {
    if (free.isEmpty()) {
      throw new IOException("No free slot; there are more ballots than people.");
    }
    Collections.swap(free, random.nextInt(free.size()), free.size() - 1);
    return free.removeLast();
  }

  /** Overwrites with random bytes; on disk with what is forced next. */
  private void wipe(int slot) throws IOException {
    slots.wipe(slot);
    free.add(slot);
  }

  /** Puts on disk what was wiped, and makes the file as young as if somebody had answered. */
  void touch() throws IOException {
    slots.force();
  }

  @Override
  public void close() throws IOException {
    slots.close();
  }
}
