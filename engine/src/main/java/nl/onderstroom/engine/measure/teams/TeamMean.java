package nl.onderstroom.engine.measure.teams;

/** One team's shrunken mean, or why there is none. */
public sealed interface TeamMean permits ShrunkenMean, TeamRefusal {
  /** Fewer people than this get no number. */
  int LEAST_PEOPLE = 7;
}
