package nl.onderstroom.server.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.onderstroom.server.database.SealingKey;

/** A ballot box, opened with its key: what lies in each slot, by its number. */
record OpenedBox(List<byte[]> slots) {
  static final String BOX = ".box";

  private static final String KEY = ".key";
  private static final int SECTOR_BYTES = 512;
  private static final int MOST_SECTORS = 8;

  /**
   * A slot has some whole sectors: as many as let something be opened.
   *
   * @param box a file beside which lies its key
   */
  static OpenedBox open(Path box) throws IOException {
    SealingKey key = SealingKey.of(Path.of(box.toString().replace(BOX, KEY)));
    byte[] sealed = Files.readAllBytes(box);
    var opened = new OpenedBox(List.of());
    for (int sectors = 1; sectors <= MOST_SECTORS && opened.full() == 0; sectors++) {
      opened = open(key, sealed, sectors * SECTOR_BYTES);
    }
    return opened;
  }

  private static OpenedBox open(SealingKey key, byte[] sealed, int slotBytes) {
    var slots = new ArrayList<byte[]>();
    for (int slot = 0; (slot + 1) * slotBytes <= sealed.length; slot++) {
      byte[] one = Arrays.copyOfRange(sealed, slot * slotBytes, (slot + 1) * slotBytes);
      slots.add(key.open(slot, one).orElse(new byte[0]));
    }
    return new OpenedBox(slots);
  }

  /** How many slots are not free. */
  long full() {
    return slots.stream().filter(slip -> slip.length > 0).count();
  }

  /** The number of its slot is the place of each ballot. */
  void find(Serials serials, Trace.Builder into) {
    for (int slot = 0; slot < slots.size(); slot++) {
      int place = slot;
      serials.find(slots.get(slot), 0, (ballot, within) -> into.found(ballot, place));
    }
  }
}
