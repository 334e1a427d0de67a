package nl.onderstroom.server.report;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
 * @param drivers those that count
 * @param leftOut scales among the drivers whose items make no score: what goes together with
 *     something that is mostly chance, or that measures no one thing, cannot be said
 * @param n people with every score
 * @param rows of the wave
 * @param teams with such people
 */
record DriverReport(
    String wave,
    String outcome,
    List<String> drivers,
    List<NoScore> leftOut,
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
    leftOut = List.copyOf(leftOut);
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

  /** A scale whose items do not make one score, so that nothing is told of it. */
  record NoScore(WaveReport.OfScale scale) implements Answer {
    String name() {
      return scale.question().key();
    }
  }

  /** None of the drivers that were named is a score. */
  record NoneLeft() implements Answer {}

  /**
   * @param wave the last
   * @param floor fewest people behind a number
   */
  static DriverReport of(DriverScores scores, WaveReport wave, int floor) {
    List<NoScore> refused =
        wave.scales().stream().filter(scale -> !scale.isScore()).map(NoScore::new).toList();
    List<NoScore> leftOut =
        refused.stream().filter(scale -> scores.drivers().contains(scale.name())).toList();
    DriverScores.Complete all =
        scores.complete(
            wave.name(), leftOut.stream().map(NoScore::name).collect(Collectors.toSet()));
    DriverScores.Complete inTeams = all.inTeams();
    Map<Part, Answer> parts = new EnumMap<>(Part.class);
    refused.stream()
        .filter(scale -> scale.name().equals(scores.outcome()))
        .forEach(scale -> parts.put(Part.ALL, scale));
    if (parts.isEmpty() && all.names().size() == 1) {
      parts.put(Part.ALL, new NoneLeft());
    }
    if (parts.isEmpty()) {
      compare(all, inTeams, floor, parts);
    }
    return new DriverReport(
        wave.name(),
        scores.outcome(),
        all.names().subList(0, all.names().size() - 1),
        leftOut,
        all.n(),
        all.rows(),
        inTeams.teamCount(),
        parts);
  }

  private static void compare(
      DriverScores.Complete all,
      DriverScores.Complete inTeams,
      int floor,
      Map<Part, Answer> parts) {
    Resampling resampling =
        new Resampling(DRAWS, SEED, Math.min(256, Runtime.getRuntime().availableProcessors()));
    Finding everybody =
        all.n() < floor
            ? new Refusal.TooFew(Refusal.Of.PEOPLE, all.n(), Math.max(100, floor))
            : Drivers.ofRecords(
                inTeams.teamCount() < LEAST_TEAMS ? records(all) : inTeams(all), resampling);
    parts.put(Part.ALL, answer(all.names(), everybody, all.values(), floor));
    if (everybody instanceof RelativeImportance) {
      compareTeams(inTeams, floor, resampling, parts);
    }
  }

  private static void compareTeams(
      DriverScores.Complete people, int floor, Resampling resampling, Map<Part, Answer> parts) {
    if (people.n() == 0) {
      Answer none = new Refused(new Refusal.TooFew(Refusal.Of.TEAMS, 0, LEAST_TEAMS));
      parts.put(Part.WITHIN, none);
      parts.put(Part.BETWEEN, none);
      return;
    }
    WithinBetween both = WithinBetween.of(inTeams(people).teamSums(), resampling);
    TeamMeans means = TeamMeans.of(people);
    parts.put(Part.WITHIN, answer(people.names(), both.within(), means.within(), floor));
    parts.put(Part.BETWEEN, answer(people.names(), both.between(), means.between(), FEWEST_TEAMS));
  }

  private static DriverRecords records(DriverScores.Complete people) {
    return new DriverRecords(
        people.names().getLast(), drivers(people), people.outcome(), people.drivers());
  }

  /** Those without a team are each on their own. */
  private static DriverRecords inTeams(DriverScores.Complete people) {
    int[] teams = people.teams().clone();
    int alone = DriverScores.NO_TEAM;
    for (int i = 0; i < teams.length; i++) {
      teams[i] = teams[i] == DriverScores.NO_TEAM ? alone-- : teams[i];
    }
    return new DriverRecords(
        people.names().getLast(), drivers(people), people.outcome(), people.drivers(), teams);
  }

  private static List<String> drivers(DriverScores.Complete people) {
    return people.names().subList(0, people.names().size() - 1);
  }

  private static Answer answer(List<String> names, Finding finding, double[][] values, int fewest) {
    return switch (finding) {
      case Refusal why -> new Refused(why);
      case RelativeImportance importance -> {
        for (int i = 0; i < values.length; i++) {
          if (isAboutFew(values[i], fewest)) {
            yield new AboutFew(names.get(i), fewest);
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
