package nl.onderstroom.server.people;

import java.util.List;
import java.util.Map;
import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.access.Viewer;
import nl.onderstroom.server.roster.RosterCsv;
import nl.onderstroom.server.shell.Fact;
import nl.onderstroom.server.shell.Page;
import nl.onderstroom.server.shell.Screen;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who works here: the tree, and somebody found by name. */
@Controller
class PeoplePage {
  static final int MOST_FOUND = 50;
  private static final int SEARCH_CHARACTERS = 100;

  /**
   * @param search what was searched for; empty when nothing was
   * @param more whether more people were found than are shown
   */
  record View(
      List<Fact> facts, List<Branch> tree, String search, List<Found> found, boolean more) {}

  /** Somebody who was found. */
  record Found(Person person, String unit) {
    List<String> roleKeys() {
      return person.roles().stream().sorted().map(Role::wordsKey).toList();
    }
  }

  private final People people;

  PeoplePage(People people) {
    this.people = people;
  }

  @GetMapping("/people")
  Screen show(
      Page page, Viewer viewer, @RequestParam(name = "name", defaultValue = "") String given) {
    viewer.mustBe(Role.PROGRAMME_LEAD, Role.ADMINISTRATOR);
    List<Unit> units = people.listUnits();
    List<Branch> tree = Branch.grow(units, people.headCounts(), people.listLeads());
    String search = given.strip();
    search = search.substring(0, Math.min(SEARCH_CHARACTERS, search.length()));
    List<Person> found = search.isEmpty() ? List.of() : people.search(search, MOST_FOUND + 1);
    Map<UnitId, String> paths = Branch.paths(units);
    return page.screen(
        "people/people",
        new View(
            facts(page, tree, units),
            tree,
            search,
            found.stream()
                .limit(MOST_FOUND)
                .map(each -> new Found(each, paths.getOrDefault(each.unit(), "")))
                .toList(),
            found.size() > MOST_FOUND));
  }

  private List<Fact> facts(Page page, List<Branch> tree, List<Unit> units) {
    int heads = tree.stream().mapToInt(Branch::people).sum();
    return List.of(
        new Fact(page.number(heads, 0), page.say("people.count.people")),
        new Fact(page.number(units.size(), 0), page.say("people.count.units")),
        new Fact(page.number(people.countWithRole(), 0), page.say("people.count.roles")));
  }

  /** A small roster to look at and to fill in, in the reader's language. */
  @GetMapping("/people/example.csv")
  ResponseEntity<byte[]> example(Page page, Viewer viewer) {
    viewer.mustBe(Role.PROGRAMME_LEAD, Role.ADMINISTRATOR);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .header("Content-Disposition", "attachment; filename=\"example.csv\"")
        .body(RosterCsv.example(page.locale()));
  }
}
