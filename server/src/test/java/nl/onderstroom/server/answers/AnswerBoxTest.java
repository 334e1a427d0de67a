package nl.onderstroom.server.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.onderstroom.engine.ballot.Ballot;
import nl.onderstroom.engine.ballot.BlindedMessage;
import nl.onderstroom.engine.ballot.SigningKey;
import nl.onderstroom.engine.ballot.Wallet;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.engine.summary.Summary;
import nl.onderstroom.server.database.NamelessDatabase;
import nl.onderstroom.server.database.TestDatabase;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.CohortKeys;
import nl.onderstroom.server.rounds.Organisation;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundOpened;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.rounds.StandingFloors;
import nl.onderstroom.server.rounds.Unit;
import nl.onderstroom.server.shell.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** From the first sheet to the summaries, on a real database and without anybody's name. */
@Tag("database")
class AnswerBoxTest {
  private static final int MANY = 40;
  private static final int UNOPENED = 3;
  private static final int KEYED = 4;
  private static final List<SigningKey> KEYS =
      Stream.generate(() -> SigningKey.generate(2048)).limit(2 * KEYED).toList();

  private final TestDatabase database = TestDatabase.create(List.of("rounds", "answers"));

  @TempDir private Path data;
  private AnnotationConfigApplicationContext rooms;
  private Rounds rounds;
  private AnswerBox box;
  private Closing closing;

