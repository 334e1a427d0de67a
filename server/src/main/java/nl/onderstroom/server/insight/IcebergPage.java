package nl.onderstroom.server.insight;

import java.util.List;
import nl.onderstroom.engine.disclosure.Release;
import nl.onderstroom.server.access.Viewer;
import nl.onderstroom.server.rounds.Cut;
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

/** The iceberg of one unit, or of one group across all units, in one published round. */
@Controller
class IcebergPage {
  private final Rounds rounds;
  private final Releases releases;
  private final Trends trends;

  IcebergPage(Rounds rounds, Releases releases, Trends trends) {
    this.rounds = rounds;
    this.releases = releases;
    this.trends = trends;
  }

  /** The newest round of our own, or else the newest there is, of the whole organisation. */
  @GetMapping("/iceberg")
  Screen newest(Page page, Viewer viewer) {
    List<Round> published = published();
    Round newest = newest(published);
    return newest == null
        ? page.screen("insight/no-iceberg", new IcebergView.Nothing())
        : screen(page, viewer, newest, published, "", "");
  }

  /**
   * @param unit code; empty for the whole organisation
   * @param cut id; empty for a unit
   */
  @GetMapping("/rounds/{id}/iceberg")
  Object one(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "") String cut) {
    Round round = rounds.get(new RoundId(id));
    if (!round.isAt(RoundState.PUBLISHED)) {
      throw new Refusal(HttpStatus.NOT_FOUND, "insight.not-published");
    }
    if (round.isConversation()) {
      return "redirect:" + round.outcomePath();
    }
    return screen(page, viewer, round, published(), unit, cut);
  }

  private Screen screen(
      Page page, Viewer viewer, Round round, List<Round> published, String code, String cut) {
    Sight sight = Sight.of(viewer, rounds.listUnits(round.id()));
    IcebergView.Subject subject =
        cut.isEmpty() ? unit(viewer, sight, code) : cut(page, round, sight, cut);
    Release release = release(round);
    return page.screen(
        "insight/iceberg",
        IcebergView.of(
            page.words(), round, subject, sight, published, release, trends.find(round, release)));
  }

  private static IcebergView.Subject unit(Viewer viewer, Sight sight, String code) {
    Unit unit = code.isEmpty() ? sight.organisation() : sight.find(code);
    if (unit == null && viewer.seesEveryUnit()) {
      throw new Refusal(HttpStatus.NOT_FOUND, "insight.no-such-unit");
    }
    if (unit == null) {
      throw new Refusal(HttpStatus.FORBIDDEN, "insight.not-your-unit");
    }
    return IcebergView.Subject.of(unit);
  }

  private IcebergView.Subject cut(Page page, Round round, Sight sight, String id) {
    if (!sight.seesCuts()) {
      throw new Refusal(HttpStatus.FORBIDDEN, "insight.not-your-unit");
    }
    if (!release(round).cuts().containsKey(id)) {
      throw new Refusal(HttpStatus.NOT_FOUND, "insight.no-such-cut");
    }
    return IcebergView.Subject.of(page.words(), Cut.of(id));
  }

  private Release release(Round round) {
    return releases
        .find(round.id())
        .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "insight.not-published"));
  }

  private List<Round> published() {
    return rounds.list().stream()
        .filter(round -> round.isAt(RoundState.PUBLISHED) && !round.isConversation())
        .toList();
  }

  static @Nullable Round newest(List<Round> published) {
    return published.stream()
        .filter(round -> round.origin() == Round.Origin.ASKED)
        .findFirst()
        .orElse(published.isEmpty() ? null : published.getFirst());
  }
}
