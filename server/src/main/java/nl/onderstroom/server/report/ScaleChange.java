package nl.onderstroom.server.report;

import java.util.List;
import java.util.Optional;
import nl.onderstroom.engine.measure.Interval;
import nl.onderstroom.engine.measure.waves.DetectableChange;
import nl.onderstroom.engine.measure.waves.Sample;
import nl.onderstroom.engine.measure.waves.WaveChange;

/**
 * How one scale changed from one wave to the next.
 *
 * @param scale its key
 * @param all of everybody
 * @param teams those of which both waves are shown, with {@value WaveChange#LEAST_ANSWERS} answers
 *     or more each time, in the order of the organisation
 * @param fewerTeams how many teams are shown both times, but with too few answers for that
 */
record ScaleChange(String scale, Judged all, List<OfTeam> teams, int fewerTeams) {
  ScaleChange {
    teams = List.copyOf(teams);
  }

  /**
   * @param before empty when that is not shown
   * @param after likewise
   * @param change what is said of it
   * @param adjusted p after Holm over everything on the page; NaN when there was nothing to test
   */
  record Judged(Sample before, Sample after, WaveChange change, double adjusted) {
    Optional<WaveChange.Evidence> evidence() {
      return switch (change) {
        case WaveChange.Changed changed -> Optional.of(changed.evidence());
        case WaveChange.NotChanged same -> Optional.of(same.evidence());
        case WaveChange.CannotTell open -> open.evidence();
      };
    }

    /** What was tested: teams where that can be, else people. */
    Optional<Tested> tested() {
      return evidence()
          .map(evidence ->
              evidence
                  .teams()
                  .map(teams -> new Tested(teams.mean(), teams.interval()))
                  .orElseGet(() ->
                      new Tested(evidence.people().difference(), evidence.people().interval())));
    }

    /** The smallest true change found 80 times out of 100; empty when nobody differs. */
    Optional<Double> detectable() {
      return evidence()
          .map(evidence -> evidence.people().pooledStandardDeviation())
          .filter(sd -> sd > 0)
          .map(sd -> DetectableChange.unlinked(before.n(), after.n(), sd));
    }
  }

  /** A difference and its 95% interval. */
  record Tested(double difference, Interval interval) {}

  /**
   * @param path names from the top down
   * @param expectedAnyway how far the team was to be expected to go back towards the mean of teams
   *     with nothing done: its shrunken mean before, less its own mean before. Empty with too few
   *     teams to know
   */
  record OfTeam(String code, List<String> path, Judged judged, Optional<Double> expectedAnyway) {
    OfTeam {
      path = List.copyOf(path);
    }

    String name() {
      return String.join(" › ", path);
    }
  }
}
