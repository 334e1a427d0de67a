package nl.onderstroom.server.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.engine.summary.Summary;
import nl.onderstroom.server.database.NamelessDatabase;
import nl.onderstroom.server.database.TestDatabase;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.Entries;
import nl.onderstroom.server.rounds.EntryCode;
import nl.onderstroom.server.rounds.Organisation;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.rounds.StandingFloors;
import nl.onderstroom.server.rounds.Unit;
import nl.onderstroom.server.shell.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** From the first sheet to the summaries, on a real database and without anybody's name. */
@Tag("database")
class AnswerBoxTest {
  private static final int MANY = 40;

  private final TestDatabase database = TestDatabase.create(List.of("rounds", "answers"));
  private final AnnotationConfigApplicationContext rooms = open();
  private final Rounds rounds = rooms.getBean(Rounds.class);
  private final Entries entries = rooms.getBean(Entries.class);
  private final AnswerBox box = rooms.getBean(AnswerBox.class);
  private final Closing closing = rooms.getBean(Closing.class);

  private AnnotationConfigApplicationContext open() {
    var context = new AnnotationConfigApplicationContext();
    context.registerBean(NamelessDatabase.class, database::nameless);
    context.registerBean(StandingFloors.class, () -> () -> Floors.DEFAULT);
    context.register(Rounds.class, Entries.class, AnswerBox.class, Summaries.class, Closing.class);
    context.refresh();
    return context;
  }

  @AfterEach
  void close() {
    // The test closes its database itself.
    rooms.getDefaultListableBeanFactory().destroySingletons();
    database.close();
  }

  /** A round of two cohorts that hands out entries. */
  private RoundId issuing() {
    RoundId round = rounds.draft("Voorjaar", 7, Questionnaire.FIRST);
    rounds.beginIssuing(
        round,
        begun ->
            new Organisation(
                List.of(new Unit("top", "Oever", null, 0), new Unit("team", "Kantoor", "top", 80)),
                List.of(new Cohort(1, "top", MANY), new Cohort(2, "team", MANY))));
    return round;
  }

  private RoundId opened() {
    RoundId round = issuing();
    box.open(round);
    return round;
  }

  private EntryCode entry(RoundId round, int cohort) {
    EntryCode entry = EntryCode.random();
    assertThat(entries.add(round, cohort, entry)).isTrue();
    return entry;
  }

  private static Sheet hope(int position) {
    return Sheet.of(Questionnaire.FIRST, Map.of("hope", List.of(position)));
  }

  @Test
  void theSameEntryAgainReplacesItsSheet() {
    RoundId round = opened();
    EntryCode entry = entry(round, 1);
    box.drop(round, entry, hope(1));
    box.drop(round, entry, hope(5));
    closing.close(round);
    assertThat(summary(round, 1).respondents()).isEqualTo(1);
    assertThat(summary(round, 1).histogram("hope").mean()).isEqualTo(5);
  }

  @Test
  void howeverOftenAndAtOnceAnEntryIsReplayedItCountsOnce() throws Exception {
    RoundId round = opened();
    EntryCode entry = entry(round, 1);
    Callable<Boolean> replay = () -> dropped(round, entry);
    try (ExecutorService many = Executors.newFixedThreadPool(8)) {
      for (Future<Boolean> one :
          many.invokeAll(Stream.generate(() -> replay).limit(200).toList())) {
        assertThat(one.get()).isTrue();
      }
    }
    assertThat(count("sheet")).isEqualTo(1);
  }

  @Test
  void anEntryOfAnotherRoundOrOfNobodyIsRefused() {
    RoundId round = opened();
    EntryCode ofAnother = entry(opened(), 1);
    assertRefused(() -> box.drop(round, ofAnother, hope(1)), "403 answers.entry-unknown");
    assertRefused(() -> box.drop(round, EntryCode.random(), hope(1)), "403 answers.entry-unknown");
    assertThat(count("sheet")).isZero();
  }

