package nl.onderstroom.bench.landscape;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import nl.onderstroom.engine.landscape.Vote;
import nl.onderstroom.engine.landscape.Votes;
import nl.onderstroom.engine.landscape.VotesBuilder;

/** A real conversation as its hosts published it: all its votes, as the peers were given them. */
final class PublicConversation {
  private PublicConversation() {}

  /**
   * @param file with {@code voter-id}, {@code comment-id}, {@code vote} and {@code timestamp}
   */
  static Votes read(Path file) throws IOException {
    var votes = new VotesBuilder();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        votes.add(
            row.getField("voter-id"),
            row.getField("comment-id"),
            Vote.of(Integer.parseInt(row.getField("vote"))),
            Long.parseLong(row.getField("timestamp")));
      }
    }
    return votes.build();
  }
}
