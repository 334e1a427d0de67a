package nl.onderstroom.engine.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What lets one process, many cores or a cluster come to the same summary. */
class MergeLawsTest {
  @Test
  void mergingIsAssociativeAndCommutativeAndNobodyIsItsIdentity() {
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      Summary a = someone(random);
      Summary b = someone(random);
      Summary c = someone(random);
      assertThat(a.merge(b).merge(c)).as("seed %d", seed).isEqualTo(a.merge(b.merge(c)));
      assertThat(a.merge(b)).as("seed %d", seed).isEqualTo(b.merge(a));
      assertThat(a.merge(Summary.empty(ExampleShape.PULSE))).as("seed %d", seed).isEqualTo(a);
      assertThat(Summary.empty(ExampleShape.PULSE).merge(a)).as("seed %d", seed).isEqualTo(a);
    }
  }

  @Test
  void everySplitOfThePeopleMergesToTheSameBytes() {
    for (long seed = 1; seed <= 100; seed++) {
      Random random = new Random(seed);
      List<long[]> people = ExampleShape.people(random.nextInt(60), random);
      byte[] whole = SummaryFormat.write(ExampleShape.summary(people));
      Collections.shuffle(people, random);
      List<Summary> parts = new ArrayList<>();
      for (int from = 0; from < people.size(); ) {
        int to = Math.min(people.size(), from + 1 + random.nextInt(20));
        parts.add(ExampleShape.summary(people.subList(from, to)));
        from = to;
      }
      Summary merged = parts.stream().reduce(Summary.empty(ExampleShape.PULSE), Summary::merge);
      assertThat(SummaryFormat.write(merged)).as("seed %d", seed).isEqualTo(whole);
    }
  }

  @Test
  void droppedCrossProductsCountAsNobodyWhateverTheOrder() {
    Random random = new Random(7);
    Summary large = ExampleShape.summary(ExampleShape.people(25, random)).forKeeping();
    Summary small = ExampleShape.summary(ExampleShape.people(19, random)).forKeeping();
    assertThat(small.crossProducts().respondents()).isZero();
    assertThat(large.merge(small)).isEqualTo(small.merge(large));
    assertThat(large.merge(small).crossProducts()).isEqualTo(large.crossProducts());
    assertThat(large.merge(small).respondents()).isEqualTo(44);
  }

  @Test
  void unlikeShapesAreRefusedWithTheirDifference() {
    Summary pulse = Summary.empty(ExampleShape.PULSE);
    Summary other = Summary.empty(SummaryShape.of(new Quantity.Levels("vision", 1, 7)));
    assertThatThrownBy(() -> pulse.merge(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("place 0")
        .hasMessageContaining("max=5")
        .hasMessageContaining("max=7");
  }

  private static Summary someone(Random random) {
    Summary summary = ExampleShape.summary(ExampleShape.people(random.nextInt(30), random));
    return random.nextBoolean() ? summary : summary.forKeeping();
  }
}
