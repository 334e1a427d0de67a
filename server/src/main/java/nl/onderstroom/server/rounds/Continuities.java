package nl.onderstroom.server.rounds;

import java.util.List;
import java.util.Optional;
import nl.onderstroom.engine.disclosure.Membership;
import nl.onderstroom.engine.measure.waves.Turnover;
import nl.onderstroom.server.database.NamelessDatabase;
import org.springframework.stereotype.Component;

/** Which rounds can be compared, frozen with the round for good. */
@Component
public class Continuities {
  private final NamelessDatabase database;

  Continuities(NamelessDatabase database) {
    this.database = database;
  }

  /** In the caller's transaction, in which the round's units are frozen too. */
  public void keep(RoundId round, Continuity continuity) {
    database
        .sql()
        .sql("insert into continuity (round_id, earlier_id) values (:round, :earlier)")
        .param("round", round.value())
        .param("earlier", continuity.earlier().value())
        .update();
    List<Membership> units = continuity.units();
    database
        .sql()
        .sql(
            """
            insert into continuity_unit
              (round_id, unit_code, above_code, people_before, people_after, people_both)
            select :round, unit, above, before, after, both_times
            from unnest(:units::text[], :above::text[], :before::bigint[], :after::bigint[],
              :both::bigint[]) as told (unit, above, before, after, both_times)
            """)
        .param("round", round.value())
        .param("units", units.stream().map(Membership::unit).toArray(String[]::new))
        .param("above", units.stream().map(Membership::above).toArray(String[]::new))
        .param("before", units.stream().map(each -> each.turnover().before()).toArray(Long[]::new))
        .param("after", units.stream().map(each -> each.turnover().after()).toArray(Long[]::new))
        .param("both", units.stream().map(each -> each.turnover().both()).toArray(Long[]::new))
        .update();
  }

  /** Empty when there was nothing before it to compare with. */
  public Optional<Continuity> find(RoundId round) {
    return database
        .sql()
        .sql("select earlier_id from continuity where round_id = :round")
        .param("round", round.value())
        .query(Long.class)
        .optional()
        .map(earlier -> new Continuity(new RoundId(earlier), listUnits(round)));
  }

  private List<Membership> listUnits(RoundId round) {
    return database
        .sql()
        .sql("select * from continuity_unit where round_id = :round order by unit_code")
        .param("round", round.value())
        .query((row, index) ->
            new Membership(
                row.getString("unit_code"),
                row.getString("above_code"),
                new Turnover(
                    row.getLong("people_before"),
                    row.getLong("people_after"),
                    row.getLong("people_both"))))
        .list();
  }
}
