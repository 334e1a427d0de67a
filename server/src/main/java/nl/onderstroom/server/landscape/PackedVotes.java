package nl.onderstroom.server.landscape;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import nl.onderstroom.engine.landscape.SortedVotesBuilder;
import nl.onderstroom.engine.landscape.Vote;
import nl.onderstroom.engine.landscape.Votes;
import org.jspecify.annotations.Nullable;

/**
 * Votes in about one byte each, to be read again in a fraction of the time. In the style of {@code
 * engine.packed}, but written and read as a stream: there is no limit of 64 MiB.
 *
 * <p>A file is: the letters {@value #MAGIC}, one byte of version ({@value #VERSION}), the body, and
 * a CRC-32C of all before it (four bytes, big-endian). Numbers are LEB128 varints; texts are UTF-8
 * after their length. The body: the number of statements and their ids; the number of people; and
 * of each person the id, the number of votes, and each vote as three times the step from the
 * statement before (the first from −1, so at least 1) plus 0 for disagree, 1 for pass, 2 for agree.
 * Statements and people stand in the order of their ids, so that the same votes give the same
 * bytes, and each is there once: a file in another order is refused.
 */
final class PackedVotes {
  static final String MAGIC = "OSVO";
  static final int VERSION = 1;
  static final int CODES = 3;
  static final int MOST_STATEMENTS = 1 << 24;
  static final int MOST_PEOPLE = 1 << 28;
  private static final Vote[] VOTES = Vote.values();
  private static final int MOST_ID_BYTES = 4 * Rows.MOST_ID;

  private PackedVotes() {}

  /** Whether a file begins as one of these. */
  static boolean is(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(MAGIC.length()), MAGIC.getBytes(US_ASCII));
    }
  }

  /** Writes them all; closes what it wrote to. */
  static void write(Votes votes, OutputStream file) throws IOException {
    try (var out = new PackedOutput(new BufferedOutputStream(file, 1 << 16))) {
      out.bytes(MAGIC.getBytes(US_ASCII));
      out.bytes(new byte[] {VERSION});
      int[] statements = ordered(votes.statements(), votes::statementId);
      int[] places = new int[statements.length];
      out.unsigned(statements.length);
      for (int place = 0; place < statements.length; place++) {
        places[statements[place]] = place;
        out.text(votes.statementId(statements[place]));
      }
      out.unsigned(votes.people());
      for (int person : ordered(votes.people(), votes::personId)) {
        out.text(votes.personId(person));
        write(votes, person, places, out);
      }
    }
  }

  private static void write(Votes votes, int person, int[] places, PackedOutput out)
      throws IOException {
    int from = votes.start(person);
    int[] coded = new int[votes.size(person)];
    for (int at = 0; at < coded.length; at++) {
      coded[at] = places[votes.statement(from + at)] * CODES + votes.code(from + at);
    }
    Arrays.sort(coded);
    out.unsigned(coded.length);
    int before = -1;
    for (int vote : coded) {
      int statement = vote / CODES;
      out.unsigned((long) (statement - before) * CODES + vote % CODES);
      before = statement;
    }
  }

  private static int[] ordered(int count, IntFunction<String> id) {
    List<Integer> all = IntStream.range(0, count).boxed().toList();
    return IdOrder.sorted(all, id::apply).stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * @throws UnusableVotes when it is damaged, with the byte where that shows, or has a statement
   *     that nobody knows
   */
  static Votes read(Path file, Comments comments) throws IOException {
    try (var in = new PackedInput(file)) {
      in.begin(MAGIC, VERSION);
      var intake = new Intake(comments);
      int[] statements = new int[in.count("statements", MOST_STATEMENTS)];
      var kept = new ArrayList<String>();
      String before = null;
      for (int at = 0; at < statements.length; at++) {
        String id = id(in, "a statement's id", before);
        statements[at] = intake.statement(id);
        if (statements[at] == Intake.UNKNOWN) {
          throw new UnusableVotes(Finding.of(file, 0, id, "statement-unknown"));
        }
        if (statements[at] != Intake.TAKEN_OUT) {
          kept.add(id);
        }
        before = id;
      }
      int people = in.count("people", MOST_PEOPLE);
      var votes = new SortedVotesBuilder(kept, in.left());
      before = null;
      for (int person = 0; person < people; person++) {
        before = id(in, "a person's id", before);
        votes.person(before);
        read(in, statements, votes);
      }
      in.end();
      return votes.build();
    }
  }

  /** One that comes after the one before: so each is there once. */
  private static String id(PackedInput in, String field, @Nullable String before)
      throws IOException {
    String id = in.text(field, MOST_ID_BYTES);
    if (before != null && IdOrder.IDS.compare(before, id) >= 0) {
      throw in.refused(field + ": \"" + id + "\" after \"" + before + "\"");
    }
    return id;
  }

  private static void read(PackedInput in, int[] statements, SortedVotesBuilder votes)
      throws IOException {
    int count = in.count("votes of a person", statements.length);
    int statement = -1;
    for (int vote = 0; vote < count; vote++) {
      int most = (statements.length - 1 - statement) * CODES + CODES - 1;
      int coded = (int) in.unsigned("a vote", most);
      if (coded < CODES) {
        throw in.refused("a vote is " + coded + "; expected " + CODES + " to " + most);
      }
      statement += coded / CODES;
      if (statements[statement] != Intake.TAKEN_OUT) {
        votes.add(statements[statement], VOTES[coded % CODES]);
      }
    }
  }
}
