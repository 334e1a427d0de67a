package nl.onderstroom.server.rounds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.onderstroom.engine.disclosure.CohortPlan;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.engine.disclosure.Foresight;
import org.jspecify.annotations.Nullable;

/**
 * What of an organisation will be seen if a share of every cohort answers: the gate's own decision,
 * on expected numbers.
 */
public final class Outlook {
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
    Map<String, Integer> answering = new HashMap<>();
    for (Cohort cohort : organisation.cohorts()) {
      answering.merge(
          cohort.unitCode(), (int) ((long) cohort.people() * percent / 100), Integer::sum);
    }
    var attached = new ArrayList<CohortPlan.Unit>();
    for (Unit unit : organisation.units()) {
      attached.add(
          new CohortPlan.Unit(
              unit.code(), unit.parentCode(), answering.getOrDefault(unit.code(), 0)));
    }
    return new Outlook(organisation, Foresight.of(attached, floors));
  }

  public boolean shows(Unit unit) {
    return foresight.shows(unit.code());
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
