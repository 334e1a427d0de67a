package nl.onderstroom.server.insight;

import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import nl.onderstroom.engine.disclosure.TextRelease;
import nl.onderstroom.server.database.NamelessDatabase;
import nl.onderstroom.server.rounds.RoundId;
import org.springframework.stereotype.Component;

/** What is shown of what people wrote. */
@Component
class ToldWorries {
  private final NamelessDatabase database;

  ToldWorries(NamelessDatabase database) {
    this.database = database;
  }

  /** Keeps what the gate decided; nothing when it withheld them. */
  void keep(RoundId round, TextRelease release) {
    if (release.withheld().isEmpty()) {
      database
          .sql()
          .sql("insert into told_worries (round_id, texts) values (:round, :texts)")
          .param("round", round.value())
          .param("texts", release.texts().toArray(String[]::new))
          .update();
    }
  }

  /** In the order in which chance put them; none when none may be shown. */
  List<String> list(RoundId round) {
    return database
        .sql()
        .sql("select texts from told_worries where round_id = :round")
        .param("round", round.value())
        .query((row, index) -> texts(row.getArray("texts")))
        .optional()
        .orElse(List.of());
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
