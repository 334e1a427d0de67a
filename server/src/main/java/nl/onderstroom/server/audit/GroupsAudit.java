package nl.onderstroom.server.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.onderstroom.engine.disclosure.audit.Audit;
import nl.onderstroom.engine.disclosure.audit.Groups;
import nl.onderstroom.engine.disclosure.audit.Repair;
import nl.onderstroom.server.shell.Languages;
import nl.onderstroom.server.shell.Words;

/** The audit of a file of groups, written to a folder. Needs no server. */
public final class GroupsAudit {
  private final Words words;

  /**
   * @param language of messages
   */
  public GroupsAudit(Locale language) {
    this.words = Languages.withoutServer().words(language);
  }

  /** A file that cannot be used; the message says where, and what was expected. */
  public static final class UnusableFile extends Exception {
    private static final long serialVersionUID = 1;

    UnusableFile(String message) {
      super(message);
    }
  }

  /**
   * @param k fewest people about whom something may be known
   * @param colluders people who tell their own answers to each other
   * @param repair whether to look for groups to withhold
   */
  public record Request(Path groups, Path out, int k, int colluders, boolean repair) {}

  /**
   * Writes {@code audit.json}, wholly or not at all.
   *
   * @return what was found, in a sentence or two
   */
  public String write(Request request) throws UnusableFile {
    Membership membership = read(request.groups());
    Groups groups = membership.groups();
    Audit audit = Audit.of(groups, request.k(), request.colluders(), Audit.USUAL_WORK);
    Optional<Repair> repair =
        request.repair()
            ? Optional.of(Repair.of(groups, request.k(), request.colluders(), Audit.USUAL_WORK))
            : Optional.empty();
    put(
        request.out(),
        AuditJson.write(membership, groups.size(), request.colluders(), audit, repair));
    return said(audit, groups, repair);
  }

  private Membership read(Path file) throws UnusableFile {
    try {
      return GroupsFile.read(file);
    } catch (UnusableGroups e) {
      throw new UnusableFile(
          e.findings().stream()
              .map(finding -> finding.sentence(words, file))
              .collect(Collectors.joining("\n")));
    } catch (IOException e) {
      throw new UnusableFile(words.say("audit.cannot-read", file.toString(), e.toString()));
    }
  }

  private String said(Audit audit, Groups groups, Optional<Repair> repair) {
    String found =
        !audit.isComplete()
            ? words.say("audit.open", audit.exposed().size())
            : audit.isSafe()
                ? words.say("audit.safe", groups.size(), audit.k())
                : words.say(
                    "audit.unsafe", audit.exposed().size(), audit.k(), audit.alone().size());
    return repair.map(done -> found + " " + said(done)).orElse(found);
  }

  private String said(Repair repair) {
    int groups = repair.withheld().size();
    if (!repair.remaining().isSafe()) {
      return words.say("audit.not-repaired", groups);
    }
    String repaired = words.say("audit.repaired", groups);
    return groups == 0 ? repaired : repaired + " " + words.say("audit.lost", repair.people());
  }

  private void put(Path folder, String json) throws UnusableFile {
    try {
      Files.createDirectories(folder);
      Path draft = Files.createTempFile(folder, ".audit", ".tmp");
      try {
        Files.write(draft, json.getBytes(StandardCharsets.UTF_8));
        Files.move(
            draft,
            folder.resolve("audit.json"),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new UnusableFile(words.say("audit.cannot-write", folder.toString(), e.toString()));
    }
  }
}
