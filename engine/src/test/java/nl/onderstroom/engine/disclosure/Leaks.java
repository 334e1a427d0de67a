package nl.onderstroom.engine.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import nl.onderstroom.engine.disclosure.UnitRelease.Shown;
import nl.onderstroom.engine.summary.Tally;

/** Searches a release, beside the true records, for anything that a reader should not get. */
final class Leaks {
  private static final int VISION = 0;
  private static final int S1 = 1;
  private static final int S2 = 2;
  private static final int FEELINGS = 3;
  private static final int SAFETY = 4;
  private static final int PARTIAL = 5;
  private static final int WORDS = 4;

  private final Company company;
  private final Release release;
  private final Floors floors;

  Leaks(Company company, Release release) {
    this.company = company;
    this.release = release;
    this.floors = release.floors();
  }

  /** The first leak, in words. */
  Optional<String> first() {
    Set<Integer> units = sets(unit -> true);
    Optional<String> leak = small("respondents", units, floors.numbers(), person -> true);
    Map<String, Integer> places =
        Map.of("vision", VISION, "s1", S1, "s2", S2, "safety", SAFETY, "feelings", FEELINGS);
    for (Map.Entry<String, Integer> entry : places.entrySet()) {
      int place = entry.getValue();
      Set<Integer> numbers =
          sets(unit -> !(figure(unit, entry.getKey()) instanceof Figure.HiddenFigure));
      Set<Integer> counts = sets(unit -> isDistribution(figure(unit, entry.getKey())));
      Predicate<long[]> answered = person -> person[place] != Tally.MISSING;
      leak =
          leak.or(() -> small(entry.getKey(), numbers, floors.numbers(), answered))
              .or(() ->
                  small(entry.getKey() + " counts", counts, floors.distributions(), answered));
      if (place != FEELINGS && place != SAFETY) {
        leak = leak.or(() -> alike(entry.getKey(), numbers, place));
      } else if (place == FEELINGS) {
        leak = leak.or(() -> allTicked(numbers));
      }
    }
    return leak.or(this::partial).or(this::item);
  }

  /** Score and items together: their difference is about those who skipped some items only. */
  private Optional<String> partial() {
    Set<Integer> both = sets(unit -> !(figure(unit, "safety") instanceof Figure.HiddenFigure));
    for (String item : List.of("s1", "s2")) {
      both.retainAll(sets(unit -> !(figure(unit, item) instanceof Figure.HiddenFigure)));
    }
    return small("score minus items", both, floors.numbers(), person -> person[PARTIAL] == 1);
  }

  /** A score minus all its items but one is that one. */
  private Optional<String> item() {
    for (Map.Entry<String, UnitRelease> unit : release.units().entrySet()) {
      if (unit.getValue() instanceof Shown shown
          && !(figure(shown, "safety") instanceof Figure.HiddenFigure)
          && figure(shown, "s1") instanceof Figure.HiddenFigure
              != figure(shown, "s2") instanceof Figure.HiddenFigure) {
        return Optional.of("score minus the other item in " + unit.getKey());
      }
    }
    return Optional.empty();
  }

  private Optional<String> small(
      String what, Set<Integer> sets, int floor, Predicate<long[]> counts) {
    for (int set : sets) {
      long n = members(set).stream().filter(counts).count();
      if (n > 0 && n < floor) {
        return Optional.of(what + ": " + n + " people in " + Integer.toBinaryString(set));
      }
    }
    return Optional.empty();
  }

  private Optional<String> alike(String what, Set<Integer> sets, int place) {
    for (int set : sets) {
      Map<Long, Integer> levels = new HashMap<>();
      members(set).stream()
          .filter(person -> person[place] != Tally.MISSING)
          .forEach(person -> levels.merge(person[place], 1, Integer::sum));
      int n = levels.values().stream().mapToInt(Integer::intValue).sum();
      int most = levels.values().stream().mapToInt(Integer::intValue).max().orElse(0);
      if (n > 0 && n - most < 2) {
        return Optional.of(
            "%s: %d of %d alike in %s".formatted(what, most, n, Integer.toBinaryString(set)));
      }
    }
    return Optional.empty();
  }

  private Optional<String> allTicked(Set<Integer> sets) {
    for (int set : sets) {
      List<long[]> answered =
          members(set).stream().filter(person -> person[FEELINGS] != Tally.MISSING).toList();
      for (int word = 0; word < WORDS; word++) {
        int bit = word;
        long ticked = answered.stream().filter(p -> (p[FEELINGS] >>> bit & 1) == 1).count();
        if (!answered.isEmpty() && answered.size() - ticked < 2) {
          return Optional.of("feelings: word " + word + " alike for " + ticked + " people");
        }
      }
    }
    return Optional.empty();
  }

  /** Every set that can be computed from the groups that show it, found in three ways. */
  private Set<Integer> sets(Predicate<Shown> shows) {
    List<Integer> groups = new ArrayList<>();
    for (int unit = 0; unit < company.parents.length; unit++) {
      if (release.unit(Company.id(unit)) instanceof Shown shown && shows.test(shown)) {
        groups.add(company.members(unit));
      }
    }
    Reader reader = new Reader(company.parents.length, groups);
    Set<Integer> sets = new TreeSet<>(reader.atoms());
    sets.addAll(reader.differences());
    sets.addAll(reader.computable());
    return sets;
  }

  private List<long[]> members(int set) {
    List<long[]> members = new ArrayList<>();
    for (int unit = 0; unit < company.parents.length; unit++) {
      if ((set >> unit & 1) == 1) {
        members.addAll(company.people.get(unit));
      }
    }
    return members;
  }

  private static Figure figure(Shown shown, String key) {
    return shown.figure(key);
  }

  private static boolean isDistribution(Figure figure) {
    return figure instanceof Figure.Distribution || figure instanceof Figure.TickShares;
  }
}
