package nl.onderstroom.bench.ballots;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Questionnaire;

/** Answers to all twelve questions of the pulse, from chance. */
final class Sheets {
  private final Random random;

  Sheets(long seed) {
    this.random = new Random(seed);
  }

  /** Per question the position that was chosen. */
  Map<String, List<Integer>> next() {
    var chosen = new HashMap<String, List<Integer>>();
    for (Question.Asked question : Questionnaire.FIRST.asked()) {
      chosen.put(question.key(), List.of(1 + random.nextInt(question.choiceKeys().size())));
    }
    return chosen;
  }
}
