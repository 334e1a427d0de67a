package nl.onderstroom.server.landscape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import nl.onderstroom.engine.landscape.OpinionGroup;
import nl.onderstroom.engine.landscape.OpinionGroup.Mark;
import nl.onderstroom.engine.landscape.Vote;
import nl.onderstroom.server.shell.Words;

/**
 * Names groups by what they say themselves: of the clearest statements that mark them the first one
 * that most of them agree with, which no larger group is named by; what they are against, only when
 * there is no such statement.
 */
record GroupNames(Words words) {
  private static final int MOST_LETTERS = 60;

  /** So many of the clearest are looked at. */
  private static final int CLEAREST = 25;

  List<String> of(List<OpinionGroup> groups, Comments comments) {
    if (groups.size() == 1) {
      return List.of(words.say("landscape.group.everybody"));
    }
    var names = new ArrayList<String>();
    var taken = new HashSet<String>();
    for (OpinionGroup group : groups) {
      names.add(
          group.marks().stream()
              .limit(CLEAREST)
              .sorted(Comparator.comparing(mark -> !embraced(mark)))
              .filter(mark -> taken.add(mark.statement()))
              .findFirst()
              .map(mark -> name(mark, comments))
              .orElseGet(() -> words.say("landscape.group.nameless")));
    }
    return names;
  }

  private static boolean embraced(Mark mark) {
    return mark.vote() == Vote.AGREE && mark.share() > 0.5;
  }

  private String name(Mark mark, Comments comments) {
    String vote = words.say(voteKey(mark.vote()));
    String text = comments.text(mark.statement());
    return text.isEmpty()
        ? words.say("landscape.group.by-id", vote, mark.statement())
        : words.say("landscape.group.by-text", vote, cut(text, MOST_LETTERS));
  }

  static String voteKey(Vote vote) {
    return switch (vote) {
      case AGREE -> "landscape.vote.agree";
      case DISAGREE -> "landscape.vote.disagree";
      case PASS -> "landscape.vote.pass";
    };
  }

  /** At most so many letters, cut between words where there is room for two. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int space = text.lastIndexOf(' ', most - 1);
    int end = space > most / 3 ? space : most - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end).replaceAll("[\\s,;:.–-]+$", "") + "…";
  }
}
