package nl.onderstroom.server.attack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.onderstroom.server.answers.Closing;
import nl.onderstroom.server.insight.Publishing;

/**
 * Everybody answers and, right after that, writes something. The attacker holds all that {@link
 * DumpGame} gives him, and more: he looks while the round is open, after it closed, and after it
 * was shared, and knows of each text from which team it came, which nothing tells. He has to say
 * who wrote it, knowing in which order people did; and, not knowing that, which answers are of who
 * wrote it.
 */
final class WorriesGame {
  /** Where a trace has no order, chance guesses so often. */
  private static final int GUESSES = 20;

  private final int teams;
  private final int bits;
  private final Random chance;

  WorriesGame(int teams, int bits, long seed) {
    this.teams = teams;
    this.bits = bits;
    this.chance = new Random(seed);
  }

  /**
   * A team, and what was found of all.
   *
   * @param worries of texts
   * @param answers places of answers, by the same numbers
   */
  private record Team(Group worries, Map<String, Trace> answers) {
    /** By the order of answers and that of texts. */
    List<Pairing> pairings() {
      return answers.keySet().stream()
          .flatMap(beside ->
              worries.traces().keySet().stream()
                  .flatMap(where ->
                      Stream.of(
                          new Pairing(beside, where, false), new Pairing(beside, where, true))))
          .toList();
    }
  }

  /** Texts are laid beside answers, both in the order of a trace. */
  private record Pairing(String beside, String where, boolean backwards) {}

  /**
   * Who wrote it; and which answers belong to it.
   *
   * @param trials rounds, each with a server of its own
   */
  List<Outcome> play(Breakage breakage, int trials) {
    var all = new ArrayList<Team>();
    for (int trial = 0; trial < trials; trial++) {
      all.addAll(teams(breakage, new Random(trial)));
    }
    boolean broken = breakage != Breakage.NONE;
    String suffix = broken ? ": " + breakage.code() : "";
    int people = all.size() * Firm.TEAM;
    return List.of(
        Outcome.of(
            "worries" + suffix,
            broken,
            people,
            new CrossFit<Team, Group.Guess>(
                    team -> team.worries().guesses(),
                    (team, guess) -> team.worries().advantage(guess, chance))
                .advantages(all)),
        Outcome.of(
            "worries beside answers" + suffix,
            broken,
            people,
            new CrossFit<Team, Pairing>(Team::pairings, this::advantage).advantages(all)));
  }

  private List<Team> teams(Breakage breakage, Random random) {
    try (Firm firm = Firm.open(teams, breakage, bits);
        Backup backup = Backup.none()) {
      AskedRound round = AskedRound.open(firm, random);
      AskedRound.Heard heard =
          round.everybodyAnswersAndWrites(() -> backup.make(firm.data(), false));
      var answers = new Looking(new Serials(heard.answers()), new HashMap<>());
      var worries = new Looking(new Serials(heard.worries()), new HashMap<>());
      List<Looking> both = List.of(answers, worries);
      both.forEach(each -> each.atTables(firm, "open, "));
      both.forEach(each -> each.atFiles(firm.data().resolve("boxes"), "open, "));
      both.forEach(each -> each.requireAll("open, " + Disk.BOX, heard.answers().size()));
      firm.room(Closing.class).close(round.id());
      both.forEach(each -> each.atTables(firm, "closed, "));
      firm.room(Publishing.class).publish(round.id());
      both.forEach(each -> each.atTables(firm, ""));
      worries.requireAll("told_worries.texts, within", heard.worries().size());
      firm.stop();
      both.forEach(each -> each.atFiles(firm.data(), ""));
      both.forEach(each -> each.atFiles(backup.folder(), "backup, "));
      List<List<Integer>> groups = Sent.byCohort(heard.worries());
      Map<String, Trace> ofWorries = worries.telling(groups);
      Map<String, Trace> ofAnswers = answers.telling(groups);
      return groups.stream()
          .map(people ->
              new Team(new Group(people, Sent.persons(heard.worries()), ofWorries), ofAnswers))
          .toList();
    }
  }

  /**
   * What is looked for, and what was found.
   *
   * @param found by when and where
   */
  private record Looking(Serials serials, Map<String, Trace> found) {
    void atTables(Firm firm, String when) {
      keep(Tables.traces(firm.data(), serials), when);
    }

    void atFiles(Path folder, String when) {
      keep(Disk.traces(folder, "", serials), when);
    }

    private void keep(List<Trace> traces, String when) {
      traces.forEach(trace -> found.put(when + trace.where(), trace));
    }

    /**
     * Who finds nothing because he looks in the wrong place has not shown that there is nothing.
     */
    void requireAll(String where, int people) {
      Trace trace = found.get(where);
      int there = trace == null ? 0 : trace.places().size();
      if (there < people) {
        throw new IllegalStateException(
            "%s has %d of what %d people sent; the attack must find all."
                .formatted(where, there, people));
      }
    }

    Map<String, Trace> telling(List<List<Integer>> groups) {
      return found.entrySet().stream()
          .filter(each -> groups.stream().anyMatch(each.getValue()::tellsOf))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
  }

  /** Share of the team's texts that is laid beside the right answers, beyond one of all. */
  private double advantage(Team team, Pairing guess) {
    List<Integer> people = team.worries().ballots();
    Trace texts = team.worries().traces().get(guess.where());
    Trace answers = team.answers().get(guess.beside());
    if (texts == null || answers == null) {
      return 0;
    }
    long right = 0;
    for (int attempt = 0; attempt < GUESSES; attempt++) {
      List<Integer> order = texts.sorted(people, chance);
      right +=
          Group.alike(answers.sorted(people, chance), guess.backwards() ? order.reversed() : order);
    }
    return ((double) right / GUESSES - 1) / people.size();
  }
}
