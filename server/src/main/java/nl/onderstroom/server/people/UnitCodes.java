package nl.onderstroom.server.people;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import nl.onderstroom.server.roster.UnitPath;

/**
 * Gives new units their code: the path in plain letters, {@code oeverman-pompen/gorinchem/montage}.
 * The same path gives the same code again, unless another unit has it.
 */
final class UnitCodes {
  static final int MOST_CHARACTERS = 200;

  /** Leaves room for a number that tells two alike apart. */
  private static final int MOST_OF_PATH = MOST_CHARACTERS - 6;

  private final Set<String> taken;

  UnitCodes(Collection<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  String give(UnitPath path) {
    String plain = plain(path);
    String code = plain;
    for (int number = 2; !taken.add(code); number++) {
      code = plain + "-" + number;
    }
    return code;
  }

  /** Of a long path the end, which tells most. */
  private static String plain(UnitPath path) {
    String letters =
        Normalizer.normalize(path.text(), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replace(UnitPath.SEPARATOR, "\n")
            .replaceAll("[^\\p{L}\\p{N}\n]+", "-")
            .replaceAll("(?m)^-|-$", "")
            .replace('\n', '/');
    String end = letters.substring(Math.max(0, letters.length() - MOST_OF_PATH));
    return end.isEmpty() ? "unit" : end;
  }
}
