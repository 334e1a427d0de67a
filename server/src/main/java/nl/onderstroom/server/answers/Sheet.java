package nl.onderstroom.server.answers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person's answers in the questionnaire's order; null where the person would rather not say.
 * Numbers as {@code SummaryShape} of the questionnaire has them: a position from 1, or for words a
 * bit for each word ticked.
 */
public record Sheet(List<@Nullable Long> answers) {
  public Sheet {
    answers = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(answers));
  }
}
