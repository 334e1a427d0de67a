package nl.onderstroom.server.ballots;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Of each person of a cohort the number of a block, of at least {@value #LEAST} people and fewer
 * than twice as many, or of all where they are fewer. Who is in which, chance decides.
 */
final class Blocks {
  static final int LEAST = 50;

  private Blocks() {}

  static List<Integer> draw(int people, Random random) {
    int blocks = Math.max(1, people / LEAST);
    Integer[] numbers = new Integer[people];
    Arrays.setAll(numbers, i -> i % blocks);
    List<Integer> drawn = Arrays.asList(numbers);
    Collections.shuffle(drawn, random);
    return drawn;
  }
}
