package nl.onderstroom.server.attack;

import java.nio.file.Path;
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

  /** As somebody at the window sees them come. */
  private static final String IN_ORDER = "";

  private final int teams;
  private final int bits;
  private final Random chance;

  WorriesGame(int teams, int bits, long seed) {
    this.teams = teams;
    this.bits = bits;
    this.chance = new Random(seed);
  }

  /** People of a team in the order in which they came, and what was found of all. */
  private record Team(List<Integer> people, Held held) {}

  /** Places of answers and of texts; those that say nothing are left out. */
  private record Held(Map<String, Trace> answers, Map<String, Trace> worries) {
    /** By the order of texts alone. */
    List<Guess> ofAuthors() {
      return guesses(IN_ORDER).toList();
    }

    /** By the order of answers and that of texts. */
    List<Guess> ofPairs() {
      return answers.keySet().stream().flatMap(this::guesses).toList();
    }

    private Stream<Guess> guesses(String beside) {
      return worries.keySet().stream()
          .flatMap(
              where -> Stream.of(new Guess(beside, where, false), new Guess(beside, where, true)));
    }
  }

  /**
   * Texts are laid beside people, or beside answers, in the order of their traces.
   *
   * @param beside the trace of answers; {@link #IN_ORDER} for people in the order they came in
   * @param where the trace of texts
   */
  private record Guess(String beside, String where, boolean backwards) {}

  /** Who wrote it; and which answers belong to it. */
  List<Outcome> play(Breakage breakage) {
    List<Team> all = teams(breakage);
    boolean broken = breakage != Breakage.NONE;
    String suffix = broken ? ": " + breakage.code() : "";
    int people = teams * Firm.TEAM;
    return List.of(
        Outcome.of(
            "worries" + suffix,
            broken,
            people,
            new CrossFit<Team, Guess>(team -> team.held().ofAuthors(), this::advantage)
                .advantages(all)),
        Outcome.of(
            "worries beside answers" + suffix,
            broken,
            people,
            new CrossFit<Team, Guess>(team -> team.held().ofPairs(), this::advantage)
                .advantages(all)));
  }

  private List<Team> teams(Breakage breakage) {
    try (Firm firm = Firm.open(teams, breakage, bits)) {
      AskedRound round = AskedRound.open(firm, chance);
      AskedRound.Heard heard = round.everybodyAnswersAndWrites();
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
      List<List<Integer>> groups = Sent.byCohort(heard.answers());
      var held = new Held(answers.telling(groups), worries.telling(groups));
      return groups.stream().map(people -> new Team(people, held)).toList();
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

  /** Share of the team's texts that is laid right, beyond one of all. */
  private double advantage(Team team, Guess guess) {
    Trace texts = team.held().worries().get(guess.where());
    if (texts == null) {
      return 0;
    }
    long right = 0;
    for (int attempt = 0; attempt < GUESSES; attempt++) {
      List<Integer> beside = beside(team, guess);
      List<Integer> order = texts.sorted(team.people(), chance);
      List<Integer> told = guess.backwards() ? order.reversed() : order;
      for (int i = 0; i < beside.size(); i++) {
        right += told.get(i).equals(beside.get(i)) ? 1 : 0;
      }
    }
    return ((double) right / GUESSES - 1) / team.people().size();
  }

  private List<Integer> beside(Team team, Guess guess) {
    Trace answers = team.held().answers().get(guess.beside());
    return answers == null ? team.people() : answers.sorted(team.people(), chance);
  }
}
