package nl.onderstroom.engine.disclosure;

import java.util.LinkedHashMap;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.function.BiFunction;

/** Releases as a gate without one of its rules would have made them. */
final class Edited {
  private Edited() {}

  static Release figures(Release release, BiFunction<String, Figure, Figure> change) {
    SequencedMap<String, UnitRelease> units = new LinkedHashMap<>();
    release
        .units()
        .forEach((id, unit) -> {
          if (unit instanceof UnitRelease.Shown shown) {
            SequencedMap<String, Figure> figures = new LinkedHashMap<>(shown.figures());
            figures.replaceAll(change);
            units.put(id, new UnitRelease.Shown(shown.respondents(), figures));
          } else {
            units.put(id, unit);
          }
        });
    return new Release(release.floors(), units);
  }

  static Release telling(Release release, String id, long respondents) {
    SequencedMap<String, UnitRelease> units = new LinkedHashMap<>(release.units());
    UnitRelease.Shown shown = (UnitRelease.Shown) release.unit(id);
    units.put(id, new UnitRelease.Shown(OptionalLong.of(respondents), shown.figures()));
    return new Release(release.floors(), units);
  }
}
