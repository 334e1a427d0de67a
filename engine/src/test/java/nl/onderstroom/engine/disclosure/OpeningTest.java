package nl.onderstroom.engine.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.onderstroom.engine.summary.Answers;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;
import org.junit.jupiter.api.Test;

/** Parts that are taken for one another may be: no addition tells them apart. */
class OpeningTest {
  private static final int PARTS = 4_000;
  private static final int ADDITIONS = 60;

  @Test
  void equalOpeningsBecomeEnoughByTheSameAdditions() {
    Random random = new Random(1);
    for (int kind = 0; kind < Thicket.KINDS; kind++) {
      List<Part> parts = parts(random, kind);
      Map<Opening, Part> seen = new HashMap<>();
      int alike = 0;
      for (Part part : parts) {
        Part like = seen.putIfAbsent(Opening.of(part), part);
        for (int i = 0; like != null && !part.equals(like) && i < ADDITIONS; i++) {
          Part added = parts.get(random.nextInt(parts.size()));
          assertThat(part.plus(added).isSafe())
              .as("%s and %s, with %s", part, like, added)
              .isEqualTo(like.plus(added).isSafe());
          assertThat(Opening.of(part).plus(Opening.of(added)))
              .isEqualTo(Opening.of(like.plus(added)));
          alike++;
        }
      }
      assertThat(alike).as("kind %d", kind).isGreaterThan(PARTS);
    }
  }

  @Test
  void whoSkippedAQuestionMakesNoOtherOpening() {
    Part all = Part.ofAnswers(answers(3, 0), 7);
    Part some = Part.ofAnswers(answers(3, 2), 7);
    assertThat(all).isNotEqualTo(some);
    assertThat(Opening.of(all)).isEqualTo(Opening.of(some));
    assertThat(Opening.of(Part.ofAnswers(answers(0, 2), 7))).isEqualTo(Opening.NONE);
  }

  private static Answers answers(int people, int skipped) {
    Tally tally = new Tally(SummaryShape.of(new Quantity.Levels("vision", 1, 5)));
    for (int i = 0; i < people + skipped; i++) {
      tally.add(new long[] {i < people ? 4 : Tally.MISSING});
    }
    return tally.summary().answers("vision");
  }

  /** Few people and of nearly one mind, so that little is enough by itself. */
  private static List<Part> parts(Random random, int kind) {
    List<Part> parts = new ArrayList<>();
    while (parts.size() < PARTS) {
      parts.add(Thicket.parts(random, kind, 0.3, 0.9).getFirst());
    }
    return parts;
  }
}
