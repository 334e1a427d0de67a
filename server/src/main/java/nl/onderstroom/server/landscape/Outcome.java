package nl.onderstroom.server.landscape;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.onderstroom.engine.landscape.Landscape;
import nl.onderstroom.engine.landscape.OpinionGroup;
import nl.onderstroom.engine.landscape.Participant;
import nl.onderstroom.engine.landscape.StatementResult;

/**
 * What is told of a landscape, in one fixed order: people and statements by their ids.
 *
 * @param names of the groups, in their order
 * @param unanswered statements on which nobody voted, by id
 */
record Outcome(
    Landscape landscape,
    Comments comments,
    List<String> names,
    List<Participant> people,
    List<StatementResult> statements,
    List<Map.Entry<String, Comments.Comment>> unanswered) {
  Outcome {
    names = List.copyOf(names);
    people = List.copyOf(people);
    statements = List.copyOf(statements);
    unanswered = List.copyOf(unanswered);
  }

  static Outcome of(Landscape landscape, Comments comments, GroupNames names) {
    List<StatementResult> statements = IdOrder.sorted(landscape.statements(), StatementResult::id);
    var voted = statements.stream().map(StatementResult::id).collect(Collectors.toSet());
    return new Outcome(
        landscape,
        comments,
        names.of(landscape.groups(), comments),
        IdOrder.sorted(landscape.participants(), Participant::id),
        statements,
        comments.byId().entrySet().stream()
            .filter(each -> !each.getValue().takenOut() && !voted.contains(each.getKey()))
            .toList());
  }

  /** A, B and so on: what the group with this number is called in tables and on the map. */
  static String letter(int group) {
    return Character.toString('A' + group);
  }

  String name(OpinionGroup group) {
    return names.get(group.number());
  }

  /** More than one: the votes show groups. */
  boolean hasGroups() {
    return landscape.groups().size() > 1;
  }

  int placed() {
    return landscape.groups().stream().mapToInt(OpinionGroup::size).sum();
  }
}
