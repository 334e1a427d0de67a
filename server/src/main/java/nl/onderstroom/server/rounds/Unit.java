package nl.onderstroom.server.rounds;

import org.jspecify.annotations.Nullable;

/**
 * A unit of the organisation as it was when the round began.
 *
 * @param code stays the same over rounds
 * @param parentCode null for the whole organisation
 * @param people head count of the unit itself, without the units below it
 */
public record Unit(String code, String name, @Nullable String parentCode, int people) {}