  @Test
  void answersComeInWhileTheRoundIsOpenAndNotBeforeOrAfter() {
    RoundId round = issuing();
    EntryCode entry = entry(round, 1);
    assertRefused(() -> box.drop(round, entry, hope(1)), "409 answers.not-open-yet");
    box.open(round);
    box.drop(round, entry, hope(1));
    closing.close(round);
    assertRefused(() -> box.drop(round, entry, hope(1)), "410 answers.round-closed");
    assertRefused(() -> box.drop(new RoundId(999), entry, hope(1)), "404 rounds.no-such-round");
  }

  @Test
  void eachCohortIsAddedUpByItself() {
    RoundId round = opened();
    for (int i = 0; i < 12; i++) {
      box.drop(round, entry(round, i % 3 == 0 ? 1 : 2), hope(1 + i % 3));
    }
    closing.close(round);
    assertThat(summary(round, 1).respondents()).isEqualTo(4);
    assertThat(summary(round, 1).histogram("hope").mean()).isEqualTo(1);
    assertThat(summary(round, 2).respondents()).isEqualTo(8);
    assertThat(summary(round, 2).histogram("hope").mean()).isEqualTo(2.5);
  }

  @Test
  void afterClosingNoSheetNoEntryAndNoFileOfThemIsLeft() {
    RoundId round = opened();
    RoundId other = opened();
    box.drop(round, entry(round, 1), hope(1));
    box.drop(other, entry(other, 1), hope(1));
    closing.close(round);
    assertThat(count("sheet where round_id = " + round)).isZero();
    assertThat(count("entry where round_id = " + round)).isZero();
    assertThat(count("pg_class where relname = 'sheet_of_round_%s'".formatted(round))).isZero();
    assertThat(count("sheet where round_id = " + other)).as("of the other round").isEqualTo(1);
    assertThat(count("entry where round_id = " + other)).as("of the other round").isEqualTo(1);
  }

  @Test
  void aCloseThatFailsLeavesEverythingAsItWas() {
    RoundId round = opened();
    EntryCode entry = entry(round, 1);
    box.drop(round, entry, hope(2));
    database.owner().sql("alter table summary add constraint none check (false)").update();
    assertThatThrownBy(() -> closing.close(round));
    assertThat(rounds.get(round).state()).isEqualTo(RoundState.OPEN);
    assertThat(count("sheet")).isEqualTo(1);
    assertThat(dropped(round, entry)).isTrue();
  }

  @Test
  void aStepIsTakenOnce() {
    RoundId round = opened();
    assertRefused(() -> box.open(round), "409 rounds.not-at-this-step.open");
    closing.close(round);
    assertRefused(() -> closing.close(round), "409 rounds.not-at-this-step.closed");
    assertRefused(() -> rounds.discard(round), "409 rounds.only-drafts-are-discarded");
  }

  @Test
  void whatWasAcknowledgedWhileTheRoundClosedIsCounted() throws Exception {
    RoundId round = opened();
    List<Callable<Boolean>> visits =
        Stream.generate(() -> entry(round, 1))
            .limit(MANY)
            .<Callable<Boolean>>map(entry -> () -> dropped(round, entry))
            .toList();
    long acknowledged = 0;
    try (ExecutorService many = Executors.newFixedThreadPool(8)) {
      List<Future<Boolean>> going = visits.stream().map(many::submit).toList();
      going.get(MANY / 4).get();
      closing.close(round);
      for (Future<Boolean> one : going) {
        acknowledged += one.get() ? 1 : 0;
      }
    }
    assertThat(summary(round, 1).respondents()).isEqualTo(acknowledged);
  }

  private boolean dropped(RoundId round, EntryCode entry) {
    try {
      box.drop(round, entry, hope(3));
      return true;
    } catch (Refusal refused) {
      assertThat(refused).hasMessage("410 answers.round-closed");
      return false;
    }
  }

  private Summary summary(RoundId round, int cohort) {
    return rooms.getBean(Summaries.class).list(round).stream()
        .filter(each -> each.cohortNumber() == cohort)
        .findFirst()
        .orElseThrow()
        .summary();
  }

  private long count(String what) {
    return database.owner().sql("select count(*) from " + what).query(Long.class).single();
  }

  private static void assertRefused(ThrowingCallable action, String message) {
    assertThatThrownBy(action).isInstanceOf(Refusal.class).hasMessage(message);
  }
}
