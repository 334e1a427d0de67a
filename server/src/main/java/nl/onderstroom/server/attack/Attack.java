package nl.onderstroom.server.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.ObjectMapper;

/**
 * Plays games and writes down how they ended.
 *
 * @param bits of the keys
 * @param trials rounds of which everything is held in {@code dump} and {@code worries}; each with a
 *     server of its own
 */
public record Attack(int bits, int trials) {
  /** The games there are, in the order in which they are played. */
  public static final List<String> GAMES =
      List.of(
          "dump", "worries", "times", "personal-key", "bodies", "second-vote", "reports", "churn");

  private static final List<Breakage> DUMPED =
      List.of(
          Breakage.NONE,
          Breakage.TIMES,
          Breakage.SEQUENCE,
          Breakage.INSERTION_ORDER,
          Breakage.LOGGED,
          Breakage.BOX_IN_BACKUP);

  private static final int TEAMS = 12;
  private static final int CHURN_TRIALS = 100;
  private static final int SIMULATED = 2_000;
  private static final int KEY_TRIALS = 200;
  private static final int FIRMS = 200;
  private static final int MOST_COLLUDERS = 3;
  private static final long SEED = 20_261_126;

  /**
   * @param told each outcome as it comes, a line
   * @return whether all is well: ours hold, and what is broken is caught
   * @throws IOException if the folder can't be written
   */
  public boolean play(Set<String> games, Path folder, Consumer<String> told) throws IOException {
    var outcomes = new ArrayList<Outcome>();
    for (String game : GAMES) {
      if (games.contains(game)) {
        // Not all together at the end: some take minutes each.
        play(game).peek(outcome -> told.accept(line(outcome))).forEach(outcomes::add);
      }
    }
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("attack.json"),
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(Map.of("games", outcomes.stream().map(Attack::json).toList()))
            + "\n");
    return outcomes.stream().noneMatch(each -> each.verdict() == Outcome.Verdict.FAILS);
  }

  private Stream<Outcome> play(String game) {
    return switch (game) {
      case "dump" -> dump();
      case "worries" -> worries();
      case "times" -> {
        var times = new TimesGame(SEED, SIMULATED);
        yield Stream.of(times.withPhases(), times.straightAway());
      }
      case "personal-key" -> {
        var keys = new KeyGame(bits, KEY_TRIALS);
        yield Stream.of(keys.checked(), keys.unchecked());
      }
      case "bodies" -> bodies();
      case "second-vote" -> secondVote();
      case "reports" -> reports();
      case "churn" -> churn();
      default -> throw new IllegalArgumentException("no game \"" + game + "\"");
    };
  }

  private Stream<Outcome> dump() {
    var dump = new DumpGame(TEAMS, bits, SEED);
    return DUMPED.stream()
        // One round shows an order that is always there.
        .map(breakage -> dump.play(breakage, breakage.isAtTheDoor() ? 1 : trials));
  }

  private Stream<Outcome> worries() {
    var worries = new WorriesGame(TEAMS, bits, SEED);
    return Stream.of(Breakage.NONE, Breakage.TIMES, Breakage.INSERTION_ORDER)
        .flatMap(
            breakage -> worries.play(breakage, breakage == Breakage.NONE ? trials : 1).stream());
  }

  private Stream<Outcome> bodies() {
    try (Firm firm = Firm.open(TEAMS, Breakage.NONE, bits)) {
      AskedRound.Heard heard =
          AskedRound.open(firm, new Random(SEED)).everybodyAnswersAndWrites(() -> {});
      var bodies = new BodiesGame(SEED);
      return Stream.of(
          bodies.padded("bodies", heard.answers()),
          bodies.unpadded("bodies: unpadded", heard.answers()),
          bodies.padded("bodies of worries", heard.worries()),
          bodies.unpadded("bodies of worries: unpadded", heard.worries()));
    }
  }

  private Stream<Outcome> secondVote() {
    var outcomes = new ArrayList<Outcome>();
    for (Breakage breakage : List.of(Breakage.NONE, Breakage.CREDULOUS)) {
      try (Firm firm = Firm.open(2, breakage, bits)) {
        outcomes.addAll(new SecondVoteGame(firm, breakage, SEED).play());
      }
    }
    return outcomes.stream();
  }

  private Stream<Outcome> churn() {
    try (Firm firm = Firm.open(TEAMS, Breakage.NONE, bits)) {
      return new ChurnGame(firm, SEED).play(CHURN_TRIALS).stream();
    }
  }

  private Stream<Outcome> reports() {
    var outcomes = new ArrayList<Outcome>();
    for (int colluders = 0; colluders <= MOST_COLLUDERS; colluders++) {
      outcomes.add(new ReportsGame(SEED, FIRMS).ours(colluders));
    }
    outcomes.add(new ReportsGame(SEED, FIRMS).usual());
    return outcomes.stream();
  }

  private static String line(Outcome outcome) {
    return String.format(
        Locale.ROOT,
        "%-40s %6d people or tries, %5d trials: advantage %6.3f [%6.3f, %6.3f]  %s",
        outcome.name(),
        outcome.people(),
        outcome.trials(),
        outcome.advantage(),
        outcome.low(),
        outcome.high(),
        word(outcome));
  }

  private static Map<String, Object> json(Outcome outcome) {
    var json = new LinkedHashMap<String, Object>();
    json.put("name", outcome.name());
    json.put("people", outcome.people());
    json.put("trials", outcome.trials());
    json.put("advantage", outcome.advantage());
    json.put("low", outcome.low());
    json.put("high", outcome.high());
    json.put("verdict", word(outcome));
    return json;
  }

  private static String word(Outcome outcome) {
    return outcome.verdict().name().toLowerCase(Locale.ROOT);
  }
}
