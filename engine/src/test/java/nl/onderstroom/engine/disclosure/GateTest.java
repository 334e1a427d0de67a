package nl.onderstroom.engine.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.onderstroom.engine.disclosure.Family.Group;
import nl.onderstroom.engine.disclosure.Figure.Distribution;
import nl.onderstroom.engine.disclosure.Figure.HiddenFigure;
import nl.onderstroom.engine.disclosure.Figure.Mean;
import nl.onderstroom.engine.disclosure.Figure.TickShares;
import nl.onderstroom.engine.disclosure.UnitRelease.Shown;
import nl.onderstroom.engine.disclosure.UnitRelease.Withheld;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.Summary;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** De Vries Bakkerijen: what a release shows and what it keeps to itself. */
class GateTest {
  private static final SummaryShape SHAPE =
      SummaryShape.of(new Quantity.Levels("vision", 1, 5), new Quantity.Ticks("feelings", 3));

  @Test
  void aTeamOfSevenHasMeansAndATeamOfTenDistributions() {
    Shown seven = (Shown) decide(group("firm", null, 7)).unit("firm");
    assertThat(seven.respondents()).hasValue(7);
    assertThat(seven.figure("vision")).isInstanceOf(Mean.class);
    assertThat(seven.figure("feelings")).isEqualTo(new HiddenFigure(Reason.TOO_FEW_RESPONDENTS));
    Shown ten = (Shown) decide(group("firm", null, 10)).unit("firm");
    assertThat(ten.figure("vision"))
        .isEqualTo(new Distribution(10, 1, List.of(2L, 2L, 2L, 2L, 2L), 3, Math.sqrt(20 / 9.0)));
    assertThat(ten.figure("feelings")).isEqualTo(new TickShares(10, List.of(5L, 4L, 3L)));
  }

  @Test
  void aTeamUnderTheFloorIsWithheldAndSoIsTheTeamThatWouldGiveItAway() {
    Release release =
        decide(
            group("firm", null, 0),
            group("bread", "firm", 14),
            group("cake", "firm", 9),
            group("shop", "firm", 3));
    assertThat(release.unit("shop")).isEqualTo(new Withheld(Reason.TOO_FEW_RESPONDENTS));
    assertThat(release.unit("cake")).isEqualTo(new Withheld(Reason.WOULD_REVEAL_REMAINDER));
    assertThat(release.unit("bread")).isInstanceOf(Shown.class);
    assertThat(((Shown) release.unit("firm")).respondents()).hasValue(26);
  }

  @Test
  void aUnitWithoutPeopleOfItsOwnIsNotEnoughToHideASmallTeam() {
    // Withholding "bakery" alone frees nobody, for its teams cover it: one of them goes too.
    Release release =
        decide(
            group("firm", null, 2),
            group("bakery", "firm", 0),
            group("bread", "bakery", 14),
            group("cake", "bakery", 9));
    assertThat(release.unit("bakery")).isEqualTo(new Withheld(Reason.WOULD_REVEAL_REMAINDER));
    assertThat(release.unit("cake")).isEqualTo(new Withheld(Reason.WOULD_REVEAL_REMAINDER));
    assertThat(release.unit("bread")).isInstanceOf(Shown.class);
  }

  @Test
  void distributionsOfARemainderNeedTheirOwnFloor() {
    // Eight people remain beside bread: enough for a mean, too few for a distribution.
    Release release = decide(group("firm", null, 8), group("bread", "firm", 14));
    assertThat(((Shown) release.unit("firm")).figure("vision")).isInstanceOf(Distribution.class);
    assertThat(((Shown) release.unit("bread")).figure("vision")).isInstanceOf(Mean.class);
    assertThat(((Shown) release.unit("bread")).figure("feelings"))
        .isEqualTo(new HiddenFigure(Reason.WOULD_REVEAL_REMAINDER));
  }

  @Test
  void whereAllOrAllButOneAgreeNothingIsShown() {
    Tally tally = new Tally(SHAPE);
    for (int i = 0; i < 30; i++) {
      tally.add(new long[] {i == 0 ? 1 : 5, 1});
    }
    Shown firm = (Shown) decide(new Group("firm", null, List.of(tally.summary()))).unit("firm");
    assertThat(firm.figure("vision")).isEqualTo(new HiddenFigure(Reason.SAMENESS));
    assertThat(firm.figure("feelings")).isEqualTo(new HiddenFigure(Reason.SAMENESS));
    tally.add(new long[] {4, 2});
    tally.add(new long[] {Tally.MISSING, 2});
    Shown later = (Shown) decide(new Group("firm", null, List.of(tally.summary()))).unit("firm");
    assertThat(later.figure("vision")).isInstanceOf(Distribution.class);
    assertThat(later.figure("feelings")).isEqualTo(new TickShares(32, List.of(30L, 2L, 0L)));
  }

  @Test
  void aQuestionNobodyAnsweredSaysSo() {
    Tally tally = new Tally(SHAPE);
    for (int i = 0; i < 12; i++) {
      tally.add(new long[] {Tally.MISSING, i % 3});
    }
    Shown firm = (Shown) decide(new Group("firm", null, List.of(tally.summary()))).unit("firm");
    assertThat(firm.figure("vision")).isEqualTo(new HiddenFigure(Reason.NO_ANSWERS));
  }

  @Test
  void theOrderOfGroupsDoesNotMatter() {
    Group firm = group("firm", null, 2);
    Group bread = group("bread", "firm", 9);
    Group cake = group("cake", "firm", 9);
    assertThat(decide(firm, bread, cake)).isEqualTo(decide(cake, firm, bread));
  }

  @Test
  void aSummaryOfOtherQuestionsIsRefused() {
    Summary other = Summary.empty(SummaryShape.of(new Quantity.Levels("vision", 1, 7)));
    assertThatThrownBy(() -> decide(new Group("firm", null, List.of(other))))
        .hasMessageContaining("summaries of different questions");
    assertThatThrownBy(() -> new Floors(4, 10)).hasMessageContaining("5 ≤ numbers");
    assertThatThrownBy(() -> new Floors(7, 6)).hasMessageContaining("numbers ≤ distributions");
  }

  private static Release decide(Group... groups) {
    return Gate.decide(new Family(SHAPE, List.of(groups)), Floors.DEFAULT);
  }

  private static Group group(String id, @Nullable String parent, int people) {
    Tally tally = new Tally(SHAPE);
    for (int i = 0; i < people; i++) {
      tally.add(new long[] {1 + i % 5, i % 2 == 0 ? (i % 4 == 0 ? 1 : 3) : (i % 3 == 0 ? 2 : 4)});
    }
    return new Group(id, parent, List.of(tally.summary()));
  }
}
