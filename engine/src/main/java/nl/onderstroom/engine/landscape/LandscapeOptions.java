package nl.onderstroom.engine.landscape;

import java.util.OptionalInt;

/**
 * How to look.
 *
 * @param groups so many groups whatever the evidence says; empty to choose
 * @param leastVotes somebody with fewer is not put in a group; fewer statements than that lower it
 * @param seed which votes are left out to see what is found again
 * @param replicates how many times that is done; 0 for a point estimate, without confidence
 * @param threads at least 1; changes nothing but the time
 */
public record LandscapeOptions(
    OptionalInt groups, int leastVotes, long seed, int replicates, int threads) {
  /** More groups than this are not looked for. */
  public static final int MOST_GROUPS = 8;

  public LandscapeOptions {
    if (groups.isPresent() && (groups.getAsInt() < 1 || groups.getAsInt() > MOST_GROUPS)) {
      throw new IllegalArgumentException(
          groups.getAsInt() + " groups; expected 1 to " + MOST_GROUPS);
    }
    if (leastVotes < 1 || replicates < 0 || threads < 1) {
      throw new IllegalArgumentException(
          "at least %d votes, %d replicates, %d threads; expected 1, 0 and 1 or more"
              .formatted(leastVotes, replicates, threads));
    }
  }

  /** The usual: groups chosen, seven votes, fifteen replicates, all processors. */
  public static LandscapeOptions usual() {
    return new LandscapeOptions(
        OptionalInt.empty(), 7, 1, 15, Runtime.getRuntime().availableProcessors());
  }
}
