package nl.onderstroom.server.report;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.onderstroom.engine.drivers.DriverRecords;
import nl.onderstroom.engine.drivers.Drivers;
import nl.onderstroom.engine.drivers.Finding;
import nl.onderstroom.engine.drivers.Refusal;
import nl.onderstroom.engine.drivers.RelativeImportance;
import nl.onderstroom.engine.drivers.Resampling;
import nl.onderstroom.engine.drivers.WithinBetween;
import nl.onderstroom.server.survey.DriverScores;

/**
 * What goes together with an outcome, at the last wave: for everybody, for people beside their team
 * mates, and for teams beside teams. About everybody at once, so no team can be seen in it.
 *
 * @param n people with every score
 * @param rows of the wave
 * @param teams with such people
 */
record DriverReport(
    String wave,
    String outcome,
    List<String> drivers,
    int n,
    int rows,
    int teams,
    Map<Part, Answer> parts) {
  private static final int DRAWS = 1000;
  private static final long SEED = 1980;
  private static final int LEAST_TEAMS = 30;
  // Between teams: no two of them may decide.
  private static final int FEWEST_TEAMS = 3;

  DriverReport {
    drivers = List.copyOf(drivers);
    parts = new EnumMap<>(parts);
  }

  /** Who is compared with whom. */
  enum Part {
    ALL,
    WITHIN,
    BETWEEN
  }

  /** What is said, or why not. */
  sealed interface Answer {}

  /** What the engine found. */
  record Found(RelativeImportance importance) implements Answer {}

  /** Why the engine does not say. */
  record Refused(Refusal why) implements Answer {}

  /**
   * A score on which so few differ from the others that its figures would be about them.
   *
   * @param fewest so many people, or teams, may not make up half of what varies
   */
  record AboutFew(String name, int fewest) implements Answer {}

  /**
   * @param floor fewest people behind a number
   */
  static DriverReport of(DriverScores scores, String wave, int floor) {
    DriverScores.Complete all = scores.complete(wave);
    DriverScores.Complete inTeams = all.inTeams();
    Resampling resampling =
        new Resampling(DRAWS, SEED, Math.min(256, Runtime.getRuntime().availableProcessors()));
    Map<Part, Answer> parts = new EnumMap<>(Part.class);
    Finding everybody =
        all.n() < floor
            ? new Refusal.TooFew(Refusal.Of.PEOPLE, all.n(), Math.max(100, floor))
            : Drivers.ofRecords(
                inTeams.teamCount() < LEAST_TEAMS ? records(scores, all) : inTeams(scores, all),
                resampling);
    parts.put(Part.ALL, answer(scores, everybody, all.values(), floor));
    if (everybody instanceof RelativeImportance) {
      compareTeams(scores, inTeams, floor, resampling, parts);
    }
    return new DriverReport(
        wave, scores.outcome(), scores.drivers(), all.n(), all.rows(), inTeams.teamCount(), parts);
  }

  private static void compareTeams(
      DriverScores scores,
      DriverScores.Complete people,
      int floor,
      Resampling resampling,
      Map<Part, Answer> parts) {
    if (people.n() == 0) {
      Answer none = new Refused(new Refusal.TooFew(Refusal.Of.TEAMS, 0, LEAST_TEAMS));
      parts.put(Part.WITHIN, none);
      parts.put(Part.BETWEEN, none);
      return;
    }
    WithinBetween both = WithinBetween.of(inTeams(scores, people).teamSums(), resampling);
    TeamMeans means = TeamMeans.of(people);
    parts.put(Part.WITHIN, answer(scores, both.within(), means.within(), floor));
    parts.put(Part.BETWEEN, answer(scores, both.between(), means.between(), FEWEST_TEAMS));
  }

  private static DriverRecords records(DriverScores scores, DriverScores.Complete people) {
    return new DriverRecords(
        scores.outcome(), scores.drivers(), people.outcome(), people.drivers());
  }

  /** Those without a team are each on their own. */
  private static DriverRecords inTeams(DriverScores scores, DriverScores.Complete people) {
    int[] teams = people.teams().clone();
    int alone = DriverScores.NO_TEAM;
    for (int i = 0; i < teams.length; i++) {
      teams[i] = teams[i] == DriverScores.NO_TEAM ? alone-- : teams[i];
    }
    return new DriverRecords(
        scores.outcome(), scores.drivers(), people.outcome(), people.drivers(), teams);
  }

  private static Answer answer(
      DriverScores scores, Finding finding, double[][] values, int fewest) {
    return switch (finding) {
      case Refusal why -> new Refused(why);
      case RelativeImportance importance -> {
        for (int i = 0; i < values.length; i++) {
          if (isAboutFew(values[i], fewest)) {
            boolean isOutcome = i == values.length - 1;
            String name = isOutcome ? scores.outcome() : scores.drivers().get(i);
            yield new AboutFew(name, fewest);
          }
        }
        yield new Found(importance);
      }
    };
  }

  /**
   * Whether the {@code fewest} − 1 that lie furthest from the mean make up more than half of the
   * sum of squares: then a coefficient would tell what those few answered.
   */
  static boolean isAboutFew(double[] values, int fewest) {
    double mean = Arrays.stream(values).average().orElse(0);
    double[] squares =
        Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sorted().toArray();
    double ofFew = Arrays.stream(squares).skip(Math.max(0, squares.length - (fewest - 1))).sum();
    return ofFew > Arrays.stream(squares).sum() / 2;
  }

  Answer get(Part part) {
    Answer answer = parts.get(part);
    if (answer == null) {
      throw new IllegalArgumentException(part + " was not asked; there are " + parts.keySet());
    }
    return answer;
  }

  /** Scores about their team's mean, and those means. */
  private static final class TeamMeans {
    private final double[][] within;
    private final double[][] between;

    private TeamMeans(double[][] within, double[][] between) {
      this.within = within;
      this.between = between;
    }

    static TeamMeans of(DriverScores.Complete people) {
      int[] places = new int[people.n()];
      Map<Integer, Integer> placeOfTeam = new HashMap<>();
      for (int i = 0; i < places.length; i++) {
        places[i] = placeOfTeam.computeIfAbsent(people.teams()[i], team -> placeOfTeam.size());
      }
      double[][] values = people.values();
      double[][] within = new double[values.length][];
      double[][] between = new double[values.length][placeOfTeam.size()];
      double[] counts = new double[placeOfTeam.size()];
      Arrays.stream(places).forEach(place -> counts[place]++);
      for (int v = 0; v < values.length; v++) {
        double[] means = between[v];
        for (int i = 0; i < places.length; i++) {
          means[places[i]] += values[v][i] / counts[places[i]];
        }
        within[v] = values[v].clone();
        for (int i = 0; i < places.length; i++) {
          within[v][i] -= means[places[i]];
        }
      }
      return new TeamMeans(within, between);
    }

    double[][] within() {
      return within;
    }

    double[][] between() {
      return between;
    }
  }
}
