package nl.onderstroom.server.people;

import java.time.Duration;
import java.util.Optional;
import nl.onderstroom.server.database.PeopleDatabase;
import nl.onderstroom.server.roster.Roster;
import nl.onderstroom.server.roster.RosterCsv;
import nl.onderstroom.server.roster.RosterProblems;
import nl.onderstroom.server.roster.RosterReader;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Rosters that wait until somebody has looked at what they change; at most {@value #MOST}. */
@Component
@EnableScheduling
class PendingImports {
  static final int MOST = 20;
  static final Duration LIFE = Duration.ofDays(1);

  private final PeopleDatabase database;
  private final RosterReader reader = new RosterReader("-");

  PendingImports(PeopleDatabase database) {
    this.database = database;
  }

  /**
   * @param version of the stored roster when this one was sent
   */
  record Pending(Roster roster, long version) {}

  /** Keeps the roster; the oldest makes room. */
  ImportId add(Roster roster, long version) {
    return database.inTransaction(() -> {
      forgetOld();
      database
          .sql()
          .sql(
              """
              delete from pending_import where id in
                (select id from pending_import order by id desc offset :most)
              """)
          .param("most", MOST - 1)
          .update();
      long id =
          database
              .sql()
              .sql(
                  """
                  insert into pending_import (content, roster_version, expires_at)
                  values (:content, :version, now() + :hours * interval '1 hour') returning id
                  """)
              .param("content", RosterCsv.write(roster))
              .param("version", version)
              .param("hours", LIFE.toHours())
              .query(Long.class)
              .single();
      return new ImportId(id);
    });
  }

  Optional<Pending> find(ImportId id) {
    return database
        .sql()
        .sql(
            """
            select content, roster_version from pending_import
            where id = :id and expires_at >= now()
            """)
        .param("id", id.value())
        .query((row, index) -> pending(row.getBytes("content"), row.getLong("roster_version")))
        .optional();
  }

  private Pending pending(byte[] content, long version) {
    return switch (reader.read(content)) {
      case Roster roster -> new Pending(roster, version);
      case RosterProblems problems ->
          throw new IllegalStateException("A roster we wrote can't be read: " + problems.first());
    };
  }

  /**
   * @return false when it was not there any more
   */
  boolean remove(ImportId id) {
    return database
            .sql()
            .sql("delete from pending_import where id = :id")
            .param("id", id.value())
            .update()
        == 1;
  }

  /** Also when nobody looks: personal data does not lie about longer than was said. */
  @Scheduled(fixedRateString = "PT1H")
  void forgetOld() {
    database.sql().sql("delete from pending_import where expires_at < now()").update();
  }
}
