package nl.onderstroom.server.insight;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import nl.onderstroom.engine.disclosure.Family;
import nl.onderstroom.engine.disclosure.Figure;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.engine.disclosure.Gate;
import nl.onderstroom.engine.disclosure.Membership;
import nl.onderstroom.engine.disclosure.Release;
import nl.onderstroom.engine.disclosure.UnitRelease;
import nl.onderstroom.engine.measure.waves.Turnover;
import nl.onderstroom.engine.summary.Summary;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;
import nl.onderstroom.server.demo.Company;
import nl.onderstroom.server.demo.Sheet;
import nl.onderstroom.server.demo.Simulation;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Unit;
import nl.onderstroom.server.shell.Page;
import nl.onderstroom.server.shell.Visitor;
import nl.onderstroom.server.shell.Words;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Icebergs and their pages, without a database. */
@NullMarked
final class Examples {
  private static final Company COMPANY = Company.example(Company.DEFAULT_SEED);
  private static final Simulation SIMULATION = new Simulation(COMPANY, Company.DEFAULT_SEED);
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Examples.class.getClassLoader(), "nl.onderstroom.server");

  private Examples() {}

  /** What the example company may see of one of its rounds. */
  static Release release(int round) {
    return release(round, false);
  }

  /**
   * @param everybody whether all who could take part did: how many could is known then
   */
  static Release release(int round, boolean everybody) {
    SummaryShape shape = Questionnaire.FIRST.shape();
    Map<Integer, String> teams = new HashMap<>();
    COMPANY.people().forEach(person -> teams.put(person.number(), person.unitCode()));
    Map<String, Tally> tallies = new HashMap<>();
    for (Sheet sheet : SIMULATION.round(round)) {
      tallies
          .computeIfAbsent(teams.get(sheet.person()), team -> new Tally(shape))
          .add(record(sheet));
    }
    List<Family.Group> groups =
        units().stream()
            .map(unit ->
                new Family.Group(
                    unit.code(),
                    unit.parentCode(),
                    summaries(tallies.get(unit.code())),
                    everybody ? people(tallies.get(unit.code())) : OptionalLong.empty()))
            .toList();
    return Gate.decide(new Family(shape, groups), Floors.DEFAULT);
  }

  private static List<Summary> summaries(@Nullable Tally tally) {
    return tally == null ? List.of() : List.of(tally.summary());
  }

  private static OptionalLong people(@Nullable Tally tally) {
    return OptionalLong.of(summaries(tally).stream().mapToLong(Summary::respondents).sum());
  }

  private static long[] record(Sheet sheet) {
    return Questionnaire.FIRST.questions().stream()
        .mapToLong(question -> value(question, sheet.answers().get(question.key())))
        .toArray();
  }

  private static long value(Question question, @Nullable List<Integer> chosen) {
    if (chosen == null) {
      return Tally.MISSING;
    }
    return question instanceof Question.Words
        ? chosen.stream().mapToLong(place -> 1L << (place - 1)).sum()
        : chosen.getFirst();
  }

  /** The example company's units, parents first. */
  static List<Unit> units() {
    var units = new ArrayList<Unit>();
    for (var unit : COMPANY.units()) {
      units.add(
          new Unit(
              unit.code(),
              unit.name(),
              unit.parentCode().isEmpty() ? null : unit.parentCode(),
              unit.size()));
    }
    return units;
  }

  static Round round(int number) {
    return new Round(
        new RoundId(number),
        "Ronde " + number,
        Round.Origin.ASKED,
        RoundState.PUBLISHED,
        Floors.DEFAULT,
        Questionnaire.FIRST,
        Set.of(),
        LocalDate.of(2026, number * 2, 14));
  }

  /** An iceberg of the pulse with these figures only. */
  static Iceberg iceberg(Map<String, Figure> figures) {
    return Iceberg.of(
        Questionnaire.FIRST,
        new UnitRelease.Shown(OptionalLong.of(100), new LinkedHashMap<>(figures)));
  }

  /** A hundred people: how many chose each step of agreement, from not at all to fully. */
  static Figure steps(long... counts) {
    long n = 0;
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      n += counts[i];
      sum += counts[i] * (i + 1.0);
    }
    return new Figure.Distribution(
        n, 1, java.util.Arrays.stream(counts).boxed().toList(), sum / n, 1);
  }

  static String page(Words words, IcebergView view) {
    var output = new StringOutput();
    var page = new Page(words, Visitor.NOBODY, "/iceberg", new Page.Csrf("_csrf", "token"), "");
    TEMPLATES.render("insight/iceberg.jte", Map.of("page", page, "view", view), output);
    return output.toString();
  }

  /** Nobody came or went at the example company. */
  static Optional<Since> since(int round, Release release) {
    return round == 1
        ? Optional.empty()
        : Optional.of(
            new Since(
                round(round - 1),
                Gate.compare(
                    release(round - 1),
                    release,
                    units().stream()
                        .map(unit ->
                            new Membership(unit.code(), unit.parentCode(), Turnover.none(420)))
                        .toList(),
                    Trends.keys(Questionnaire.FIRST, Questionnaire.FIRST))));
  }

  static IcebergView view(Words words, int round, String unitCode, Release release) {
    var sight = new Sight(units(), true);
    Unit unit =
        unitCode.isEmpty()
            ? units().getFirst()
            : Objects.requireNonNull(sight.find(unitCode), "no unit " + unitCode);
    return IcebergView.of(
        words,
        round(round),
        IcebergView.Subject.of(unit),
        sight,
        List.of(round(round), round(1)),
        release,
        since(round, release));
  }
}
