package nl.onderstroom.engine.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.onderstroom.engine.landscape.SyntheticVotes.Row;
import org.junit.jupiter.api.Test;

/**
 * New votes are taken without looking at the others, and what comes out is what a new look gives.
 */
class WarmTest {
  private static final double[] THREE = {.5, .3, .2};
  private static final LandscapeOptions OPTIONS =
      new LandscapeOptions(OptionalInt.empty(), 7, 1, 3, 2);

  private final List<Row> rows =
      new SyntheticVotes(THREE, 120, 1, 1, 1).people(600, 60).shuffled(1);

  private static NewVote vote(Row row) {
    return new NewVote(row.person(), row.statement(), row.vote());
  }

  private static LandscapeFit cold(List<Row> rows) {
    return LandscapeFit.of(SyntheticVotes.votes(rows), OPTIONS);
  }

  /** The first votes cold, the others warm. */
  private static LandscapeFit warm(List<Row> rows, int first, int batch, LandscapeOptions options) {
    LandscapeFit fit = LandscapeFit.of(SyntheticVotes.votes(rows.subList(0, first)), options);
    for (int from = first; from < rows.size(); from += batch) {
      int to = Math.min(rows.size(), from + batch);
      fit = fit.with(rows.subList(from, to).stream().map(WarmTest::vote).toList());
    }
    return fit;
  }

  private static Participant person(Landscape landscape, String id) {
    return Objects.requireNonNull(people(landscape).get(id));
  }

  private static Map<String, Participant> people(Landscape landscape) {
    return landscape.participants().stream()
        .collect(Collectors.toMap(Participant::id, Function.identity()));
  }

  private static Map<String, StatementResult> statements(Landscape landscape) {
    return landscape.statements().stream()
        .collect(Collectors.toMap(StatementResult::id, Function.identity()));
  }

  @Test
  void isWithinTheStatedToleranceOfALookAtAllVotes() {
    for (double late : new double[] {.008, .05}) {
      int first = (int) (rows.size() * (1 - late));
      LandscapeFit warm = warm(rows, first, 20, OPTIONS);
      LandscapeFit cold = cold(rows);
      Landscape found = warm.landscape();
      Landscape expected = cold.landscape();
      assertThat(found.groups()).hasSameSizeAs(expected.groups());
      Map<String, Participant> people = people(found);
      double differences = 0;
      double squares = 0;
      int[] labels = new int[expected.participants().size()];
      int[] others = new int[labels.length];
      for (int at = 0; at < labels.length; at++) {
        Participant one = expected.participants().get(at);
        Participant other = people.get(one.id());
        labels[at] = one.group().orElse(-1);
        others[at] = other == null ? -2 : other.group().orElse(-1);
        double chance = other == null ? 0 : other.probability();
        differences +=
            Math.abs(one.probability() - (labels[at] == others[at] ? chance : 1 - chance));
        double apart =
            cold.predict(one.id(), "s" + at % 120).agree()
                - warm.predict(one.id(), "s" + at % 120).agree();
        squares += apart * apart;
      }
      assertThat(AdjustedRandIndex.of(labels, others)).isGreaterThan(0.97);
      assertThat(differences / labels.length).isLessThan(0.01);
      assertThat(Math.sqrt(squares / labels.length)).isLessThan(0.01);
      for (int group = 0; group < found.groups().size(); group++) {
        assertThat(found.groups().get(group).share())
            .isCloseTo(expected.groups().get(group).share(), within(0.03));
      }
      Map<String, StatementResult> statements = statements(found);
      assertThat(expected.statements())
          .allSatisfy(one -> {
            StatementResult other = Objects.requireNonNull(statements.get(one.id()));
            assertThat(List.of(other.agree(), other.disagree(), other.pass()))
                .isEqualTo(List.of(one.agree(), one.disagree(), one.pass()));
            assertThat(other.consensus()).isCloseTo(one.consensus(), within(0.05));
          });
    }
  }

  @Test
  void isTheVeryLandscapeOfALookAtAllVotesWhenMoreThanATenthIsNew() {
    LandscapeFit warm = warm(rows, rows.size() * 8 / 10, rows.size(), OPTIONS);
    assertThat(warm.landscape()).isEqualTo(cold(rows).landscape());
  }

  @Test
  void changesNothingWhenNothingChanged() {
    LandscapeFit fit = cold(rows);
    assertThat(fit.with(List.of())).isSameAs(fit);
    List<NewVote> again = rows.subList(0, 500).stream().map(WarmTest::vote).toList();
    assertThat(fit.with(again)).isSameAs(fit);
  }

