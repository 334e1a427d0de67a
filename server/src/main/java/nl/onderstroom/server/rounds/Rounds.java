package nl.onderstroom.server.rounds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.server.database.NamelessDatabase;
import nl.onderstroom.server.shell.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The rounds there are, and the one place where a round goes a step further. */
@Component
public class Rounds {
  public static final int NAME_CHARACTERS = 120;
  private static final int LISTED = 200;

  private static final ScopedValue<LocalDate> DAY = ScopedValue.newInstance();

  private final NamelessDatabase database;
  private final StandingFloors standing;

  Rounds(NamelessDatabase database, StandingFloors standing) {
    this.database = database;
    this.standing = standing;
  }

  /**
   * Whether a round can be called this: 1 to {@value #NAME_CHARACTERS} characters, all to be seen.
   */
  public static boolean isName(String name) {
    return !name.isBlank()
        && name.length() <= NAME_CHARACTERS
        && name.codePoints().noneMatch(Character::isISOControl);
  }

  /** Does the work as if it were {@code day}: for a company whose past is made up. */
  public static void on(LocalDate day, Runnable work) {
    ScopedValue.where(DAY, day).run(work);
  }

  private static LocalDate today() {
    return DAY.isBound() ? DAY.get() : LocalDate.now(ZoneId.systemDefault());
  }

  /**
   * A new draft, looked at by unit only.
   *
   * @param floor fewest people behind a number; the standing floors hold where they are higher
   */
  public RoundId draft(String name, int floor, Questionnaire questionnaire) {
    return draft(name, floor, questionnaire, Set.of());
  }

  /** A new draft, looked at by unit and by these. */
  public RoundId draft(String name, int floor, Questionnaire questionnaire, Set<CutKind> cuts) {
    return insert(name, Round.Origin.ASKED, RoundState.DRAFT, floor, questionnaire, cuts);
  }

  /**
   * A new draft of a conversation. Votes are shown as distributions or not at all, so that nothing
   * is asked of fewer people than that takes.
   */
  public RoundId converse(String name, Questionnaire statements) {
    return draft(name, standing.now().distributions(), statements);
  }

  /**
   * An earlier survey: closed from the start.
   *
   * @param floor fewest people behind a number; the standing floors hold where they are higher
   */
  public RoundId earlier(String name, int floor, Questionnaire questionnaire, List<Unit> units) {
    return database.inTransaction(() -> {
      RoundId id =
          insert(name, Round.Origin.EARLIER, RoundState.CLOSED, floor, questionnaire, Set.of());
      freeze(id, units);
      return id;
    });
  }

  private RoundId insert(
      String name,
      Round.Origin origin,
      RoundState state,
      int floor,
      Questionnaire questionnaire,
      Set<CutKind> cuts) {
    Floors floors = standing.orHigher(floor);
    long id =
        database
            .sql()
            .sql(
                """
                insert into round
                  (name, origin, state, floor, distributions, questionnaire, cuts, closed_on)
                values (:name, :origin, :state, :floor, :distributions, :questionnaire::jsonb,
                  :cuts, :closedOn::date)
                returning id
                """)
            .param("name", name)
            .param("origin", origin.name())
            .param("state", state.name())
            .param("floor", floors.numbers())
            .param("distributions", floors.distributions())
            .param("questionnaire", QuestionnaireJson.write(questionnaire))
            .param("cuts", cuts.stream().map(CutKind::name).sorted().toArray(String[]::new))
            .param("closedOn", state == RoundState.CLOSED ? today() : null)
            .query(Long.class)
            .single();
    return new RoundId(id);
  }

