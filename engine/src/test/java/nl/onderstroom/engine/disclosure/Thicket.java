package nl.onderstroom.engine.disclosure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import nl.onderstroom.engine.summary.Answers;
import nl.onderstroom.engine.summary.Summary;
import nl.onderstroom.engine.summary.Tally;

/** A small tree made from a seed, to decide on: some units are no candidates, some people agree. */
record Thicket(UnitTree tree, boolean[] candidates, List<List<Part>> own) {
  private static final int MOST_UNITS = 10;
  private static final int MOST_PEOPLE = 15;

  /** What must be safe: numbers, levels, words, a score, an item and who skipped some, or three. */
  static final int KINDS = 6;

  static Thicket of(long seed) {
    return of(seed, new Random(0));
  }

  /**
   * The same units and people, whatever the names.
   *
   * @param shuffle names the units and mixes the order in which they are given
   */
  static Thicket of(long seed, Random shuffle) {
    Random random = new Random(seed);
    int units = 1 + random.nextInt(MOST_UNITS);
    double skips = random.nextInt(3) * 0.15;
    double agree = random.nextInt(3) * 0.45;
    int kind = random.nextInt(KINDS);
    List<String> names =
        new ArrayList<>(IntStream.range(0, units).mapToObj(unit -> "unit" + unit).toList());
    Collections.shuffle(names, shuffle);
    List<UnitTree.Link> links = new ArrayList<>();
    Map<String, List<Part>> parts = new HashMap<>();
    Map<String, Boolean> mayBeShown = new HashMap<>();
    for (int unit = 0; unit < units; unit++) {
      String name = names.get(unit);
      links.add(new UnitTree.Link(name, unit == 0 ? null : names.get(random.nextInt(unit))));
      parts.put(name, parts(random, kind, skips, agree));
      mayBeShown.put(name, random.nextInt(10) > 0);
    }
    Collections.shuffle(links, shuffle);
    UnitTree tree = UnitTree.of(links);
    boolean[] candidates = new boolean[units];
    List<List<Part>> own = new ArrayList<>();
    for (int place = 0; place < units; place++) {
      candidates[place] = Boolean.TRUE.equals(mayBeShown.get(tree.id(place)));
      own.add(parts.getOrDefault(tree.id(place), List.of()));
    }
    return new Thicket(tree, candidates, own);
  }

  static List<Part> parts(Random random, int kind, double skips, double agree) {
    int people = random.nextInt(3) == 0 ? 0 : random.nextInt(MOST_PEOPLE + 1);
    Tally tally = new Tally(Company.SCORING.shape());
    for (int i = 0; i < people; i++) {
      tally.add(Company.person(random, skips, agree));
    }
    Summary summary = tally.summary();
    return switch (kind) {
      case 0 -> List.of(Part.ofPeople(people, 7));
      case 1 -> List.of(Part.ofAnswers(summary.answers("vision"), 7));
      case 2 -> List.of(Part.ofAnswers(summary.answers("feelings"), 10));
      case 3 -> List.of(score(summary));
      case 4 ->
          List.of(
              Part.ofAnswers(summary.answers("s1"), 7),
              Part.ofPeople(summary.histogram("safety.partial").count(1), 7));
      default ->
          List.of(
              Part.ofPeople(people, 7),
              Part.ofPeople(random.nextBoolean() ? 0 : random.nextInt(9), 7),
              Part.ofAnswers(summary.answers("s2"), 5));
    };
  }

  private static Part score(Summary summary) {
    Answers score = summary.answers("safety");
    return new Part(
        score.n(), List.of(score, summary.answers("s1"), summary.answers("s2")), Floors.LEAST);
  }
}
