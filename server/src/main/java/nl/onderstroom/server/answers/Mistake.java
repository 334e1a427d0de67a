package nl.onderstroom.server.answers;

/**
 * A field of the answering form that has to be mended.
 *
 * @param field a question's key, or {@code code} for the entry
 * @param wordsKey message key of what is wrong and what to do
 * @param most how many choices its answer may hold, at least 1; one of the words
 */
record Mistake(String field, String wordsKey, int most) {
  Mistake(String field, String wordsKey) {
    this(field, wordsKey, 1);
  }
}
