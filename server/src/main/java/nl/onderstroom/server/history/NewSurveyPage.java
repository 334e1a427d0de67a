package nl.onderstroom.server.history;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.access.Viewer;
import nl.onderstroom.server.rounds.StandingFloors;
import nl.onderstroom.server.shell.Page;
import nl.onderstroom.server.shell.Problem;
import nl.onderstroom.server.shell.Screen;
import nl.onderstroom.server.survey.Finding;
import nl.onderstroom.server.survey.Progress;
import nl.onderstroom.server.survey.Survey;
import nl.onderstroom.server.survey.SurveyFile;
import nl.onderstroom.server.survey.SurveyMapReader;
import nl.onderstroom.server.survey.SurveyTree;
import nl.onderstroom.server.survey.UnusableSurvey;
import nl.onderstroom.server.tabular.TextSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Sending an earlier survey: a file of answers and a map. */
@Controller
class NewSurveyPage {
  /**
   * @param problems of the files
   * @param inMap whether the problems are in the map, and not in the answers
   */
  record NewView(SurveyForm form, List<Problem> problems, boolean inMap) {}

  private final PendingSurveys pending;
  private final StandingFloors standing;

  NewSurveyPage(PendingSurveys pending, StandingFloors standing) {
    this.pending = pending;
    this.standing = standing;
  }

  @GetMapping("/history/new")
  Screen blank(Page page, Viewer viewer) {
    viewer.mustBe(Role.PROGRAMME_LEAD);
    return page.screen(
        "history/new", new NewView(SurveyForm.blank(standing.now().numbers()), List.of(), false));
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
    var typed = new SurveyForm(name.strip(), heldOn, floor, map, standing.now().numbers());
    try {
      return send(page, typed.withMap(text(map, mapFile)), answers);
    } catch (UnusableSurvey unusable) {
      return refused(page, typed, unusable);
    }
  }

  private Object send(Page page, SurveyForm form, Optional<MultipartFile> answers) {
    Optional<MultipartFile> sent = answers.filter(file -> !file.isEmpty());
    if (sent.isEmpty() || !form.isComplete()) {
      return page.screen(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "history/new",
          new NewView(form.marked(sent.isEmpty()), List.of(), false));
    }
    try {
      Survey survey =
          SurveyFile.read(
              source(sent.get()),
              SurveyMapReader.read(form.map()),
              SurveyFile.Limits.BROWSER,
              Progress.NONE);
      return "redirect:/history/" + pending.add(waves(page, form, survey));
    } catch (UnusableSurvey unusable) {
      return refused(page, form, unusable);
    }
  }

  private static Screen refused(Page page, SurveyForm form, UnusableSurvey unusable) {
    boolean inMap = unusable.findings().getFirst().source() == Finding.Source.MAP;
    return page.screen(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "history/new",
        new NewView(form, unusable.problems(page.words()), inMap));
  }

  /** What was typed, unless a file was sent. */
  private static String text(String typed, Optional<MultipartFile> file) throws IOException {
    return file.isEmpty() || file.get().isEmpty()
        ? typed
        : SurveyMapReader.text(source(file.get()));
  }

  private static TextSource source(MultipartFile file) {
    return new TextSource(file.getSize(), file::getInputStream);
  }

  private static List<PendingSurvey> waves(Page page, SurveyForm form, Survey survey) {
    var waves = new ArrayList<PendingSurvey>();
    for (Survey.Wave wave : survey.waves()) {
      SurveyTree tree =
          SurveyTree.of(
              survey.questionnaire().shape(),
              wave,
              form.leastPeople(),
              page.say("survey.organisation"));
      if (tree.cohorts().isEmpty()) {
        throw new UnusableSurvey(
            new Finding(
                Finding.Source.ANSWERS,
                0,
                0,
                wave.name(),
                Long.toString(tree.people()),
                "people",
                List.of(form.leastPeople())));
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
}
