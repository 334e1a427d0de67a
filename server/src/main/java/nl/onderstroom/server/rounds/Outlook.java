package nl.onderstroom.server.rounds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.engine.disclosure.Foresight;
import nl.onderstroom.engine.disclosure.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What of an organisation will be seen if a share of every cohort answers: the gate's own decision,
 * on expected numbers.
 */
public final class Outlook {
  /** Why nothing is shown of a group that the gate was told nobody is in. */
  private static final Optional<Reason> NOBODY = Optional.of(Reason.NO_ANSWERS);

  private final Map<String, Unit> units = new HashMap<>();
  private final Foresight foresight;

  private Outlook(Organisation organisation, Foresight foresight) {
    organisation.units().forEach(unit -> units.put(unit.code(), unit));
    this.foresight = foresight;
  }

  /**
   * @param percent of the people of each cohort who answer, 0 to 100; a part of a person does not
   */
  public static Outlook of(Organisation organisation, Floors floors, int percent) {
    Map<String, List<Foresight.Cohort>> answering = new HashMap<>();
    for (Cohort cohort : organisation.cohorts()) {
      int people = (int) ((long) cohort.people() * percent / 100);
      Set<String> cuts = cohort.cuts().stream().map(Cut::id).collect(Collectors.toSet());
      answering
          .computeIfAbsent(cohort.unitCode(), unit -> new ArrayList<>())
          .add(new Foresight.Cohort(people, cuts));
    }
    List<Foresight.Group> groups =
        organisation.units().stream()
            .map(unit ->
                new Foresight.Group(
                    unit.code(), unit.parentCode(), answering.getOrDefault(unit.code(), List.of())))
            .toList();
    return new Outlook(organisation, Foresight.of(groups, floors));
  }

  public boolean shows(Unit unit) {
    return foresight.units().getOrDefault(unit.code(), NOBODY).isEmpty();
  }

  /** Whether there would be something to see of a group across the units. */
  public boolean shows(Cut cut) {
    return foresight.cuts().getOrDefault(cut.id(), NOBODY).isEmpty();
  }

  /** The lowest shown unit in which this cohort's answers count; empty if there is none. */
  public Optional<Unit> heardIn(Cohort cohort) {
    return chain(cohort.unitCode()).stream().filter(this::shows).findFirst();
  }

  /** The unit and all above it, from below; empty if there is no such unit. */
  public List<Unit> chain(String code) {
    var chain = new ArrayList<Unit>();
    @Nullable Unit at = units.get(code);
    while (at != null) {
      chain.add(at);
      at = at.parentCode() == null ? null : units.get(at.parentCode());
    }
    return chain;
  }
}
