package nl.onderstroom.server.ballots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whose rows are written together. */
class BlocksTest {
  @Test
  void noBlockIsSmallerThanFiftyUnlessAllAreFewer() {
    for (int people = 0; people <= 700; people++) {
      Map<Integer, Long> sizes =
          Blocks.draw(people, new Random(people)).stream()
              .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
      assertThat(sizes.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(people);
      if (people < 2 * Blocks.LEAST) {
        assertThat(sizes).as("%d people", people).hasSizeLessThanOrEqualTo(1);
      } else {
        assertThat(sizes.values())
            .as("%d people", people)
            .allMatch(size -> size >= Blocks.LEAST && size < 2 * Blocks.LEAST);
      }
    }
  }

  @Test
  void whoIsInWhichIsChance() {
    List<Integer> one = Blocks.draw(200, new Random(1));
    assertThat(one).isNotEqualTo(Blocks.draw(200, new Random(2)));
    assertThat(one.subList(0, 50).stream().distinct()).hasSizeGreaterThan(1);
  }
}
