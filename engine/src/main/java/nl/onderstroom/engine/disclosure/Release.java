package nl.onderstroom.engine.disclosure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What may be shown of a round: the only thing that pages, exports and interfaces are made from.
 * Immutable. Only {@link Gate} decides one, and {@link ReleaseFormat} brings back one decided
 * before. It holds no cross-products and nothing about withheld units but the reason.
 */
public final class Release {
  private final Floors floors;
  private final Optional<Certificate> certificate;
  private final SequencedMap<String, UnitRelease> units;
  private final SequencedMap<String, UnitRelease> cuts;

  Release(Floors floors, SequencedMap<String, UnitRelease> units) {
    this(floors, Optional.empty(), units, new LinkedHashMap<>());
  }

  Release(
      Floors floors,
      Optional<Certificate> certificate,
      SequencedMap<String, UnitRelease> units,
      SequencedMap<String, UnitRelease> cuts) {
    this.floors = floors;
    this.certificate = certificate;
    this.units = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(units));
    this.cuts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(cuts));
  }

  /** The floors that it was decided with. */
  public Floors floors() {
    return floors;
  }

  /** Of the audit; empty in a release from before there was one. */
  public Optional<Certificate> certificate() {
    return certificate;
  }

  Release with(Certificate audited) {
    return new Release(floors, Optional.of(audited), units, cuts);
  }

  /** Before it is audited. */
  Release withCuts(SequencedMap<String, UnitRelease> decided) {
    return new Release(floors, Optional.empty(), units, decided);
  }

  /** Per unit id, from the top down. */
  public SequencedMap<String, UnitRelease> units() {
    return units;
  }

  /** Per cut id, of groups across the whole tree; most releases have none. */
  public SequencedMap<String, UnitRelease> cuts() {
    return cuts;
  }

  /**
   * @throws IllegalArgumentException if the round did not have the unit
   */
  public UnitRelease unit(String id) {
    return find(id)
        .orElseThrow(() -> new IllegalArgumentException("no unit \"" + id + "\" in this release"));
  }

  /** Empty if the round did not have the unit. */
  public Optional<UnitRelease> find(String id) {
    return Optional.ofNullable(units.get(id));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Release that
        && floors.equals(that.floors)
        && certificate.equals(that.certificate)
        && units.equals(that.units)
        && cuts.equals(that.cuts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(floors, certificate, units, cuts);
  }

  @Override
  public String toString() {
    return "Release of " + units.size() + " units and " + cuts.size() + " cuts";
  }
}
