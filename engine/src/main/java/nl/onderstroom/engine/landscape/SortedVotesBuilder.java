package nl.onderstroom.engine.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gathers votes that come person by person, of each person every statement once and in ascending
 * order: there is nothing to look up and nothing to replace. Four bytes a vote; {@link #build} is
 * O(votes · log votes of a person). For votes in any order there is {@link VotesBuilder}.
 */
public final class SortedVotesBuilder {
  private final List<String> statements;
  private final List<String> people = new ArrayList<>();
  private int[] ends = new int[1024];
  private int[] entries;
  private int size;

  /** Of the person at hand, the statement last voted on. */
  private int last;

  /**
   * @param statements their ids, each once
   * @param expected so many votes there is room for from the start; there may be more
   */
  public SortedVotesBuilder(List<String> statements, int expected) {
    this.statements = List.copyOf(statements);
    this.entries = new int[Math.max(16, expected)];
  }

  /**
   * From here on the votes are those of this person. Somebody without votes does not count.
   *
   * @param id not one that was given before
   */
  public void person(String id) {
    if (!people.isEmpty() && size == start(people.size() - 1)) {
      people.removeLast();
    }
    people.add(id);
    if (people.size() > ends.length) {
      ends = Arrays.copyOf(ends, 2 * ends.length);
    }
    ends[people.size() - 1] = size;
    last = -1;
  }

  private int start(int person) {
    return person == 0 ? 0 : ends[person - 1];
  }

  /**
   * A vote of the person at hand.
   *
   * @param statement index in the list of statements
   * @throws IllegalArgumentException when there is no person yet, or when the statement is not
   *     after the last one
   */
  public void add(int statement, Vote vote) {
    if (people.isEmpty() || statement <= last || statement >= statements.size()) {
      throw new IllegalArgumentException(
          "statement %d of person %d; expected %d to %d"
              .formatted(statement, people.size(), last + 1, statements.size() - 1));
    }
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, (int) Math.min(Integer.MAX_VALUE - 8, size * 3L / 2));
    }
    entries[size++] = statement << 2 | (vote.number() + 1);
    ends[people.size() - 1] = size;
    last = statement;
  }

  /** The votes, in canonical order. */
  public Votes build() {
    if (!people.isEmpty() && size == start(people.size() - 1)) {
      people.removeLast();
    }
    int[] starts = new int[people.size() + 1];
    System.arraycopy(ends, 0, starts, 1, people.size());
    return CanonicalOrder.of(starts, entries, people, statements);
  }
}
