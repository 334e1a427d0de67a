package nl.onderstroom.server.people;

import java.util.Optional;

/**
 * A unit of the organisation.
 *
 * @param parent empty for the whole organisation
 * @param code stays the same when the unit is renamed, and comes back when a unit that ended comes
 *     back under the same name; at most {@value UnitCodes#MOST_CHARACTERS} characters
 */
public record Unit(UnitId id, Optional<UnitId> parent, String name, String code) {}