  @Test
  void aVoteTakenBackIsAsIfItHadNotBeenCast() {
    Row row = rows.getFirst();
    NewVote changed = new NewVote(row.person(), row.statement(), other(row.vote()));
    LandscapeFit start = cold(rows).with(List.of(changed)).with(List.of(vote(row)));
    LandscapeFit mistaken = start.with(List.of(changed));
    LandscapeFit undone = mistaken.with(List.of(vote(row)));
    double x = person(start.landscape(), row.person()).x();
    assertThat(person(mistaken.landscape(), row.person()).x()).isNotCloseTo(x, within(1e-2));
    assertThat(person(undone.landscape(), row.person()).x()).isCloseTo(x, within(1e-3));
    assertThat(undone.landscape().groups())
        .extracting(OpinionGroup::size, OpinionGroup::marks)
        .isEqualTo(
            start.landscape().groups().stream()
                .map(group -> tuple(group.size(), group.marks()))
                .toList());
  }

  @Test
  void ofMoreVotesInABatchTheLastOneCounts() {
    Row row = rows.getFirst();
    List<NewVote> batch =
        IntStream.of(-1, 0, -1, 0, 1)
            .mapToObj(number -> new NewVote(row.person(), row.statement(), Vote.of(number)))
            .toList();
    LandscapeFit fit = cold(rows.subList(1, rows.size()));
    assertThat(fit.with(batch).landscape())
        .isEqualTo(fit.with(List.of(batch.getLast())).landscape());
  }

  @Test
  void whoAndWhatIsNewComesInAndIsPutInAGroupOnceThereAreVotesEnough() {
    LandscapeFit fit = cold(rows);
    Landscape before = fit.landscape();
    for (int at = 0; at < 7; at++) {
      Landscape landscape = fit.landscape();
      assertThat(people(landscape).get("new")).matches(one -> one == null || one.group().isEmpty());
      fit = fit.with(List.of(new NewVote("new", at == 0 ? "fresh" : "s" + at, Vote.AGREE)));
    }
    Participant one = person(fit.landscape(), "new");
    assertThat(one.group()).isPresent();
    assertThat(one.votes()).isEqualTo(7);
    assertThat(Objects.requireNonNull(statements(fit.landscape()).get("fresh")).agree())
        .isEqualTo(1);
    assertThat(fit.landscape().votes()).isEqualTo(before.votes() + 7);
    assertThat(fit.landscape().participants())
        .startsWith(before.participants().toArray(Participant[]::new));
    assertThat(fit.predict("new", "fresh").agree()).isGreaterThan(0.5);
  }

  @Test
  void whoDidNotVoteStaysPutUntilMoreThanAHundredthOfTheVotesChanged() {
    LandscapeFit start = cold(rows);
    Participant still = start.landscape().participants().getFirst();
    List<NewVote> changed =
        rows.stream()
            .filter(row -> !row.person().equals(still.id()))
            .limit(rows.size() / 50)
            .map(row -> new NewVote(row.person(), row.statement(), other(row.vote())))
            .toList();
    int hundredth = rows.size() / 100;
    LandscapeFit touched = start.with(changed.subList(0, hundredth));
    assertThat(person(touched.landscape(), still.id())).isEqualTo(still);
    LandscapeFit swept = touched.with(changed.subList(hundredth, hundredth + 2));
    assertThat(person(swept.landscape(), still.id()).x()).isNotEqualTo(still.x());
  }

  private static Vote other(Vote vote) {
    return vote == Vote.AGREE ? Vote.DISAGREE : Vote.AGREE;
  }

  @Test
  void groupsKeepTheirNumbersWhenEverybodyIsPlacedAgain() {
    int first = rows.size() * 93 / 100;
    Map<String, Participant> before =
        people(warm(rows.subList(0, first), first, 1, OPTIONS).landscape());
    LandscapeFit after = warm(rows, first, rows.size(), OPTIONS);
    long same =
        after.landscape().participants().stream()
            .filter(one -> one.group().equals(Objects.requireNonNull(before.get(one.id())).group()))
            .count();
    assertThat(same).isGreaterThan(before.size() * 95L / 100);
  }