  /**
   * @throws Refusal 404 when there is no such round
   */
  public Round get(RoundId id) {
    return find(id).orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "rounds.no-such-round"));
  }

  public Optional<Round> find(RoundId id) {
    return database
        .sql()
        .sql("select * from round where id = :id")
        .param("id", id.value())
        .query((row, index) -> read(row))
        .optional()
        .map(this::atPresent);
  }

  /** The newest {@value #LISTED} rounds, newest first. */
  public List<Round> list() {
    return database
        .sql()
        .sql("select * from round order by id desc limit " + LISTED)
        .query((row, index) -> read(row))
        .list()
        .stream()
        .map(this::atPresent)
        .toList();
  }

  /**
   * Takes the round from {@code from} to the next state, in the caller's transaction if there is
   * one; until that ends, nobody can answer or take another step.
   *
   * @throws Refusal 404 when there is no such round, 409 when it is not at {@code from}
   */
  public void advance(RoundId id, RoundState from) {
    RoundState to = from.next().orElseThrow();
    int changed =
        database
            .sql()
            .sql(
                """
                update round
                set state = :to, closed_on = case when :to = 'CLOSED' then :today else closed_on end
                where id = :id and state = :from
                """)
            .param("id", id.value())
            .param("from", from.name())
            .param("to", to.name())
            .param("today", today())
            .update();
    if (changed == 0) {
      get(id);
      throw new Refusal(
          HttpStatus.CONFLICT, "rounds.not-at-this-step." + to.name().toLowerCase(Locale.ROOT));
    }
  }

  /** The state of the round, held still until the caller's transaction ends. */
  public RoundState hold(RoundId id) {
    return database
        .sql()
        .sql("select state from round where id = :round for share")
        .param("round", id.value())
        .query((row, index) -> RoundState.valueOf(row.getString("state")))
        .optional()
        .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "rounds.no-such-round"));
  }

  /** Throws a draft away. */
  public void discard(RoundId id) {
    int gone =
        database
            .sql()
            .sql("delete from round where id = :id and state = 'DRAFT'")
            .param("id", id.value())
            .update();
    if (gone == 0) {
      get(id);
      throw new Refusal(HttpStatus.CONFLICT, "rounds.only-drafts-are-discarded");
    }
  }

  /**
   * Begins issuing, and freezes the floors. The round is held from the start, so of two who begin
   * at once one waits and is then refused, before its organisation is worked out; when that fails,
   * the round stays a draft.
   *
   * @param organisation as it is now, for good; may do work of its own, which is done once at most
   *     for each time a round begins
   * @throws Refusal 404 when there is no such round, 409 when it is not a draft
   */
  public void beginIssuing(RoundId id, Function<Round, Organisation> organisation) {
    database.inTransaction(() -> {
      advance(id, RoundState.DRAFT);
      freeze(id, inForce(get(id)));
      Organisation frozen = organisation.apply(get(id));
      freeze(id, frozen.units());
      frozen.cohorts().forEach(cohort -> freeze(id, cohort));
      everybody(get(id), frozen).ifPresent(cohort -> freeze(id, cohort));
    });
  }

  /** Those who may write a worry, where they are enough; beside statements nobody is asked to. */
  private static Optional<Cohort> everybody(Round round, Organisation frozen) {
    int people = frozen.cohorts().stream().mapToInt(Cohort::people).sum();
    return frozen.units().stream()
        .filter(unit -> unit.parentCode() == null)
        .filter(top -> !round.isConversation() && people >= round.floorForWorries())
        .findFirst()
        .map(unit -> new Cohort(Cohort.EVERYBODY, unit.code(), people));
  }

  private Floors inForce(Round round) {
    Floors now = standing.now();
    return round.isConversation() ? new Floors(now.distributions(), now.distributions()) : now;
  }

  /** What was raised since the draft was made holds for this round; what was lowered does not. */
  private void freeze(RoundId id, Floors inForce) {
    database
        .sql()
        .sql(
            """
            update round set floor = greatest(floor, :numbers),
              distributions = greatest(distributions, :distributions)
            where id = :id
            """)
        .param("id", id.value())
        .param("numbers", inForce.numbers())
        .param("distributions", inForce.distributions())
        .update();
  }

  private void freeze(RoundId id, Cohort cohort) {
    database
        .sql()
        .sql(
            """
            insert into cohort (round_id, number, unit_code, people)
            values (:round, :number, :unit, :people)
            """)
        .param("round", id.value())
        .param("number", cohort.number())
        .param("unit", cohort.unitCode())
        .param("people", cohort.people())
        .update();
    for (Cut cut : cohort.cuts()) {
      database
          .sql()
          .sql(
              """
              insert into cohort_cut (round_id, cohort_number, kind, name)
              values (:round, :number, :kind, :name)
              """)
          .param("round", id.value())
          .param("number", cohort.number())
          .param("kind", cut.kind().name())
          .param("name", cut.name())
          .update();
    }
  }

  private void freeze(RoundId id, List<Unit> units) {
    for (Unit unit : units) {
      database
          .sql()
          .sql(
              """
              insert into round_unit (round_id, code, name, parent_code, people)
              values (:round, :code, :name, :parent, :people)
              """)
          .param("round", id.value())
          .param("code", unit.code())
          .param("name", unit.name())
          .param("parent", unit.parentCode())
          .param("people", unit.people())
          .update();
    }
  }

  /** The organisation as it was, parents before their children. */
  public List<Unit> listUnits(RoundId id) {
    return database
        .sql()
        .sql(
            """
            with recursive tree as (
              select *, array[name] as path from round_unit
              where round_id = :round and parent_code is null
              union all
              select u.*, path || u.name from round_unit u
              join tree on u.round_id = tree.round_id and u.parent_code = tree.code)
            select code, name, parent_code, people from tree
            order by path collate as_people_count, code
            """)
        .param("round", id.value())
        .query((row, index) ->
            new Unit(
                row.getString("code"),
                row.getString("name"),
                row.getString("parent_code"),
                row.getInt("people")))
        .list();
  }

  public List<Cohort> listCohorts(RoundId id) {
    Map<Integer, List<Cut>> cuts = cutsByCohort(id);
    return database
        .sql()
        .sql(
            """
            select number, unit_code, people from cohort
            where round_id = :round and number > 0 order by number
            """)
        .param("round", id.value())
        .query((row, index) ->
            new Cohort(
                row.getInt("number"),
                row.getString("unit_code"),
                row.getInt("people"),
                cuts.getOrDefault(row.getInt("number"), List.of())))
        .list();
  }

  /** The numbers of all that have a key: the cohorts, and everybody where worries are asked. */
  public List<Integer> listKeyed(RoundId id) {
    return database
        .sql()
        .sql("select number from cohort where round_id = :round order by number")
        .param("round", id.value())
        .query((row, index) -> row.getInt("number"))
        .list();
  }

  private Map<Integer, List<Cut>> cutsByCohort(RoundId id) {
    Map<Integer, List<Cut>> cuts = new HashMap<>();
    database
        .sql()
        .sql(
            """
            select cohort_number, kind, name from cohort_cut where round_id = :round
            order by kind, name
            """)
        .param("round", id.value())
        .query(row -> {
          Cut cut = new Cut(CutKind.valueOf(row.getString("kind")), row.getString("name"));
          cuts.computeIfAbsent(row.getInt("cohort_number"), each -> new ArrayList<>()).add(cut);
        });
    return cuts;
  }

  private Round atPresent(Round round) {
    return round.isAt(RoundState.DRAFT) ? round.with(standing.orHigher(round.floors())) : round;
  }

  private static Round read(ResultSet row) throws SQLException {
    return new Round(
        new RoundId(row.getLong("id")),
        row.getString("name"),
        Round.Origin.valueOf(row.getString("origin")),
        RoundState.valueOf(row.getString("state")),
        new Floors(row.getInt("floor"), row.getInt("distributions")),
        QuestionnaireJson.read(row.getString("questionnaire")),
        Arrays.stream((String[]) row.getArray("cuts").getArray())
            .map(CutKind::valueOf)
            .collect(Collectors.toSet()),
        row.getObject("closed_on", LocalDate.class));
  }
}
