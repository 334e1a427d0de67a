package nl.onderstroom.engine.disclosure.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Made up families of groups. */
final class Families {
  private Families() {}

  static Groups of(int people, int[]... members) {
    return new Groups(
        IntStream.range(0, members.length).mapToObj(at -> "g" + at).toList(),
        List.of(members),
        people);
  }

  /** Up to twelve groups that lie within one another, cross and overlap; some twice, some empty. */
  static Groups any(Random random) {
    int people = 1 + random.nextInt(18);
    int count = 1 + random.nextInt(12);
    List<int[]> groups = new ArrayList<>();
    for (int group = 0; group < count; group++) {
      int kind = random.nextInt(5);
      int[] earlier = groups.isEmpty() ? all(people) : groups.get(random.nextInt(groups.size()));
      groups.add(
          switch (kind) {
            case 0 -> some(all(people), random, .5);
            case 1 -> some(earlier, random, .6);
            case 2 -> {
              int from = random.nextInt(people);
              yield IntStream.range(from, from + 1 + random.nextInt(people - from)).toArray();
            }
            case 3 -> {
              int[] within = earlier;
              yield IntStream.range(0, people)
                  .filter(person -> IntStream.of(within).noneMatch(each -> each == person))
                  .toArray();
            }
            default -> some(all(people), random, random.nextDouble());
          });
    }
    return of(people, groups.toArray(int[][]::new));
  }

  private static int[] all(int people) {
    return IntStream.range(0, people).toArray();
  }

  private static int[] some(int[] people, Random random, double chance) {
    return IntStream.of(people).filter(person -> random.nextDouble() < chance).toArray();
  }
}
