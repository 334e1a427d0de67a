package nl.onderstroom.server.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.access.Viewer;
import nl.onderstroom.server.roster.Column;
import nl.onderstroom.server.roster.Roster;
import nl.onderstroom.server.roster.RosterProblems;
import nl.onderstroom.server.roster.RosterReader;
import nl.onderstroom.server.roster.RosterReading;
import nl.onderstroom.server.shell.Notices;
import nl.onderstroom.server.shell.Page;
import nl.onderstroom.server.shell.Problem;
import nl.onderstroom.server.shell.Screen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A roster file is sent, looked at, and applied or thrown away. */
@Controller
class ImportPages {
  /** What the page about the file needs to know. */
  record NewView(int mostMebibytes, List<Explained> columns) {
    static final NewView STANDARD =
        new NewView(
            RosterReader.MOST_MEBIBYTES,
            List.of(
                new Explained(Column.NUMBER, "people.new.number"),
                new Explained(Column.NAME, "people.new.name"),
                new Explained(Column.UNIT, "people.new.unit"),
                new Explained(Column.PARENT, "people.new.parent"),
                new Explained(Column.EMAIL, "people.new.email"),
                new Explained(Column.LEAD, "people.new.lead-column"),
                new Explained(Column.ROLES, "people.new.roles"),
                new Explained(Column.SITE, "people.new.site"),
                new Explained(Column.ROLE_FAMILY, "people.new.role-family"),
                new Explained(Column.TENURE, "people.new.tenure")));
  }

  /** A column and what is in it. */
  record Explained(Column column, String meaningKey) {}

  /**
   * @param more how many problems there are beside those shown
   */
  record ProblemsView(List<Problem> problems, int more) {}

  private final RosterImport imports;

  ImportPages(RosterImport imports) {
    this.imports = imports;
  }

  @GetMapping("/people/imports/new")
  Screen blank(Page page, Viewer viewer) {
    viewer.mustBe(Role.PROGRAMME_LEAD, Role.ADMINISTRATOR);
    return page.screen("people/new", NewView.STANDARD);
  }

  @PostMapping("/people/imports")
  Object send(
      Page page,
      Viewer viewer,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
      throws IOException {
    viewer.mustBe(Role.PROGRAMME_LEAD, Role.ADMINISTRATOR);
    return switch (read(page, file)) {
      case Roster roster -> "redirect:/people/imports/" + imports.keep(roster);
      case RosterProblems problems ->
          page.screen(HttpStatus.UNPROCESSABLE_CONTENT, "people/problems", view(page, problems));
    };
  }

  private RosterReading read(Page page, @Nullable MultipartFile file) throws IOException {
    Path copy = Files.createTempFile("roster", "");
    try {
      if (file != null) {
        file.transferTo(copy);
      }
      return imports.read(copy, page.words());
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private static ProblemsView view(Page page, RosterProblems problems) {
    return new ProblemsView(
        problems.first().stream().map(problem -> problem.inWords(page.words())).toList(),
        problems.more());
  }

  @GetMapping("/people/imports/{id}")
  Screen preview(Page page, Viewer viewer, @PathVariable long id) {
    viewer.mustBe(Role.PROGRAMME_LEAD, Role.ADMINISTRATOR);
    var pending = new ImportId(id);
    return page.screen("people/preview", PreviewView.of(page, pending, imports.preview(pending)));
  }

  @PostMapping("/people/imports/{id}/application")
  String apply(Viewer viewer, @PathVariable long id) {
    viewer.mustBe(Role.PROGRAMME_LEAD, Role.ADMINISTRATOR);
    imports.apply(new ImportId(id));
    return Notices.redirect("/people", "people-applied");
  }

  @PostMapping("/people/imports/{id}/cancellation")
  String cancel(Viewer viewer, @PathVariable long id) {
    viewer.mustBe(Role.PROGRAMME_LEAD, Role.ADMINISTRATOR);
    imports.cancel(new ImportId(id));
    return Notices.redirect("/people", "people-cancelled");
  }
}
