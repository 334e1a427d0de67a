package nl.onderstroom.engine.landscape;

import java.util.OptionalInt;

/**
 * Where one person stands.
 *
 * @param id as it came in
 * @param group likeliest group; empty for somebody with too few votes to say
 * @param probability chance of belonging to that group; 0 when there is none
 * @param x on the map, in standard deviations of people; for the eye only
 * @param y on the map
 * @param votes that count
 */
public record Participant(
    String id, OptionalInt group, double probability, double x, double y, int votes) {}
