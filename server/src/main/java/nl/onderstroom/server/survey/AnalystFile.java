package nl.onderstroom.server.survey;

import java.util.Optional;

/**
 * An analyst's own file: what it held added up, and what had to be kept beside.
 *
 * @param scores empty when the map names no drivers
 * @param actions empty when the map does not say when teams acted
 * @param stances empty when the map does not say what tells the stance
 */
public record AnalystFile(
    Survey survey,
    Optional<DriverScores> scores,
    Optional<TeamActions> actions,
    Optional<StanceAnswers> stances) {}
