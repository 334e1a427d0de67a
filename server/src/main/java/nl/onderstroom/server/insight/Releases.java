package nl.onderstroom.server.insight;

import java.util.List;
import java.util.Optional;
import nl.onderstroom.engine.disclosure.Release;
import nl.onderstroom.engine.disclosure.ReleaseFormat;
import nl.onderstroom.engine.disclosure.TextRelease;
import nl.onderstroom.server.database.NamelessDatabase;
import nl.onderstroom.server.rounds.RoundId;
import org.springframework.stereotype.Component;

/** The releases there are: everything that may ever be shown. */
@Component
public class Releases {
  private final NamelessDatabase database;

  Releases(NamelessDatabase database) {
    this.database = database;
  }

  void keep(RoundId round, Release release) {
    database
        .sql()
        .sql("insert into release (round_id, content) values (:round, :content)")
        .param("round", round.value())
        .param("content", ReleaseFormat.write(release))
        .update();
  }

  /** Keeps what the gate decided of what people wrote; nothing when it withheld that. */
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

  /** What people wrote, in the order in which chance put it; none when none may be shown. */
  List<String> listWorries(RoundId round) {
    return database
        .sql()
        .sql("select texts from told_worries where round_id = :round")
        .param("round", round.value())
        .query((row, index) -> List.of((String[]) row.getArray("texts").getArray()))
        .optional()
        .orElse(List.of());
  }

  public Optional<Release> find(RoundId round) {
    return database
        .sql()
        .sql("select content from release where round_id = :round")
        .param("round", round.value())
        .query((row, index) -> ReleaseFormat.read(row.getBytes("content")))
        .optional();
  }
}
