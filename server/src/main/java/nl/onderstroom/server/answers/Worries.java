package nl.onderstroom.server.answers;

import java.sql.Array;
import java.util.List;
import nl.onderstroom.server.database.NamelessDatabase;
import nl.onderstroom.server.rounds.RoundId;
import org.springframework.stereotype.Component;

/** What people wrote in a round, from its close until it is decided what of it is shown. */
@Component
public class Worries {
  private final NamelessDatabase database;

  Worries(NamelessDatabase database) {
    this.database = database;
  }

  /** In the caller's transaction; in the order of the alphabet, so that no other is kept. */
  void keep(RoundId round, List<String> texts) {
    database
        .sql()
        .sql("insert into worry (round_id, texts) values (:round, :texts)")
        .param("round", round.value())
        .param("texts", texts.stream().sorted().toArray(String[]::new))
        .update();
  }

  /** What there is, which is gone with the caller's transaction. */
  public List<String> take(RoundId round) {
    return database
        .sql()
        .sql("delete from worry where round_id = :round returning texts")
        .param("round", round.value())
        .query((row, index) -> texts(row.getArray("texts")))
        .optional()
        .orElse(List.of());
  }

  private static List<String> texts(Array array) throws java.sql.SQLException {
    return List.of((String[]) array.getArray());
  }
}
