package nl.onderstroom.engine.disclosure;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.Summary;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;
import org.jspecify.annotations.Nullable;

/**
 * What would be shown if so many people took part: the decision of {@link Gate} itself, on sheets
 * that are handed in blank. What single questions show depends on the answers, and cannot be
 * foreseen.
 *
 * @param units per unit, from the top down, why it would not be shown; empty for one that would
 * @param cuts per cut that somebody is in, likewise, in the order of their ids
 */
public record Foresight(
    SequencedMap<String, Optional<Reason>> units, SequencedMap<String, Optional<Reason>> cuts) {
  private static final SummaryShape NOTHING = SummaryShape.of(new Quantity.Levels("nothing", 1, 2));

  public Foresight {
    units = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(units));
    cuts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(cuts));
  }

  /**
   * @param id unique
   * @param parent id of the group it is part of; null for the top
   * @param cohorts attached to this group directly; may be empty
   */
  public record Group(String id, @Nullable String parent, List<Cohort> cohorts) {
    public Group {
      cohorts = List.copyOf(cohorts);
    }
  }

  /**
   * @param people how many of it take part, at least 0
   * @param cuts ids of the cuts that all of it belongs to
   */
  public record Cohort(int people, Set<String> cuts) {
    public Cohort {
      cuts = Set.copyOf(cuts);
    }
  }

  /**
   * Cost: O(people), and what the gate takes.
   *
   * @param groups a tree with one top, in any order
   * @throws IllegalArgumentException if the groups are not one tree
   */
  public static Foresight of(Collection<Group> groups, Floors floors) {
    Family family =
        new Family(
            NOTHING,
            groups.stream()
                .map(group ->
                    new Family.Group(
                        group.id(),
                        group.parent(),
                        group.cohorts().stream().map(each -> blank(each.people())).toList(),
                        group.cohorts().stream().map(Cohort::cuts).toList(),
                        OptionalLong.empty()))
                .toList());
    Release release = Gate.decide(family, floors);
    return new Foresight(reasons(release.units()), reasons(release.cuts()));
  }

  private static SequencedMap<String, Optional<Reason>> reasons(
      SequencedMap<String, UnitRelease> releases) {
    SequencedMap<String, Optional<Reason>> reasons = new LinkedHashMap<>();
    releases.forEach((id, release) ->
        reasons.put(
            id,
            switch (release) {
              case UnitRelease.Shown shown -> Optional.empty();
              case UnitRelease.Withheld withheld -> Optional.of(withheld.reason());
            }));
    return reasons;
  }

  private static Summary blank(int people) {
    Tally tally = new Tally(NOTHING);
    for (int i = 0; i < people; i++) {
      tally.add(new long[] {Tally.MISSING});
    }
    return tally.summary();
  }
}
