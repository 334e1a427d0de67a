package nl.onderstroom.quality.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A made-up firm of 100 to 300 people: a tree of units, whose teams differ in what they answer.
 *
 * @param parents of each unit, before it; −1 for the top
 * @param units of each person
 * @param answers per question and person 1 to 5, or 0 of those who took no part
 */
record MadeFirm(int[] parents, int[] units, int[][] answers) {
  static final int LEVELS = 5;
  private static final double[] CUTS = {-1.3, -.5, .3, 1.1};

  static MadeFirm of(long seed, int questions) {
    var random = new Random(seed);
    int people = 100 + random.nextInt(201);
    int levels = 3 + random.nextInt(3);
    List<Integer> parents = new ArrayList<>(List.of(-1));
    List<Integer> units = new ArrayList<>(List.of(0));
    List<Integer> above = List.of(0);
    double teams = people / 10.0;
    double branching = Math.pow(teams, 1.0 / (levels - 1));
    for (int level = 1; level < levels; level++) {
      List<Integer> here = new ArrayList<>();
      for (int parent : above) {
        int children = Math.max(1, (int) Math.round(branching * (.6 + .8 * random.nextDouble())));
        for (int child = 0; child < children; child++) {
          parents.add(parent);
          int unit = parents.size() - 1;
          here.add(unit);
          int inside =
              level == levels - 1
                  ? Math.clamp(Math.round(9 * Math.exp(.45 * random.nextGaussian())), 3, 25)
                  : 1 + random.nextInt(2);
          IntStream.range(0, inside).forEach(each -> units.add(unit));
        }
      }
      above = here;
    }
    return new MadeFirm(ints(parents), ints(units), answers(random, ints(units), questions));
  }

  private static int[][] answers(Random random, int[] units, int questions) {
    double rate = .6 + .3 * random.nextDouble();
    boolean[] tookPart = new boolean[units.length];
    IntStream.range(0, units.length)
        .forEach(person -> tookPart[person] = random.nextDouble() < rate);
    int[][] answers = new int[questions][units.length];
    for (int question = 0; question < questions; question++) {
      double shift = .6 * random.nextGaussian();
      double[] unit = random.doubles(units.length).map(any -> .5 * random.nextGaussian()).toArray();
      for (int person = 0; person < units.length; person++) {
        double lean = shift + unit[units[person]] + random.nextGaussian();
        int level = 1;
        while (level < LEVELS && lean > CUTS[level - 1]) {
          level++;
        }
        answers[question][person] = tookPart[person] ? level : 0;
      }
    }
    return answers;
  }

  int people() {
    return units.length;
  }

  boolean tookPart(int person) {
    return answers[0][person] > 0;
  }

  /** Whether the unit is the other, or below it. */
  boolean isWithin(int unit, int above) {
    int at = unit;
    while (at > above) {
      at = parents[at];
    }
    return at == above;
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }
}
