package nl.onderstroom.server.insight;

import java.util.List;
import nl.onderstroom.engine.disclosure.Release;
import nl.onderstroom.server.access.Viewer;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.rounds.Unit;
import nl.onderstroom.server.shell.Page;
import nl.onderstroom.server.shell.Refusal;
import nl.onderstroom.server.shell.Screen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The iceberg of one unit in one published round. */
@Controller
class IcebergPage {
  private final Rounds rounds;
  private final Releases releases;

  IcebergPage(Rounds rounds, Releases releases) {
    this.rounds = rounds;
    this.releases = releases;
  }

  /** The newest round of our own, or else the newest there is, of the whole organisation. */
  @GetMapping("/iceberg")
  Screen newest(Page page, Viewer viewer) {
    List<Round> published = published();
    Round newest = newest(published);
    return newest == null
        ? page.screen("insight/no-iceberg", new IcebergView.Nothing())
        : screen(page, viewer, newest, published, "");
  }

  /**
   * @param unit code; empty for the whole organisation
   */
  @GetMapping("/rounds/{id}/iceberg")
  Screen one(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String unit) {
    Round round = rounds.get(new RoundId(id));
    if (!round.isAt(RoundState.PUBLISHED)) {
      throw new Refusal(HttpStatus.NOT_FOUND, "insight.not-published");
    }
    return screen(page, viewer, round, published(), unit);
  }

  private Screen screen(Page page, Viewer viewer, Round round, List<Round> published, String code) {
    Sight sight = Sight.of(viewer, rounds.listUnits(round.id()));
    Unit unit = code.isEmpty() ? sight.organisation() : sight.find(code);
    if (unit == null && viewer.seesEveryUnit()) {
      throw new Refusal(HttpStatus.NOT_FOUND, "insight.no-such-unit");
    }
    if (unit == null) {
      throw new Refusal(HttpStatus.FORBIDDEN, "insight.not-your-unit");
    }
    Release release =
        releases
            .find(round.id())
            .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "insight.not-published"));
    return page.screen(
        "insight/iceberg", IcebergView.of(page.words(), round, unit, sight, published, release));
  }

  private List<Round> published() {
    return rounds.list().stream().filter(round -> round.isAt(RoundState.PUBLISHED)).toList();
  }

  static @Nullable Round newest(List<Round> published) {
    return published.stream()
        .filter(round -> round.origin() == Round.Origin.ASKED)
        .findFirst()
        .orElse(published.isEmpty() ? null : published.getFirst());
  }
}
