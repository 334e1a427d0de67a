package nl.onderstroom.server.insight;

import java.util.Optional;
import nl.onderstroom.engine.disclosure.Release;
import nl.onderstroom.engine.disclosure.ReleaseFormat;
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

  public Optional<Release> find(RoundId round) {
    return database
        .sql()
        .sql("select content from release where round_id = :round")
        .param("round", round.value())
        .query((row, index) -> ReleaseFormat.read(row.getBytes("content")))
        .optional();
  }
}
