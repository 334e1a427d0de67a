package nl.onderstroom.server.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.onderstroom.engine.disclosure.Release;
import nl.onderstroom.engine.disclosure.UnitRelease;
import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.access.Viewer;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.shell.Page;
import nl.onderstroom.server.shell.Problem;
import nl.onderstroom.server.shell.Refusal;
import nl.onderstroom.server.shell.Screen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Bringing along an earlier survey: sending it, seeing what was understood, making it a round. */
@Controller
class HistoryPages {
  record ListView(List<Round> surveys) {}

  /**
   * @param problems of the files
   * @param inMap whether the problems are in the map, and not in the answers
   */
  record NewView(SurveyForm form, List<Problem> problems, boolean inMap) {}

  /**
   * What was understood of one wave.
   *
   * @param shown teams of which something will be shown
   * @param withoutTeam people who count in the whole only
   */
  record WaveView(
      long id,
      PendingSurvey survey,
      long people,
      int teams,
      long shown,
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

  HistoryPages(Rounds rounds, PendingSurveys pending, EarlierSurveys surveys) {
    this.rounds = rounds;
    this.pending = pending;
    this.surveys = surveys;
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

  @GetMapping("/history/new")
  Screen blank(Page page, Viewer viewer) {
    viewer.mustBe(Role.PROGRAMME_LEAD);
    return page.screen("history/new", new NewView(SurveyForm.BLANK, List.of(), false));
  }

  @PostMapping("/history")
  Object send(
      Page page,
      Viewer viewer,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String heldOn,
      @RequestParam(defaultValue = "") String floor,
      @RequestParam(defaultValue = "") String map,
      @RequestParam Optional<MultipartFile> mapFile,
      @RequestParam Optional<MultipartFile> answers)
      throws IOException {
    viewer.mustBe(Role.PROGRAMME_LEAD);
    var form = new SurveyForm(name.strip(), heldOn, floor, text(map, mapFile));
    MultipartFile file = answers.filter(sent -> !sent.isEmpty()).orElse(null);
    if (file == null || !form.isComplete()) {
      return refused(page, form.marked(file == null), List.of(), false);
    }
    try {
      Survey survey =
          SurveyFile.read(
              new SurveySource(file.getSize(), file::getInputStream),
              SurveyMapReader.read(form.map()),
              SurveyFile.Limits.BROWSER,
              Progress.NONE);
      return "redirect:/history/" + pending.add(waves(page, form, survey));
    } catch (UnusableSurvey unusable) {
      boolean inMap = unusable.findings().getFirst().source() == Finding.Source.MAP;
      return refused(page, form, unusable.problems(page.words()), inMap);
    }
  }

  private static List<PendingSurvey> waves(Page page, SurveyForm form, Survey survey) {
    var waves = new ArrayList<PendingSurvey>();
    for (Survey.Wave wave : survey.waves()) {
      SurveyTree tree =
          SurveyTree.of(
              survey.questionnaire().shape(),
              wave,
              form.leastPeople(),
              page.say("history.organisation"));
      if (tree.cohorts().isEmpty()) {
        throw new UnusableSurvey(
            List.of(
                new Finding(
                    Finding.Source.ANSWERS,
                    0,
                    0,
                    wave.name(),
                    Long.toString(tree.people()),
                    "people",
                    List.of(form.leastPeople()))));
      }
      waves.add(
          new PendingSurvey(
              form.name(),
              wave.name(),
              LocalDate.parse(form.heldOn()),
              form.leastPeople(),
              survey.questionnaire(),
              tree));
    }
    return waves;
  }

  private static Screen refused(Page page, SurveyForm form, List<Problem> problems, boolean inMap) {
    return page.screen(
        HttpStatus.UNPROCESSABLE_CONTENT, "history/new", new NewView(form, problems, inMap));
  }

  private static String text(String map, Optional<MultipartFile> mapFile) throws IOException {
    if (mapFile.isEmpty() || mapFile.get().isEmpty()) {
      return map;
    }
    MultipartFile file = mapFile.get();
    return file.getSize() > 4L * MapNodes.MOST_CHARACTERS
        ? " ".repeat(MapNodes.MOST_CHARACTERS + 1)
        : new String(file.getBytes(), StandardCharsets.UTF_8);
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

  private static WaveView wave(long id, PendingSurvey survey) {
    SurveyTree tree = survey.tree();
    Release release = tree.release(survey.floor());
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
