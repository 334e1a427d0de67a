package nl.onderstroom.server.kept;

/**
 * Whether a unit's result is, or may come to be, seen.
 *
 * @param unit its name
 * @param reason why not, in words; empty when there is nothing to add
 */
record Seen(String unit, boolean shown, String reason) {}
