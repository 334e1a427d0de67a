package nl.onderstroom.engine.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import nl.onderstroom.engine.summary.Tally;

/**
 * A small company made from a seed, with cohorts that each lie wholly in a site and in a role
 * family, or in none.
 *
 * @param parents per unit the unit above; the first is the top
 * @param cells who answers together
 */
record CutCompany(int[] parents, List<Cell> cells) {
  /** So few that all sets of cells can be tried. */
  static final int MOST_CELLS = 11;

  private static final int MOST_UNITS = 7;

  record Cell(int unit, Set<String> cuts, List<long[]> people) {}

  static CutCompany of(long seed) {
    Random random = new Random(seed);
    int[] parents = new int[1 + random.nextInt(MOST_UNITS)];
    for (int unit = 0; unit < parents.length; unit++) {
      parents[unit] = unit == 0 ? -1 : random.nextInt(unit);
    }
    double skips = random.nextInt(3) * 0.1;
    double agree = random.nextInt(3) * 0.45;
    int most = 4 + random.nextInt(22);
    int sites = 1 + random.nextInt(4);
    boolean roles = random.nextBoolean();
    List<Cell> cells = new ArrayList<>();
    int size = Math.min(MOST_CELLS, parents.length + random.nextInt(6));
    for (int i = 0; i < size; i++) {
      Set<String> cuts = new TreeSet<>();
      if (random.nextInt(6) > 0) {
        cuts.add("site " + random.nextInt(sites));
      }
      if (roles && random.nextInt(4) > 0) {
        cuts.add("role " + random.nextInt(3));
      }
      List<long[]> people = new ArrayList<>();
      for (int left = random.nextInt(most); left > 0; left--) {
        people.add(Company.person(random, skips, agree));
      }
      int unit = i < parents.length ? i : random.nextInt(parents.length);
      cells.add(new Cell(unit, cuts, people));
    }
    return new CutCompany(parents, cells);
  }

  Family family() {
    List<Family.Group> groups = new ArrayList<>();
    for (int unit = 0; unit < parents.length; unit++) {
      int here = unit;
      List<Cell> own = cells.stream().filter(cell -> cell.unit() == here).toList();
      groups.add(
          new Family.Group(
              Company.id(unit),
              unit == 0 ? null : Company.id(parents[unit]),
              own.stream()
                  .map(cell -> {
                    Tally tally = new Tally(Company.SCORING.shape());
                    cell.people().forEach(tally::add);
                    return tally.summary();
                  })
                  .toList(),
              own.stream().map(Cell::cuts).toList(),
              OptionalLong.empty()));
    }
    return new Family(Company.SCORING.shape(), groups);
  }

  /** Cells of a unit and of all below it, as bits. */
  int ofUnit(int unit) {
    int members = 0;
    for (int cell = 0; cell < cells.size(); cell++) {
      int at = cells.get(cell).unit();
      while (at > unit) {
        at = parents[at];
      }
      members |= at == unit ? 1 << cell : 0;
    }
    return members;
  }

  /** Cells of a cut, as bits. */
  int ofCut(String cut) {
    int members = 0;
    for (int cell = 0; cell < cells.size(); cell++) {
      members |= cells.get(cell).cuts().contains(cut) ? 1 << cell : 0;
    }
    return members;
  }

  List<long[]> people(int set) {
    List<long[]> people = new ArrayList<>();
    for (int cell = 0; cell < cells.size(); cell++) {
      if ((set >> cell & 1) == 1) {
        people.addAll(cells.get(cell).people());
      }
    }
    return people;
  }
}