  @BeforeEach
  void start() {
    rooms = new AnnotationConfigApplicationContext();
    rooms
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("onderstroom.data", data.toString())));
    rooms.registerBean(
        NamelessDatabase.class, database::nameless, bean -> bean.setDestroyMethodName(""));
    rooms.registerBean(StandingFloors.class, () -> () -> Floors.DEFAULT);
    rooms.register(
        Rounds.class,
        CohortKeys.class,
        AnswerBox.class,
        Summaries.class,
        Worries.class,
        Closing.class);
    rooms.refresh();
    rounds = rooms.getBean(Rounds.class);
    box = rooms.getBean(AnswerBox.class);
    closing = rooms.getBean(Closing.class);
  }

  /** As after a crash: nobody closed anything, but the operating system took the locks. */
  private void startAgain() {
    rooms.close();
    start();
  }

  @AfterEach
  void close() {
    rooms.close();
    database.close();
  }

  /** A round of three cohorts that hands out ballots. */
  private RoundId issuing() {
    RoundId round = rounds.draft("Voorjaar", 7, Questionnaire.FIRST);
    rounds.beginIssuing(
        round,
        begun ->
            new Organisation(
                List.of(new Unit("top", "Oever", null, 0), new Unit("team", "Kantoor", "top", 80)),
                List.of(
                    new Cohort(1, "top", MANY),
                    new Cohort(2, "team", MANY),
                    new Cohort(UNOPENED, "team", MANY))));
    // A key is of one round.
    int first = (int) (round.value() - 1) * KEYED;
    keys()
        .publish(
            round,
            IntStream.range(0, KEYED)
                .boxed()
                .collect(Collectors.toMap(i -> i, i -> KEYS.get(first + i).verifying())));
    return round;
  }

  private CohortKeys keys() {
    return rooms.getBean(CohortKeys.class);
  }

  private RoundId opened() {
    RoundId round = issuing();
    open(round);
    return round;
  }

  private void open(RoundId round) {
    keys().open(round, Map.of(Cohort.EVERYBODY, 2 * MANY, 1, MANY, 2, MANY));
    rounds.advance(round, RoundState.ISSUING);
  }

  private static Ballot ballot(int cohort) {
    return ballot(key(cohort));
  }

  private static SigningKey key(int cohort) {
    return KEYS.get(cohort);
  }

  private static Ballot ballot(SigningKey key) {
    BlindedMessage blinded = Wallet.random(new SecureRandom()).blind(7, key.verifying());
    return blinded.finish(key.blindSign(blinded.blinded()));
  }

  private static Outcome stored(Ballot ballot, long counter, Sheet sheet) {
    return new Outcome.Stored(Serial.of(ballot), 1, counter, sheet);
  }

  private static Sheet hope(int position) {
    return Sheet.of(Questionnaire.FIRST, Map.of("hope", List.of(position)));
  }

  @Test
  void theSameBallotWithAHigherCounterReplacesItsSheet() {
    RoundId round = opened();
    Ballot ballot = ballot(1);
    assertThat(box.look(round, 1, ballot)).isEqualTo(Outcome.Nothing.NONE);
    assertThat(box.drop(round, 1, ballot, 1, hope(1))).isEqualTo(new Outcome.Counted(1));
    assertThat(box.drop(round, 1, ballot, 2, hope(5))).isEqualTo(new Outcome.Counted(2));
    assertThat(box.drop(round, 1, ballot, 2, hope(3))).isEqualTo(new Outcome.Stale(2));
    assertThat(box.look(round, 1, ballot)).isEqualTo(stored(ballot, 2, hope(5)));
    closing.close(round);
    assertThat(summary(round, 1).respondents()).isEqualTo(1);
    assertThat(summary(round, 1).histogram("hope").mean()).isEqualTo(5);
  }

  @Test
  void whoTakesAnswersBackIsNotCounted() {
    RoundId round = opened();
    Ballot ballot = ballot(1);
    box.drop(round, 1, ballot, 1, hope(1));
    box.drop(round, 1, ballot(1), 1, hope(4));
    assertThat(box.withdraw(round, 1, ballot, 2)).isEqualTo(new Outcome.Withdrawn(2));
    assertThat(box.look(round, 1, ballot)).isEqualTo(Outcome.Nothing.NONE);
    closing.close(round);
    assertThat(summary(round, 1).respondents()).isEqualTo(1);
  }

  @Test
  void howeverOftenAndAtOnceABallotIsReplayedItIsCountedOnce() throws Exception {
    RoundId round = opened();
    Ballot ballot = ballot(1);
    int counted = 0;
    Callable<Outcome> replay = () -> box.drop(round, 1, ballot, 1, hope(3));
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Outcome> one : many.invokeAll(Collections.nCopies(1_000, replay))) {
        counted += one.get() instanceof Outcome.Counted ? 1 : 0;
        assertThat(one.get())
            .isIn(new Outcome.Counted(1), new Outcome.Stale(1), Outcome.Nothing.BUSY);
      }
    }
    assertThat(counted).isEqualTo(1);
    closing.close(round);
    assertThat(summary(round, 1).respondents()).isEqualTo(1);
  }

  @Test
  void whateverIsWrongWithABallotTheRefusalIsTheSame() {
    RoundId round = opened();
    Ballot good = ballot(1);
    byte[] forged = good.signature();
    forged[100] ^= 1;
    byte[] other = good.message();
    other[0] ^= 1;
    Map<String, Outcome> refusals =
        Map.of(
            "of another round",
            box.drop(round, 1, ballot(SigningKey.generate(2048)), 1, hope(1)),
            "of another cohort",
            box.drop(round, 2, good, 1, hope(1)),
            "of a cohort that did not open",
            box.drop(round, UNOPENED, ballot(UNOPENED), 1, hope(1)),
            "of no cohort",
            box.drop(round, 99, good, 1, hope(1)),
            "forged",
            box.drop(round, 1, new Ballot(good.message(), forged), 1, hope(1)),
            "for another message",
            box.drop(round, 1, new Ballot(other, good.signature()), 1, hope(1)),
            "cut off",
            box.drop(round, 1, new Ballot(good.message(), new byte[255]), 1, hope(1)),
            "empty",
            box.look(round, 1, new Ballot(new byte[0], new byte[0])),
            "of a round that is not there",
            box.withdraw(new RoundId(999), 1, good, 1));
    assertThat(refusals.values()).containsOnly(Outcome.Nothing.REFUSED);
    assertThat(box.drop(round, 1, good, 1, hope(1))).isEqualTo(new Outcome.Counted(1));
  }

  @Test
  void answersComeInWhileTheRoundIsOpenAndNotBeforeOrAfter() {
    RoundId round = issuing();
    Ballot ballot = ballot(1);
    assertThat(box.drop(round, 1, ballot, 1, hope(1))).isEqualTo(Outcome.Nothing.NOT_OPEN);
    open(round);
    assertThat(box.drop(round, 1, ballot, 1, hope(1))).isEqualTo(new Outcome.Counted(1));
    closing.close(round);
    assertThat(box.drop(round, 1, ballot, 2, hope(1))).isEqualTo(Outcome.Nothing.CLOSED);
    assertThat(box.look(round, 1, ballot)).isEqualTo(Outcome.Nothing.CLOSED);
  }

  @Test
  void eachCohortIsAddedUpByItself() {
    RoundId round = opened();
    for (int i = 0; i < 12; i++) {
      int cohort = i % 3 == 0 ? 1 : 2;
      box.drop(round, cohort, ballot(cohort), 1, hope(1 + i % 3));
    }
    closing.close(round);
    assertThat(summary(round, 1).respondents()).isEqualTo(4);
    assertThat(summary(round, 1).histogram("hope").mean()).isEqualTo(1);
    assertThat(summary(round, 2).respondents()).isEqualTo(8);
    assertThat(summary(round, 2).histogram("hope").mean()).isEqualTo(2.5);
  }

  @Test
  void whatWasTakenIsThereAfterAStartAnew() {
    RoundId round = opened();
    Ballot ballot = ballot(1);
    box.drop(round, 1, ballot, 1, hope(2));
    startAgain();
    assertThat(box.look(round, 1, ballot)).isEqualTo(stored(ballot, 1, hope(2)));
    closing.close(round);
    assertThat(summary(round, 1).respondents()).isEqualTo(1);
  }

  @Test
  void afterClosingNoFileOfTheSheetsIsLeftAndOtherRoundsHaveTheirs() throws IOException {
    RoundId round = opened();
    RoundId other = opened();
    box.drop(round, 1, ballot(1), 1, hope(1));
    box.drop(other, 1, ballot(KEYS.get(KEYED + 1)), 1, hope(1));
    closing.close(round);
    assertThat(files())
        .containsExactlyInAnyOrder(
            "lock",
            "round-" + other + ".box",
            "round-" + other + ".key",
            "round-" + other + "-worries.box",
            "round-" + other + "-worries.key");
  }

  @Test
  void aBoxThatACrashLeftBehindAfterClosingIsDestroyedAtTheNextStart() throws IOException {
    RoundId round = opened();
    box.drop(round, 1, ballot(1), 1, hope(1));
    // The process ends between the commit and the destruction.
    rounds.advance(round, RoundState.OPEN);
    startAgain();
    assertThat(files()).containsExactly("lock");
  }

  @Test
  void aCloseThatFailsLeavesEverythingAsItWas() {
    RoundId round = opened();
    Ballot ballot = ballot(1);
    box.drop(round, 1, ballot, 1, hope(2));
    database.owner().sql("alter table summary add constraint none check (false)").update();
    assertThatThrownBy(() -> closing.close(round));
    assertThat(rounds.get(round).state()).isEqualTo(RoundState.OPEN);
    assertThat(box.look(round, 1, ballot)).isEqualTo(stored(ballot, 1, hope(2)));
    assertThat(box.drop(round, 1, ballot, 2, hope(4))).isEqualTo(new Outcome.Counted(2));
  }

  @Test
  void aStepIsTakenOnce() {
    RoundId round = issuing();
    assertRefused(() -> closing.close(round), "409 rounds.not-at-this-step.closed");
    open(round);
    closing.close(round);
    assertRefused(() -> closing.close(round), "409 rounds.not-at-this-step.closed");
    assertRefused(() -> closing.close(new RoundId(999)), "404 rounds.no-such-round");
  }

  @Test
  void whatWasAcknowledgedWhileTheRoundClosedIsCounted() throws Exception {
    RoundId round = opened();
    List<Ballot> ballots = Stream.generate(() -> ballot(1)).limit(MANY).toList();
    long acknowledged = 0;
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      var going = new ArrayList<Future<Outcome>>();
      for (Ballot ballot : ballots) {
        going.add(many.submit(() -> box.drop(round, 1, ballot, 1, hope(3))));
      }
      going.get(MANY / 4).get();
      closing.close(round);
      for (Future<Outcome> one : going) {
        assertThat(one.get()).isIn(new Outcome.Counted(1), Outcome.Nothing.CLOSED);
        acknowledged += one.get() instanceof Outcome.Counted ? 1 : 0;
      }
    }
    assertThat(summary(round, 1).respondents()).isEqualTo(acknowledged);
  }

  @Test
  void aGroupWithMoreAnswersThanBallotsIsNotCountedAndThatIsSaid() {
    RoundId round = issuing();
    keys().open(round, Map.of(1, 2, 2, 2));
    rounds.advance(round, RoundState.ISSUING);
    for (int i = 0; i < 5; i++) {
      int cohort = i < 3 ? 1 : 2;
      box.drop(round, cohort, ballot(cohort), 1, hope(3));
    }
    closing.close(round);
    assertThat(rooms.getBean(Summaries.class).list(round))
        .extracting(Summaries.OfCohort::cohortNumber)
        .as("of the first, one answer too many came in")
        .containsExactly(2);
    assertThat(
            database
                .owner()
                .sql("select number from cohort where surplus")
                .query(Integer.class)
                .list())
        .containsExactly(1);
  }

  @Test
  void theBoxIsThereWhenTheRoundOpensAndNotWhenSomebodyComes() throws IOException {
    RoundId round = opened();
    assertThat(files()).containsExactly("lock");
    rooms.publishEvent(new RoundOpened(round));
    assertThat(files()).contains("round-" + round + ".box", "round-" + round + ".key");
    closing.close(round);
    RoundId next = opened();
    startAgain();
    assertThat(files()).as("after a start").contains("round-" + next + ".box");
  }

  @Test
  void aWorryHasABallotOfItsOwnAndIsChangedAndTakenBackWithIt() {
    RoundId round = opened();
    Ballot ballot = ballot(Cohort.EVERYBODY);
    var worry = new Worry("Mag ik dit nog leren?");
    int all = Cohort.EVERYBODY;
    assertThat(box.drop(round, all, ballot, 1, worry)).isEqualTo(new Outcome.Counted(1));
    assertThat(box.look(round, all, ballot))
        .isEqualTo(new Outcome.Stored(Serial.of(ballot), all, 1, worry));
    assertThat(box.drop(round, all, ballot(1), 1, worry)).isEqualTo(Outcome.Nothing.REFUSED);
    assertThat(box.drop(round, 1, ballot, 1, hope(1))).isEqualTo(Outcome.Nothing.REFUSED);
    assertThatThrownBy(() -> box.drop(round, 1, ballot, 1, worry))
        .isInstanceOf(IllegalArgumentException.class);
    startAgain();
    assertThat(box.look(round, all, ballot))
        .isEqualTo(new Outcome.Stored(Serial.of(ballot), all, 1, worry));
    assertThat(box.withdraw(round, all, ballot, 2)).isEqualTo(new Outcome.Withdrawn(2));
    assertThat(box.look(round, all, ballot)).isEqualTo(Outcome.Nothing.NONE);
  }

  @Test
  void whatWasWrittenIsKeptInTheOrderOfTheAlphabetIfTwentyWrote() {
    for (int writers : new int[] {19, 20}) {
      RoundId round = opened();
      List<String> texts =
          IntStream.range(0, writers).mapToObj(i -> "Zorg " + (char) ('z' - i)).toList();
      SigningKey key = KEYS.get((int) (round.value() - 1) * KEYED);
      texts.forEach(text -> box.drop(round, Cohort.EVERYBODY, ballot(key), 1, new Worry(text)));
      closing.close(round);
      Worries worries = rooms.getBean(Worries.class);
      assertThat(worries.take(round))
          .isEqualTo(writers < 20 ? List.of() : texts.stream().sorted().toList());
      assertThat(worries.take(round)).as("taken once").isEmpty();
    }
  }

  @Test
  void aPastThatIsMadeUpClosesWithoutBallots() {
    RoundId round = issuing();
    closing.closeWith(round, Map.of(1, Collections.nCopies(9, hope(2))), List.of());
    assertThat(rounds.get(round).state()).isEqualTo(RoundState.CLOSED);
    assertThat(summary(round, 1).respondents()).isEqualTo(9);
    assertRefused(
        () -> closing.closeWith(round, Map.of(), List.of()), "409 rounds.not-at-this-step.open");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(data.resolve("boxes"))) {
      return all.map(each -> each.getFileName().toString()).toList();
    }
  }

  private Summary summary(RoundId round, int cohort) {
    return rooms.getBean(Summaries.class).list(round).stream()
        .filter(each -> each.cohortNumber() == cohort)
        .findFirst()
        .orElseThrow()
        .summary();
  }

  private static void assertRefused(ThrowingCallable action, String message) {
    assertThatThrownBy(action).isInstanceOf(Refusal.class).hasMessage(message);
  }
}
