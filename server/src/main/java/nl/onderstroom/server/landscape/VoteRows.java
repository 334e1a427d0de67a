package nl.onderstroom.server.landscape;

import java.util.Map;

/** Votes row by row, from any CSV; notes what is wrong with each. */
final class VoteRows implements Rows.Reader {
  private static final Map<String, Integer> VOTES = Map.of("-1", -1, "0", 0, "1", 1);
  private static final int NOT_A_VOTE = 2;
  private static final int MOST_TIME_DIGITS = 18;

  private final Intake intake;
  private VotesFile.Columns columns = new VotesFile.Columns(',', 0, 0, 0, 0, 0);

  VoteRows(Intake intake) {
    this.intake = intake;
  }

  @Override
  public void headings(Headings headings) {
    columns = VotesFile.Columns.of(headings);
  }

  @Override
  public void row(Rows row) {
    String statement = row.id(columns.statement());
    String person = row.id(columns.person());
    int vote = VOTES.getOrDefault(row.cell(columns.vote()), NOT_A_VOTE);
    if (vote == NOT_A_VOTE) {
      row.refuse(columns.vote(), "vote");
    }
    String when = columns.time() == VotesFile.Columns.NONE ? "" : row.cell(columns.time());
    if (!isTime(when)) {
      row.refuse(columns.time(), "time");
      return;
    }
    if (statement.isEmpty() || person.isEmpty() || vote == NOT_A_VOTE) {
      return;
    }
    int index = intake.statement(statement);
    if (index == Intake.UNKNOWN) {
      row.refuse(columns.statement(), "statement-unknown");
    } else if (index != Intake.TAKEN_OUT) {
      long time = when.isEmpty() ? Intake.NO_TIME : Long.parseLong(when);
      intake.add(intake.person(person), index, vote, time);
    }
  }

  private static boolean isTime(String text) {
    int digits = text.startsWith("-") ? text.length() - 1 : text.length();
    return text.isEmpty()
        || (digits > 0
            && digits <= MOST_TIME_DIGITS
            && text.chars().skip(text.length() - digits).allMatch(c -> c >= '0' && c <= '9'));
  }
}