  @Test
  void isTheSameToTheLastBitWithAnyNumberOfThreads() {
    LandscapeOptions alone = new LandscapeOptions(OptionalInt.empty(), 7, 1, 3, 1);
    int first = rows.size() * 97 / 100;
    assertThat(warm(rows, first, 100, alone).landscape())
        .isEqualTo(warm(rows, first, 100, OPTIONS).landscape());
  }

  /** Steps of which the parts are looked at. */
  private static final class Steps {
    private final Workers alone = new Workers(1);
    private final SpaceFit.Fitted start;
    private Votes votes;
    private WarmSpace space;
    private Findings findings;
    private final GroupChoice choice = new GroupChoice(3, Double.NaN, List.of());

    Steps(Votes votes) {
      this.votes = votes;
      start = SpaceFit.fit(votes, Reading.OPINION, 3, Effort.QUICK, alone);
      space = WarmSpace.of(votes, start, alone);
      GroupSearch search = GroupSearch.in(votes, start.places(), 7, 3, 3, Effort.QUICK, alone);
      Grouping grouping = Grouping.of(votes, start, search, search.mixture(3), alone);
      findings = Findings.of(votes, start, grouping, true, alone);
    }

    void take(List<NewVote> batch) {
      Change change = Change.of(votes, Index.of(votes), batch);
      space = space.with(change);
      findings = findings.with(change, space.fitted(), 7, alone);
      votes = change.after();
    }

    /** New votes, changed votes, new people and new statements. */
    Steps takeAll(List<Row> rows) {
      List<Row> all = new ArrayList<>(rows);
      for (int at = 0; at < 60; at++) {
        all.add(
            new Row("new" + at % 5, at < 20 ? "fresh" + at % 3 : "s" + at, Vote.of(at % 3 - 1), 1));
        all.add(new Row(rows.get(at).person(), rows.get(at).statement(), Vote.of(at % 3 - 1), 1));
      }
      Collections.shuffle(all, new Random(5));
      for (int from = 0; from < all.size(); from += 7) {
        take(
            all.subList(from, Math.min(all.size(), from + 7)).stream()
                .map(WarmTest::vote)
                .toList());
      }
      return this;
    }
  }

  private Steps steps() {
    int first = rows.size() * 98 / 100;
    return new Steps(SyntheticVotes.votes(rows.subList(0, first)))
        .takeAll(rows.subList(first, rows.size()));
  }

  @Test
  void sumsAreToTheLastBitWhatTheyWouldBeFromScratch() {
    Steps steps = steps();
    OpinionSpace space = steps.start.space();
    OpinionSpace wider = StatementFit.like(space).wider(space, steps.votes.statements());
    SpaceFit.Fitted scratch = new SpaceFit.Fitted(wider, steps.space.fitted().places());
    assertThat(steps.space.sums())
        .isEqualTo(WarmSpace.of(steps.votes, scratch, steps.alone).sums());
  }

  @Test
  void countsAreWhatTheyWouldBeFromScratch() {
    Steps steps = steps();
    Grouping grouping = steps.findings.grouping();
    GroupVotes shown = GroupVotes.of(steps.votes, grouping.membership(), 3, steps.alone);
    GroupVotes compared =
        GroupVotes.of(steps.votes, Objects.requireNonNull(grouping.tested()), 3, steps.alone);
    assertThat(IntStream.range(0, steps.votes.statements()))
        .allMatch(statement -> grouping.shown().same(shown, statement))
        .allMatch(statement -> grouping.compared().same(compared, statement));
  }

  @Test
  void whatIsFoundIsWhatWouldBeFoundFromScratchInTheSameGroups() {
    Steps steps = steps();
    Findings scratch =
        Findings.of(
            steps.votes, steps.space.fitted(), steps.findings.grouping(), true, steps.alone);
    Landscape warm = steps.findings.landscape(steps.choice);
    Landscape expected = scratch.landscape(steps.choice);
    assertThat(warm.groups()).isEqualTo(expected.groups());
    assertThat(warm.participants()).isEqualTo(expected.participants());
    assertThat(warm.statements().stream().map(WarmTest::withoutDivisiveness))
        .containsExactlyElementsOf(
            expected.statements().stream().map(WarmTest::withoutDivisiveness).toList());
  }

  /** Without that and the priority: they change slightly with every vote and are kept. */
  private static StatementResult withoutDivisiveness(StatementResult one) {
    return new StatementResult(
        one.id(),
        one.agree(),
        one.disagree(),
        one.pass(),
        one.consensus(),
        one.consensusInterval(),
        0,
        one.bridging(),
        0,
        one.role(),
        one.byGroup());
  }
}
