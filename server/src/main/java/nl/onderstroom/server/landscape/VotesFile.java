package nl.onderstroom.server.landscape;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.LongConsumer;
import nl.onderstroom.engine.landscape.Votes;

/**
 * Reads votes: a file that {@link PackedVotes} wrote, or CSV as Polis exports it. Of a CSV, {@link
 * PlainVotes} reads what is plain, which nearly every file is, and quickly; anything else, and
 * anything that is wrong, is read from the start again as {@link VoteRows}, by a reader that knows
 * all of CSV and says where it goes wrong. What both read is the same.
 */
final class VotesFile {
  private static final Set<String> KNOWN =
      Set.of("comment-id", "voter-id", "vote", "timestamp", "datetime");

  private VotesFile() {}

  /**
   * Where the cells that matter stand, from 0.
   *
   * @param count of all columns
   * @param time {@link #NONE} when the file has no times
   */
  record Columns(char separator, int count, int statement, int person, int vote, int time) {
    static final int NONE = -1;

    static Columns of(Headings headings) {
      return new Columns(
          headings.separator(),
          headings.count(),
          headings.get("comment-id"),
          headings.get("voter-id"),
          headings.get("vote"),
          headings.find("timestamp").orElse(NONE));
    }
  }

  /**
   * @param progress hears how many rows were read, now and then
   * @throws UnusableVotes with what is wrong and where
   * @throws IOException when it cannot be read
   */
  static Votes read(Path file, Comments comments, LongConsumer progress) throws IOException {
    Rows.requireFile(file);
    Votes votes =
        PackedVotes.is(file)
            ? PackedVotes.read(file, comments)
            : fromCsv(file, comments, progress).votes();
    if (votes.size() == 0) {
      String key = comments.isEmpty() ? "some-votes" : "some-votes-kept";
      throw new UnusableVotes(Finding.of(file, 0, "", key));
    }
    return votes;
  }

  private static Intake fromCsv(Path file, Comments comments, LongConsumer progress)
      throws IOException {
    Columns columns = Columns.of(Rows.headings(file, KNOWN));
    var plain = new Intake(comments);
    return new PlainVotes(columns, plain, progress).read(file)
        ? plain
        : wholly(file, comments, progress);
  }

  /** Every CSV there is. */
  static Intake wholly(Path file, Comments comments, LongConsumer progress) throws IOException {
    var whole = new Intake(comments);
    Rows.read(file, KNOWN, new VoteRows(whole), progress);
    return whole;
  }
}
