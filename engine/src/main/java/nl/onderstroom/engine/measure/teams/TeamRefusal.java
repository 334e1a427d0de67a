package nl.onderstroom.engine.measure.teams;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Why nothing is said about teams, and what would be enough.
 *
 * @param given what there is
 * @param needed what would be enough; 0 where no number of people would be
 */
public record TeamRefusal(Reason reason, long given, long needed)
    implements Intraclass, TeamMeans, TeamMean, TeamAgreement {
  /** In what there is too little. */
  public enum Reason {
    /** Given and needed are teams in which somebody answered. */
    FEW_TEAMS,
    /** Given and needed are people who answered, of one team. */
    FEW_PEOPLE,
    /**
     * Given and needed are people of all teams: nearly everybody is the only one of a team, so that
     * differences between people and between teams cannot be told apart.
     */
    TEAMS_OF_ONE,
    /** Everybody gave the same answer. Given is the number of people. */
    ALL_ALIKE,
    /** People differ between teams and not at all within. Given is the number of people. */
    ALIKE_WITHIN_TEAMS
  }

  public TeamRefusal {
    if (given < 0 || needed < 0) {
      throw new IllegalArgumentException(
          "%s: given %d, needed %d; expected at least 0".formatted(reason, given, needed));
    }
  }

  /** Why teams cannot be compared, if they cannot. */
  static Optional<TeamRefusal> find(TeamSums sums, int leastTeams) {
    SizeClasses sizes = new SizeClasses(sums);
    if (sizes.teams() < leastTeams) {
      return refusal(Reason.FEW_TEAMS, sizes.teams(), leastTeams);
    }
    if (sizes.people() < 2L * sizes.teams()) {
      return refusal(Reason.TEAMS_OF_ONE, sizes.people(), 2L * sizes.teams());
    }
    if (sizes.within() > 0) {
      return Optional.empty();
    }
    return refusal(oneMean(sums) ? Reason.ALL_ALIKE : Reason.ALIKE_WITHIN_TEAMS, sizes.people(), 0);
  }

  /** Equal fractions of integers are equal doubles, so this needs no tolerance. */
  private static boolean oneMean(TeamSums sums) {
    return IntStream.range(0, sums.teams())
            .filter(team -> sums.n(team) > 0)
            .mapToDouble(sums::mean)
            .distinct()
            .count()
        == 1;
  }

  /** Why a team gets no number, if it gets none. */
  static Optional<TeamRefusal> findFor(long people) {
    return people < TeamMean.LEAST_PEOPLE
        ? refusal(Reason.FEW_PEOPLE, people, TeamMean.LEAST_PEOPLE)
        : Optional.empty();
  }

  private static Optional<TeamRefusal> refusal(Reason reason, long given, long needed) {
    return Optional.of(new TeamRefusal(reason, given, needed));
  }
}
