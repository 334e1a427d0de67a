package nl.onderstroom.server.ballots;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.Cut;
import nl.onderstroom.server.rounds.CutKind;
import nl.onderstroom.server.rounds.Organisation;
import nl.onderstroom.server.rounds.Outlook;
import nl.onderstroom.server.rounds.Unit;

/**
 * What a round will be able to show, before anything is asked.
 *
 * @param rows units with people in them or below, parents before their children
 * @param cuts groups across the units, by kind and name; none when it is looked at by unit only
 * @param people who may answer
 * @param cohorts groups that answer together
 * @param smallest people in the smallest of those
 */
record Preview(List<Row> rows, List<CutOutlook> cuts, int people, int cohorts, int smallest) {
  /** The response that is reckoned with beside that of everybody, in percent. */
  static final int USUAL_RESPONSE = 70;

  /** Rows up to which all are shown at once. */
  private static final int SHORT = 60;

  Preview {
    rows = List.copyOf(rows);
    cuts = List.copyOf(cuts);
  }

  /**
   * One unit.
   *
   * @param depth 0 for the whole
   * @param above name of the unit above; empty for the whole
   * @param people in it and below
   * @param own people in it and not below
   * @param ifAll whether it is shown when everybody answers
   * @param ifUsual whether it is shown at the usual response
   * @param ownIfAll whether what its own people say can be seen in it when everybody answers
   * @param ownIfUsual likewise at the usual response
   * @param elsewhere where its own people count when everybody answers, if not in the unit itself
   */
  record Row(
      String name,
      int depth,
      String above,
      int people,
      int own,
      boolean ifAll,
      boolean ifUsual,
      boolean ownIfAll,
      boolean ownIfUsual,
      Optional<String> elsewhere) {}

  /** Units under one that stands in the list of the first, folded away. */
  record Branch(String name, List<Row> rows) {
    long unseen() {
      return rows.stream().filter(row -> !row.ifAll()).count();
    }
  }

  static Preview of(Grouping grouping, Floors floors) {
    Organisation organisation = grouping.organisation();
    Outlook all = Outlook.of(organisation, floors, 100);
    Outlook usual = Outlook.of(organisation, floors, USUAL_RESPONSE);
    Map<String, Integer> people = peopleBelow(organisation.units());
    Map<String, Row> rows = new HashMap<>();
    var inOrder = new ArrayList<Row>();
    for (Unit unit : organisation.units()) {
      Row above = unit.parentCode() == null ? null : rows.get(unit.parentCode());
      Integer number = grouping.cohortOfUnit().get(unit.code());
      Optional<Cohort> cohort =
          number == null ? Optional.empty() : Optional.of(organisation.cohorts().get(number - 1));
      Optional<Unit> heard = cohort.flatMap(all::heardIn);
      Row row =
          new Row(
              unit.name(),
              above == null ? 0 : above.depth() + 1,
              above == null ? "" : above.name(),
              people.getOrDefault(unit.code(), 0),
              unit.people(),
              all.shows(unit),
              usual.shows(unit),
              heard.equals(Optional.of(unit)),
              cohort.flatMap(usual::heardIn).equals(Optional.of(unit)),
              heard.filter(where -> !where.equals(unit)).map(Unit::name));
      rows.put(unit.code(), row);
      if (row.people() > 0) {
        inOrder.add(row);
      }
    }
    return new Preview(
        inOrder,
        cuts(grouping.inCuts(), organisation.cohorts(), all, usual),
        organisation.cohorts().stream().mapToInt(Cohort::people).sum(),
        organisation.cohorts().size(),
        organisation.cohorts().stream().mapToInt(Cohort::people).min().orElse(0));
  }

  private static List<CutOutlook> cuts(
      SortedMap<Cut, Integer> people, List<Cohort> cohorts, Outlook all, Outlook usual) {
    var cuts = new ArrayList<CutOutlook>();
    people.forEach((cut, inIt) -> {
      int counted =
          cohorts.stream()
              .filter(cohort -> cohort.cuts().contains(cut))
              .mapToInt(Cohort::people)
              .sum();
      cuts.add(new CutOutlook(cut, inIt, counted, all.shows(cut), usual.shows(cut)));
    });
    return cuts;
  }

  private static Map<String, Integer> peopleBelow(List<Unit> units) {
    Map<String, Integer> people = new HashMap<>();
    for (Unit unit : units.reversed()) {
      int all = people.merge(unit.code(), unit.people(), Integer::sum);
      if (unit.parentCode() != null) {
        people.merge(unit.parentCode(), all, Integer::sum);
      }
    }
    return people;
  }

  /** How many people will see a result of the unit they work in, when everybody answers. */
  int heardIfAll() {
    return rows.stream().filter(Row::ownIfAll).mapToInt(Row::own).sum();
  }

  /** Likewise at the usual response. */
  int heardIfUsual() {
    return rows.stream().filter(Row::ownIfUsual).mapToInt(Row::own).sum();
  }

  /** People whose own unit has no result of its own with them in it, however many answer. */
  int neverHeard() {
    return rows.stream()
        .filter(row -> !row.ownIfAll() && !row.ownIfUsual())
        .mapToInt(Row::own)
        .sum();
  }

  long shownIfAll() {
    return rows.stream().filter(Row::ifAll).count();
  }

  long shownIfUsual() {
    return rows.stream().filter(Row::ifUsual).count();
  }

  /** How many people count in some group of this kind. */
  int counted(CutKind kind) {
    return cuts.stream()
        .filter(each -> each.cut().kind() == kind)
        .mapToInt(CutOutlook::counted)
        .sum();
  }

  /** What stands open: everything when that is little, else the whole and what is right below. */
  List<Row> first() {
    return isShort() ? rows : rows.stream().filter(row -> row.depth() <= 1).toList();
  }

  /** The rest, by the unit under which it stands. */
  List<Branch> folded() {
    var branches = new ArrayList<Branch>();
    List<Row> rest = isShort() ? List.of() : rows;
    for (Row row : rest) {
      if (row.depth() == 1) {
        branches.add(new Branch(row.name(), new ArrayList<>()));
      } else if (row.depth() > 1) {
        branches.getLast().rows().add(row);
      }
    }
    return branches.stream().filter(branch -> !branch.rows().isEmpty()).toList();
  }

  private boolean isShort() {
    return rows.size() <= SHORT;
  }
}
