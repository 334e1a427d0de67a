package nl.onderstroom.server.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.onderstroom.server.tabular.CsvRows;
import nl.onderstroom.server.tabular.FileKind;
import nl.onderstroom.server.tabular.Malformed;
import nl.onderstroom.server.tabular.TextSource;

/** Reads who is in which group: CSV with the columns {@code group} and {@code member}. */
final class GroupsFile {
  private static final String GROUP = "group";
  private static final String MEMBER = "member";
  private static final Set<String> KNOWN = Set.of(GROUP, MEMBER);
  private static final int MOST_ID = 200;

  private final List<Finding> findings = new ArrayList<>();
  private final Membership membership = new Membership();

  private GroupsFile() {}

  /**
   * @throws UnusableGroups with what is wrong and where
   * @throws IOException when it cannot be read
   */
  static Membership read(Path file) throws IOException {
    requireFile(file);
    TextSource source = TextSource.of(file);
    if (FileKind.of(source) != FileKind.TEXT) {
      throw new UnusableGroups(Finding.of(0, "", "file-workbook"));
    }
    try (CsvRows rows = CsvRows.open(source, heading -> KNOWN.contains(plain(heading)))) {
      var reading = new GroupsFile();
      reading.read(rows);
      return reading.membership;
    } catch (Malformed malformed) {
      throw new UnusableGroups(Finding.of(malformed));
    }
  }

  private static void requireFile(Path file) {
    String key =
        Files.isDirectory(file)
            ? "file-is-folder"
            : !Files.exists(file) ? "file-absent" : Files.isReadable(file) ? "" : "file-unreadable";
    if (!key.isEmpty()) {
      throw new UnusableGroups(Finding.of(0, "", key));
    }
  }

  private void read(CsvRows rows) throws IOException, Malformed {
    CsvRows.Row headings =
        rows.next().orElseThrow(() -> new UnusableGroups(Finding.of(0, "", "file-empty")));
    int group = column(headings, GROUP);
    int member = column(headings, MEMBER);
    for (var next = rows.next();
        next.isPresent() && findings.size() < UnusableGroups.MOST_FINDINGS;
        next = rows.next()) {
      CsvRows.Row row = next.get();
      if (row.cells().size() != headings.cells().size()) {
        findings.add(
            Finding.of(
                row.line(),
                Integer.toString(row.cells().size()),
                "cells",
                headings.cells().size()));
      } else {
        add(row, cell(row, group, GROUP), cell(row, member, MEMBER));
      }
    }
    if (findings.isEmpty() && membership.isEmpty()) {
      findings.add(Finding.of(0, "", "some-rows"));
    }
    if (!findings.isEmpty()) {
      throw new UnusableGroups(findings);
    }
  }

  private static int column(CsvRows.Row headings, String name) {
    List<String> plain = headings.cells().stream().map(GroupsFile::plain).toList();
    int first = plain.indexOf(name);
    if (first < 0 || first != plain.lastIndexOf(name)) {
      throw new UnusableGroups(
          Finding.of(headings.line(), String.join(", ", plain), "heading", name));
    }
    return first;
  }

  private static String plain(String heading) {
    return heading.strip().toLowerCase(Locale.ROOT);
  }

  /** The name in a cell; when it is none, that is noted and the answer is empty. */
  private String cell(CsvRows.Row row, int column, String name) {
    String cell = row.cells().get(column).strip();
    if (cell.isEmpty() || cell.length() > MOST_ID) {
      String key = cell.isEmpty() ? name + "-blank" : "length";
      findings.add(new Finding(row.line(), name, cell, key, List.of(MOST_ID)));
      return "";
    }
    return cell;
  }

  private void add(CsvRows.Row row, String group, String member) {
    if (group.isEmpty() || member.isEmpty()) {
      return;
    }
    int earlier = membership.add(group, member, row.line());
    if (earlier > 0) {
      findings.add(
          new Finding(
              row.line(), MEMBER, member, "once", List.of(group, Integer.toString(earlier))));
    }
    if (membership.isTooLarge()) {
      findings.add(
          Finding.of(
              row.line(),
              "",
              "size",
              Membership.MOST_GROUPS,
              Membership.MOST_PEOPLE,
              Membership.MOST_ROWS));
      throw new UnusableGroups(findings);
    }
  }
}
