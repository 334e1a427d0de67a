package nl.onderstroom.server.insight;

import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.shell.Words;

/** What people said, short: as the end of a sentence that begins with how many. */
record Phrases(Words words) {
  private static final int LONGEST = 26;

  String carries(Question question) {
    return said(question, Iceberg.lean(question) != Reading.Lean.WEIGHS);
  }

  String weighs(Question question) {
    return said(question, Iceberg.lean(question) == Reading.Lean.WEIGHS);
  }

  private String said(Question question, boolean agreed) {
    String key = agreed ? "insight.yes" : "insight.no";
    String plain = words.say(key, name(question));
    return question instanceof Question.Asked
        ? words.sayOr(key + "." + question.key(), plain)
        : plain;
  }

  /** The short name, for where there is little room. */
  String name(Question question) {
    return question instanceof Question.Asked asked
        ? words.say(asked.construct().nameKey())
        : question.text(words);
  }

  /** The name cut to what fits on the ice of a small drawing. */
  String shortName(Question question) {
    String name = name(question);
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1).strip() + "…";
  }

  /** The question as it was asked. */
  String asked(Question question) {
    return question.text(words);
  }

  /** {@code share} (0 to 1) as a whole percentage. */
  static String percent(Words words, double share) {
    return words.number(share * 100, 0) + "%";
  }
}
