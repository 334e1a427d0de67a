package nl.onderstroom.server.survey;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import nl.onderstroom.engine.measure.reliability.Covariances;
import nl.onderstroom.engine.measure.reliability.OrdinalReliability;
import nl.onderstroom.engine.summary.Summary;
import nl.onderstroom.server.rounds.Questionnaire;

/**
 * What a file of answers held, added up: nothing of a single row is left.
 *
 * @param waves in order; one without a name when the map names no wave
 */
public record Survey(Questionnaire questionnaire, List<Wave> waves) {
  public Survey {
    waves = List.copyOf(waves);
  }

  /**
   * The items of a scale together, over the people who answered all of them.
   *
   * @param ordinal empty where answers are no levels, or of fewer than three items
   */
  public record Items(Covariances covariances, Optional<OrdinalReliability> ordinal) {}

  /**
   * Everything of one moment.
   *
   * @param name as in the file; empty when there is one wave only
   * @param teams per path in the tree, in natural order; the empty path holds those without a team
   * @param items of each scale of the map, in order
   */
  public record Wave(String name, SequencedMap<List<String>, Summary> teams, List<Items> items) {
    public Wave {
      var sorted = new TreeMap<List<String>, Summary>(NaturalOrder.PATHS);
      sorted.putAll(teams);
      teams = Collections.unmodifiableSequencedMap(sorted);
      items = List.copyOf(items);
    }

    /** Rows in the file. */
    long people() {
      return teams.values().stream().mapToLong(Summary::respondents).sum();
    }
  }
}
