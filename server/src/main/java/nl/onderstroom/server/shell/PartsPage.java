package nl.onderstroom.server.shell;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Every part of a page in each of its states: to look at, and to test for accessibility. */
@Controller
@ConditionalOnProperty(name = "onderstroom.parts", havingValue = "true")
final class PartsPage {

  /** What the parts are filled with, from the example company. */
  record View(
      List<Fact> facts,
      List<Choice> choices,
      List<Problem> problems,
      Figures figures,
      List<String> steps) {}

  @GetMapping("/parts")
  Screen show(Page page) {
    return page.screen("shell/parts", view(page));
  }

  @GetMapping("/parts/answering")
  Screen answering(Page page) {
    return page.screen("shell/parts_answering", view(page));
  }

  private static View view(Page page) {
    return new View(
        List.of(
            new Fact(
                page.percent(0.63),
                page.say("shell.parts.fact.answered"),
                page.say("shell.parts.fact.of")),
            new Fact(page.number(3.4, 1), page.say("shell.parts.fact.safe"), "3,1 – 3,7"),
            new Fact("30", page.say("shell.parts.fact.teams"))),
        List.of(
            new Choice("yes", page.say("shell.parts.choice.yes")),
            new Choice(
                "both", page.say("shell.parts.choice.both"), page.say("shell.parts.choice.note")),
            new Choice("no", page.say("shell.parts.choice.no"))),
        List.of(
            new Problem(12, "start", "31-02-2026", page.say("shell.parts.problem.day")),
            new Problem(40, "team", "", page.say("shell.parts.problem.team"))),
        figures(page),
        List.of(
            page.say("shell.parts.step.draft"),
            page.say("shell.parts.step.issuing"),
            page.say("shell.parts.step.open"),
            page.say("shell.parts.step.closed"),
            page.say("shell.parts.step.published")));
  }

  private static Figures figures(Page page) {
    return new Figures(
        page.say("shell.parts.figures.caption"),
        page.say("shell.parts.figures.team"),
        List.of(page.say("shell.parts.figures.hope"), page.say("shell.parts.figures.worry")),
        List.of(
            Figures.Row.of("Planning", "24", page.number(3.9, 1), page.number(2.8, 1)),
            Figures.Row.of("Klantcontact", "41", page.number(3.1, 1), page.number(3.6, 1)),
            Figures.Row.fog("Inkoop", page.say("shell.parts.figures.fog")),
            Figures.Row.of("Onderstroom BV", "418", page.number(3.4, 1), page.number(3.2, 1))));
  }
}
