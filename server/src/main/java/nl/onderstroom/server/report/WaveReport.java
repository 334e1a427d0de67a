package nl.onderstroom.server.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.onderstroom.engine.disclosure.Figure;
import nl.onderstroom.engine.disclosure.Reason;
import nl.onderstroom.engine.disclosure.Release;
import nl.onderstroom.engine.disclosure.UnitRelease;
import nl.onderstroom.engine.measure.teams.ShrunkenMean;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Question.Measured;
import nl.onderstroom.server.rounds.Question.Scored;
import nl.onderstroom.server.rounds.Unit;
import nl.onderstroom.server.survey.NaturalOrder;
import nl.onderstroom.server.survey.Survey;
import nl.onderstroom.server.survey.SurveyMap;
import nl.onderstroom.server.survey.SurveyQuestions;
import nl.onderstroom.server.survey.SurveyTree;

/**
 * What is told of one wave: made from its release and from nothing else that has to do with
 * answers.
 *
 * @param name as in the file; empty when there is one wave only
 * @param people in the whole organisation
 * @param teams how many there are, shown or not
 */
record WaveReport(String name, long people, int teams, List<OfScale> scales) {
  WaveReport {
    scales = List.copyOf(scales);
  }

  /**
   * @param all of everybody; empty when it is hidden
   * @param hidden why, if it is
   * @param groups teams and what lies between them and the whole, in the order of the tree
   * @param withheld how many of those are not shown, by reason
   * @param reliability empty when too few people answered every item, or it is hidden
   */
  record OfScale(
      Question question,
      int min,
      int max,
      Optional<Estimate> all,
      Optional<Reason> hidden,
      List<OfItem> items,
      List<OfGroup> groups,
      Map<Reason, Integer> withheld,
      Optional<ScaleReliability> reliability,
      TeamFigures teamFigures) {
    OfScale {
      items = List.copyOf(items);
      groups = List.copyOf(groups);
    }

    List<OfGroup> teams() {
      return groups.stream().filter(OfGroup::isTeam).toList();
    }

    /** One question by itself, of which nothing is taken together. */
    boolean isSingle() {
      return question instanceof Measured;
    }

    /** Whether nothing is known that speaks against taking the items together. */
    boolean isScore() {
      return reliability.filter(ScaleReliability::isRefused).isEmpty();
    }

    /** Empty for a unit above teams, and where there are too few teams. */
    Optional<ShrunkenMean> shrunken(OfGroup group) {
      return Optional.ofNullable(teamFigures.means().get(group.code()));
    }

    /** One item by itself tells more than the scale only by its counts. */
    boolean showsItems() {
      return items.size() > 1 || items.stream().anyMatch(item -> !item.counts().isEmpty());
    }

    int groupsHidden() {
      return withheld.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /**
   * @param column in the file
   * @param hidden why there is no figure of everybody, if there is none
   * @param counts people per level from the lowest; empty when that may not be shown or is not
   *     known
   */
  record OfItem(
      Measured item,
      String column,
      boolean reversed,
      Optional<Estimate> all,
      Optional<Reason> hidden,
      List<Long> counts) {
    OfItem {
      counts = List.copyOf(counts);
    }
  }

  /**
   * @param path names from the top down, without the organisation itself
   * @param isTeam whether nothing lies under it
   * @param agreement of its people; empty when one of the items is hidden
   */
  record OfGroup(
      String code,
      List<String> path,
      boolean isTeam,
      Estimate estimate,
      Optional<GroupAgreement> agreement) {
    OfGroup {
      path = List.copyOf(path);
    }

    String name() {
      return String.join(" › ", path);
    }
  }

  static WaveReport of(Survey.Wave wave, SurveyMap map, Survey survey, SurveyTree tree, int floor) {
    Release release = tree.release(floor);
    Map<String, String> columns = SurveyQuestions.columns(map);
    List<OfScale> scales = new ArrayList<>();
    for (int i = 0; i < map.scales().size(); i++) {
      Survey.Items items = wave.items().get(i);
      boolean reversed = !map.scales().get(i).reversed().isEmpty();
      Question question = survey.questionnaire().questions().get(i);
      Optional<ScaleReliability> reliability =
          Estimate.of(figure(release, SurveyTree.TOP, question.key()))
              .flatMap(all -> ScaleReliability.of(items, all.n(), floor));
      scales.add(scale(question, reversed, columns, tree, release, reliability));
    }
    return new WaveReport(wave.name(), tree.people(), tree.teams().size(), scales);
  }

  private static OfScale scale(
      Question question,
      boolean reversed,
      Map<String, String> columns,
      SurveyTree tree,
      Release release,
      Optional<ScaleReliability> reliability) {
    Set<String> teams = tree.teams().stream().map(Unit::code).collect(Collectors.toSet());
    Map<String, List<String>> paths = paths(tree);
    var groups = new ArrayList<OfGroup>();
    var withheld = new EnumMap<Reason, Integer>(Reason.class);
    for (Unit unit : tree.units()) {
      if (unit.parentCode() == null) {
        continue;
      }
      Figure figure = figure(release, unit.code(), question.key());
      Estimate.of(figure)
          .ifPresent(estimate ->
              groups.add(
                  new OfGroup(
                      unit.code(),
                      paths.getOrDefault(unit.code(), List.of()),
                      teams.contains(unit.code()),
                      estimate,
                      agreement(question, release, unit.code()))));
      if (figure instanceof Figure.HiddenFigure hidden) {
        withheld.merge(hidden.reason(), 1, Integer::sum);
      }
    }
    groups.sort(Comparator.comparing(OfGroup::path, NaturalOrder.PATHS));
    TeamFigures figures = TeamFigures.of(groups.stream().filter(OfGroup::isTeam).toList());
    Figure everybody = figure(release, SurveyTree.TOP, question.key());
    Optional<Estimate> all = Estimate.of(everybody);
    return switch (question) {
      case Scored scored ->
          new OfScale(
              question,
              scored.min(),
              scored.max(),
              all,
              hidden(everybody),
              items(scored, columns, release),
              groups,
              withheld,
              reliability,
              figures);
      case Measured measured ->
          new OfScale(
              question,
              measured.min(),
              measured.max(),
              all,
              hidden(everybody),
              List.of(item(measured, reversed, columns, release)),
              groups,
              withheld,
              reliability,
              figures);
      case Question.Asked asked ->
          throw new IllegalArgumentException(asked.key() + " is not of an earlier survey");
    };
  }

  private static List<OfItem> items(Scored scored, Map<String, String> columns, Release release) {
    if (!scored.hasLevels()) {
      return List.of();
    }
    return scored.items().stream()
        .map(item -> item(item, scored.reversed().contains(item.key()), columns, release))
        .toList();
  }

  private static OfItem item(
      Measured item, boolean reversed, Map<String, String> columns, Release release) {
    Figure figure = figure(release, SurveyTree.TOP, item.key());
    List<Long> counts =
        figure instanceof Figure.Distribution distribution ? distribution.counts() : List.of();
    String column = columns.getOrDefault(item.key(), item.key());
    return new OfItem(item, column, reversed, Estimate.of(figure), hidden(figure), counts);
  }

  private static Optional<GroupAgreement> agreement(
      Question question, Release release, String code) {
    List<Measured> items =
        switch (question) {
          case Scored scored when scored.hasLevels() -> scored.items();
          case Scored scored -> List.of();
          case Measured measured -> List.of(measured);
          case Question.Asked asked -> List.of();
        };
    return items.isEmpty()
        ? Optional.empty()
        : GroupAgreement.of(
            items.stream().map(item -> figure(release, code, item.key())).toList(),
            items.getFirst().max() - items.getFirst().min() + 1);
  }

  private static Figure figure(Release release, String code, String key) {
    return switch (release.unit(code)) {
      case UnitRelease.Shown shown -> shown.figure(key);
      case UnitRelease.Withheld withheld -> new Figure.HiddenFigure(withheld.reason());
    };
  }

  private static Optional<Reason> hidden(Figure figure) {
    return figure instanceof Figure.HiddenFigure hidden
        ? Optional.of(hidden.reason())
        : Optional.empty();
  }

  private static Map<String, List<String>> paths(SurveyTree tree) {
    var paths = new java.util.HashMap<String, List<String>>();
    for (Unit unit : tree.units()) {
      List<String> path = new ArrayList<>();
      if (unit.parentCode() != null) {
        path.addAll(paths.getOrDefault(unit.parentCode(), List.of()));
        path.add(unit.name());
      }
      paths.put(unit.code(), path);
    }
    return paths;
  }
}
