package nl.onderstroom.server.people;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import nl.onderstroom.server.database.PeopleDatabase;
import nl.onderstroom.server.roster.Roster;
import nl.onderstroom.server.roster.RosterProblems;
import nl.onderstroom.server.roster.RosterReader;
import nl.onderstroom.server.roster.RosterReading;
import nl.onderstroom.server.shell.Languages;
import nl.onderstroom.server.shell.Refusal;
import nl.onderstroom.server.shell.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The one door by which people come in: a roster file, previewed first or applied at once. */
@Component
public class RosterImport {
  private final PeopleDatabase database;
  private final RosterStore store;
  private final PendingImports pending;
  private final Languages languages;

  RosterImport(
      PeopleDatabase database, RosterStore store, PendingImports pending, Languages languages) {
    this.database = database;
    this.store = store;
    this.pending = pending;
    this.languages = languages;
  }

  /** How many units and people there are after an import. */
  public record Outcome(int units, int people) {}

  /**
   * What a pending import would change.
   *
   * @param stale whether the stored roster was replaced since the file was sent
   * @param storedPaths the path of every stored unit
   */
  record Preview(Roster roster, RosterPlan plan, boolean stale, Map<UnitId, String> storedPaths) {}

  /**
   * Reads the file and puts it in the place of the stored roster: all of it or nothing.
   *
   * @param name of the file, for the message when it is refused
   * @throws UnreadableRoster when something is wrong with the file
   * @throws IOException when it can't be read or copied to the disk
   */
  public Outcome apply(InputStream file, String name) throws IOException {
    Path copy = Files.createTempFile("roster", "");
    try {
      // One byte more than is accepted, so that a longer file is seen to be too long.
      Files.write(copy, file.readNBytes((RosterReader.MOST_MEBIBYTES << 20) + 1));
      return apply(copy, name);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /** As {@link #apply(InputStream, String)}. */
  public Outcome apply(Path file, String name) throws IOException {
    Words words = languages.words(Languages.DUTCH);
    return switch (reader(words).read(file)) {
      case Roster roster -> apply(roster);
      case RosterProblems problems ->
          throw new UnreadableRoster(name, problems, languages.words(Locale.ENGLISH));
    };
  }

  private static RosterReader reader(Words words) {
    return new RosterReader(words.say("people.whole-organisation"));
  }

  private Outcome apply(Roster roster) {
    return database.inTransaction(() -> {
      store.hold();
      return replace(roster);
    });
  }

  private Outcome replace(Roster roster) {
    store.apply(RosterPlan.of(store.read(), roster));
    return new Outcome(roster.units().size(), roster.people().size());
  }

  /**
   * @param words in which the whole organisation is named, should the file not name it
   */
  RosterReading read(Path file, Words words) throws IOException {
    return reader(words).read(file);
  }

  /** Keeps the roster until somebody has looked at what it changes. */
  ImportId keep(Roster roster) {
    return pending.add(roster, store.version());
  }

  /**
   * @throws Refusal 404 when it was applied, cancelled or is too old
   */
  Preview preview(ImportId id) {
    PendingImports.Pending found = get(id);
    StoredRoster stored = store.read();
    return new Preview(
        found.roster(),
        RosterPlan.of(stored, found.roster()),
        found.version() != store.version(),
        Branch.paths(stored.units()));
  }

  /**
   * Puts the pending roster in the place of the stored one, once.
   *
   * @throws Refusal 404 when it was applied, cancelled or is too old; 409 when the stored roster is
   *     not the one it was compared with
   */
  Outcome apply(ImportId id) {
    return database.inTransaction(() -> {
      long version = store.hold();
      PendingImports.Pending found = get(id);
      if (found.version() != version) {
        throw new Refusal(HttpStatus.CONFLICT, "people.import-stale");
      }
      pending.remove(id);
      return replace(found.roster());
    });
  }

  /**
   * @throws Refusal 404 when it was applied, cancelled or is too old
   */
  void cancel(ImportId id) {
    if (!pending.remove(id)) {
      throw gone();
    }
  }

  private PendingImports.Pending get(ImportId id) {
    return pending.find(id).orElseThrow(RosterImport::gone);
  }

  private static Refusal gone() {
    return new Refusal(HttpStatus.NOT_FOUND, "people.import-gone");
  }
}
