package nl.onderstroom.server.landscape;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.onderstroom.server.tabular.CsvRows;
import nl.onderstroom.server.tabular.Malformed;

/**
 * Which column is which, by name, in any order and whatever stands beside them.
 *
 * @param separator between cells
 * @param names as they stand there
 */
record Headings(Path file, char separator, List<String> names) {
  Headings {
    names = List.copyOf(names);
  }

  /** Reads the first row of a file just opened. */
  static Headings of(Path file, CsvRows rows) throws Malformed, IOException {
    CsvRows.Row first =
        rows.next().orElseThrow(() -> new UnusableVotes(Finding.of(file, 0, "", "file-empty")));
    return new Headings(file, rows.separator(), first.cells());
  }

  static boolean is(Set<String> known, String heading) {
    return known.contains(plain(heading));
  }

  /** Place of the column, from 0. */
  int get(String name) {
    return find(name)
        .orElseThrow(() -> {
          String found = String.join(", ", names.stream().map(String::strip).toList());
          return new UnusableVotes(
              new Finding(file, 1, 0, "", "", "heading", List.of(name, cut(found))));
        });
  }

  Optional<Integer> find(String name) {
    var found = new ArrayList<Integer>();
    for (int at = 0; at < names.size(); at++) {
      if (plain(names.get(at)).equals(name)) {
        found.add(at);
      }
    }
    if (found.size() > 1) {
      throw new UnusableVotes(
          new Finding(
              file, 1, found.get(1) + 1, name, name, "heading-once", List.of(found.get(0) + 1)));
    }
    return found.stream().findFirst();
  }

  int count() {
    return names.size();
  }

  private static String plain(String heading) {
    return heading.strip().toLowerCase(Locale.ROOT);
  }

  private static String cut(String names) {
    return names.length() <= 200 ? names : names.substring(0, 200) + "…";
  }
}
