package nl.onderstroom.server.attack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * The attacker sees how many bytes pass to and fro when each person answers, but not what, and
 * later holds the answers. He matches sizes; where they are alike he guesses.
 */
final class BodiesGame {
  /** So often he guesses: how lucky he is at it is not the question. */
  private static final int GUESSES = 200;

  private final Random random;

  BodiesGame(long seed) {
    this.random = new Random(seed);
  }

  Outcome padded(String name, List<Sent> sent) {
    return play(name, false, sent, Sent::bytes);
  }

  Outcome unpadded(String name, List<Sent> sent) {
    return play(name, true, sent, Sent::unpadded);
  }

  private Outcome play(String name, boolean broken, List<Sent> sent, ToIntFunction<Sent> passing) {
    Map<Integer, List<Sent>> cohorts = sent.stream().collect(Collectors.groupingBy(Sent::cohort));
    double[] advantages =
        cohorts.values().stream().mapToDouble(cohort -> advantage(cohort, passing)).toArray();
    return Outcome.of(name, broken, sent.size(), advantages);
  }

  private double advantage(List<Sent> cohort, ToIntFunction<Sent> passing) {
    long right = 0;
    for (int guess = 0; guess < GUESSES; guess++) {
      List<Sent> people = shuffled(cohort);
      people.sort(Comparator.comparingInt(passing));
      List<Sent> answers = shuffled(cohort);
      answers.sort(Comparator.comparingInt(Sent::unpadded));
      for (int i = 0; i < cohort.size(); i++) {
        right += people.get(i).person() == answers.get(i).person() ? 1 : 0;
      }
    }
    return ((double) right / GUESSES - 1) / cohort.size();
  }

  private List<Sent> shuffled(List<Sent> list) {
    var shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
