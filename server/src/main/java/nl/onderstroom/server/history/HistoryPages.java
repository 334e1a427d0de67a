package nl.onderstroom.server.history;

import java.util.ArrayList;
import java.util.List;
import nl.onderstroom.engine.disclosure.Release;
import nl.onderstroom.engine.disclosure.UnitRelease;
import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.access.Viewer;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.rounds.StandingFloors;
import nl.onderstroom.server.shell.Page;
import nl.onderstroom.server.shell.Refusal;
import nl.onderstroom.server.shell.Screen;
import nl.onderstroom.server.survey.SurveyTree;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Earlier surveys: those that are there, seeing what was understood of one, making it a round. */
@Controller
class HistoryPages {
  record ListView(List<Round> surveys) {}

  /**
   * What was understood of one wave.
   *
   * @param shown teams of which something will be shown
   * @param floor fewest people behind a number
   * @param withoutTeam people who count in the whole only
   */
  record WaveView(
      long id,
      PendingSurvey survey,
      long people,
      int teams,
      long shown,
      int floor,
      int withoutTeam,
      List<Question> scales) {
    int items(Question scale) {
      return scale instanceof Question.Scored scored ? scored.items().size() : 1;
    }
  }

  record PreviewView(String name, List<WaveView> waves) {}

  private final Rounds rounds;
  private final PendingSurveys pending;
  private final EarlierSurveys surveys;
  private final StandingFloors standing;

  HistoryPages(
      Rounds rounds, PendingSurveys pending, EarlierSurveys surveys, StandingFloors standing) {
    this.rounds = rounds;
    this.pending = pending;
    this.surveys = surveys;
    this.standing = standing;
  }

  @GetMapping("/history")
  Screen list(Page page, Viewer viewer) {
    viewer.mustBe(Role.PROGRAMME_LEAD);
    return page.screen(
        "history/history",
        new ListView(
            rounds.list().stream()
                .filter(round -> round.origin() == Round.Origin.EARLIER)
                .toList()));
  }

  @GetMapping("/history/{batch}")
  Screen preview(Page page, Viewer viewer, @PathVariable long batch) {
    viewer.mustBe(Role.PROGRAMME_LEAD);
    var waves = new ArrayList<WaveView>();
    for (long id : pending.list(batch)) {
      pending.find(id).ifPresent(survey -> waves.add(wave(id, survey)));
    }
    if (waves.isEmpty()) {
      throw new Refusal(HttpStatus.NOT_FOUND, "history.not-waiting");
    }
    return page.screen("history/preview", new PreviewView(waves.getFirst().survey().name(), waves));
  }

  private WaveView wave(long id, PendingSurvey survey) {
    SurveyTree tree = survey.tree();
    Release release = tree.release(standing.orHigher(survey.floor()));
    long shown =
        tree.teams().stream()
            .filter(team -> release.unit(team.code()) instanceof UnitRelease.Shown)
            .count();
    return new WaveView(
        id,
        survey,
        tree.people(),
        tree.teams().size(),
        shown,
        release.floors().numbers(),
        tree.units().getFirst().people(),
        survey.questionnaire().questions());
  }

  @PostMapping("/history/{id}/application")
  String apply(Viewer viewer, @PathVariable long id) {
    viewer.mustBe(Role.PROGRAMME_LEAD);
    RoundId round = surveys.apply(id);
    return "redirect:/rounds/" + round + "/iceberg?notice=survey-imported";
  }
}
