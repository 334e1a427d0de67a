package nl.onderstroom.server.demo;

import java.util.List;
import java.util.Map;

/**
 * What one person answers in one round. The product itself never has name and answers together;
 * only this simulation does.
 *
 * @param person staff number
 * @param answers key of the question → positions chosen, from 1, ascending: the step of agreement,
 *     the option, or the words ticked; no entry for a question left open
 */
public record Sheet(int person, Map<String, List<Integer>> answers) {
  public Sheet {
    answers = Map.copyOf(answers);
  }
}
