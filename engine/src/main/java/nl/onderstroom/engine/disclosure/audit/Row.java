package nl.onderstroom.engine.disclosure.audit;

import java.util.Arrays;

/**
 * A sparse row modulo {@link PrimeField#PRIME}: first its atoms, then, from {@code atoms} on, the
 * groups that it is made of.
 *
 * @param places ascending
 * @param values none is 0
 */
record Row(int[] places, long[] values) {
  int pivot() {
    return places[0];
  }

  /** 0 where it has nothing. */
  long at(int place) {
    int found = Arrays.binarySearch(places, place);
    return found < 0 ? 0 : values[found];
  }

  /** How many of its places are below {@code atoms}. */
  int atoms(int atoms) {
    int found = Arrays.binarySearch(places, atoms);
    return found < 0 ? -found - 1 : found;
  }
}
