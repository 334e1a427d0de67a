package nl.onderstroom.engine.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GroupTimeEffectsTest {
  private static final int NEVER = Panel.NEVER;

  /**
   * Two teams act at wave 1 (+2, then +3), two at wave 2 (+1), two never; all drift by 1 a wave,
   * and within a pair one is .5 above and one .5 below it at every wave after the first.
   */
  private static final double[][] THREE_GROUPS = {
    {10, 13.5, 15.5}, {10, 12.5, 14.5}, {5, 6.5, 8.5}, {5, 5.5, 7.5}, {2, 3.5, 4.5}, {2, 2.5, 3.5}
  };

  private static final int[] FIRST = {1, 1, 2, 2, NEVER, NEVER};

  @Test
  void everyCohortAndWaveIsComparedWithThoseWhoHadNotActed() {
    Panel panel = Panel.of(THREE_GROUPS, FIRST);
    for (Controls controls : Controls.values()) {
      List<GroupTimeEffects.GroupTimeEffect> all = GroupTimeEffects.of(panel, controls).all();
      assertThat(all)
          .extracting(GroupTimeEffects.GroupTimeEffect::cohort)
          .containsExactly(1, 1, 2, 2);
      assertThat(all)
          .extracting(GroupTimeEffects.GroupTimeEffect::wave)
          .containsExactly(1, 2, 1, 2);
      assertThat(all)
          .extracting(each -> each.effect().value())
          .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1, Double.class)
          .containsExactly(2.0, 3.0, 0.0, 1.0);
    }
    // At wave 1 those who act at 2 are controls too; at wave 2 only those who never do.
    List<GroupTimeEffects.GroupTimeEffect> notYet =
        GroupTimeEffects.of(panel, Controls.NOT_YET_ACTING).all();
    assertThat(notYet)
        .extracting(GroupTimeEffects.GroupTimeEffect::controls)
        .containsExactly(4, 2, 2, 2);
    assertThat(notYet).extracting(GroupTimeEffects.GroupTimeEffect::acted).containsOnly(2);
    // Changes from wave 0 to 1: 3.5 and 2.5 against four of 1.5 and .5: .25/2 + .25/4.
    assertThat(notYet.getFirst().effect().standardError())
        .isEqualTo(Math.sqrt(0.125 + 0.0625), within(1e-12));
  }

  @Test
  void averagesWeighTeamsAndWavesAsTheySay() {
    GroupTimeEffects effects =
        GroupTimeEffects.of(Panel.of(THREE_GROUPS, FIRST), Controls.NOT_YET_ACTING);
    assertThat(effects.simple().value()).isEqualTo((2 + 3 + 1) / 3.0, within(1e-12));
    assertThat(effects.byCohort().getFirst().effect().value()).isEqualTo(2.5, within(1e-12));
    assertThat(effects.overall().value()).isEqualTo((2.5 + 1) / 2, within(1e-12));
    assertThat(effects.byWavesSince())
        .extracting(GroupTimeEffects.EventEffect::wavesSince)
        .containsExactly(-1, 0, 1);
    assertThat(effects.byWavesSince().get(1).effect().value()).isEqualTo(1.5, within(1e-12));
    assertThat(effects.overWavesSince().value()).isEqualTo((1.5 + 3) / 2, within(1e-12));
  }

  @Test
  void aCohortWeighsAsManyTeamsAsItHas() {
    double[][] outcomes = {{0, 4, 4}, {0, 0, 1}, {0, 0, 1}, {0, 0, 1}, {0, 0, 0}, {0, 0, 0}};
    GroupTimeEffects effects =
        GroupTimeEffects.of(
            Panel.of(outcomes, new int[] {1, 2, 2, 2, NEVER, NEVER}), Controls.NEVER_ACTING);
    assertThat(effects.overall().value()).isEqualTo((4 + 3 * 1) / 4.0, within(1e-12));
    assertThat(effects.simple().value()).isEqualTo((4 + 4 + 3 * 1) / 5.0, within(1e-12));
  }

  /**
   * With effects that grow, the usual regression is wrong here and the group-time effects right.
   */
  @Test
  void staggeredActionsAreNotComparedWithEachOther() {
    double[][] growing = new double[9][8];
    int[] first = new int[9];
    for (int team = 0; team < 9; team++) {
      first[team] = team < 4 ? 2 : team < 8 ? 5 : NEVER;
      for (int wave = 0; wave < 8; wave++) {
        double since = first[team] == NEVER ? -1 : wave - first[team];
        growing[team][wave] = team + (since >= 0 ? 1 + since : 0);
      }
    }
    Panel panel = Panel.of(growing, first);
    double truth = (4 * 3.5 + 4 * 2) / 8.0;
    assertThat(GroupTimeEffects.of(panel, Controls.NOT_YET_ACTING).overall().value())
        .isEqualTo(truth, within(1e-12));
    assertThat(TwoWayFixedEffects.of(panel).value()).isLessThan(truth - 0.4);
  }

  @Test
  void waveAndTeamLevelsDoNotMatterAndTheUnitDoes() {
    double[][] moved = new double[6][3];
    double[][] doubled = new double[6][3];
    for (int team = 0; team < 6; team++) {
      for (int wave = 0; wave < 3; wave++) {
        moved[team][wave] = THREE_GROUPS[team][wave] + 3 * team - wave * wave;
        doubled[team][wave] = 2 * THREE_GROUPS[team][wave];
      }
    }
    EffectEstimate plain = overall(THREE_GROUPS);
    assertThat(overall(moved).value()).isEqualTo(plain.value(), within(1e-12));
    assertThat(overall(moved).standardError()).isEqualTo(plain.standardError(), within(1e-12));
    assertThat(overall(doubled).value()).isEqualTo(2 * plain.value(), within(1e-12));
    assertThat(overall(doubled).standardError())
        .isEqualTo(2 * plain.standardError(), within(1e-12));
  }

  private static EffectEstimate overall(double[][] outcomes) {
    return GroupTimeEffects.of(Panel.of(outcomes, FIRST), Controls.NOT_YET_ACTING).overall();
  }

  @Test
  void teamsWithoutAnswersAtAWaveAreLeftOutThere() {
    double[][] gaps = new double[6][];
    for (int team = 0; team < 6; team++) {
      gaps[team] = THREE_GROUPS[team].clone();
    }
    gaps[4][1] = Double.NaN;
    List<GroupTimeEffects.GroupTimeEffect> all =
        GroupTimeEffects.of(Panel.of(gaps, FIRST), Controls.NOT_YET_ACTING).all();
    assertThat(all)
        .extracting(GroupTimeEffects.GroupTimeEffect::controls)
        .containsExactly(3, 2, 1, 1);
  }

  @Test
  void aSimultaneousPointIsBetweenOneAndAllIntervals() {
    Random random = new Random(3);
    double[][] outcomes = new double[40][6];
    int[] first = new int[40];
    for (int team = 0; team < 40; team++) {
      first[team] = team < 20 ? 3 : NEVER;
      for (int wave = 0; wave < 6; wave++) {
        outcomes[team][wave] = random.nextGaussian();
      }
    }
    GroupTimeEffects effects =
        GroupTimeEffects.of(Panel.of(outcomes, first), Controls.NEVER_ACTING);
    double point = effects.simultaneousPoint(4000, 1);
    // Bonferroni of five waves: 2.576.
    assertThat(point).isBetween(2.1, 2.65);
    assertThat(effects.simultaneousPoint(4000, 1)).isEqualTo(point);
    assertThatThrownBy(() -> effects.simultaneousPoint(10, 1)).hasMessageContaining("100 to");
  }

  @Test
  void twoGroupsAndTwoWavesGiveTheDifferenceOfDifferences() {
    double[][] outcomes = {{1, 4}, {2, 6}, {1, 2}, {3, 3}, {2, 4}};
    Panel panel = Panel.of(outcomes, new int[] {1, 1, NEVER, NEVER, NEVER});
    DifferenceInDifferences did = DifferenceInDifferences.of(panel, 0, 1);
    assertThat(did.value()).isEqualTo(3.5 - 1, within(1e-12));
    assertThat(did.value())
        .isEqualTo(
            did.actedAfter().mean()
                - did.actedBefore().mean()
                - did.controlsAfter().mean()
                + did.controlsBefore().mean(),
            within(1e-12));
    assertThat(GroupTimeEffects.of(panel, Controls.NEVER_ACTING).simple().value())
        .isEqualTo(did.value(), within(1e-12));
    assertThat(TwoWayFixedEffects.of(panel).value()).isEqualTo(did.value(), within(1e-12));
    assertThatThrownBy(() -> DifferenceInDifferences.of(panel, 1, 1))
        .hasMessageContaining("expected 0 ≤ before < after < 2");
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    double[][] two = {{1, 2}, {2, 3}};
    assertThatThrownBy(
            () -> GroupTimeEffects.of(Panel.of(two, new int[] {1, 1}), Controls.NOT_YET_ACTING))
        .hasMessageContaining("no team that acted can be compared");
    assertThatThrownBy(() -> TwoWayFixedEffects.of(Panel.of(two, new int[] {1, 1})))
        .hasMessageContaining("all acting alike");
    assertThatThrownBy(() -> Panel.of(two, new int[] {2, 1}))
        .hasMessageContaining("acts from wave 2");
    assertThatThrownBy(() -> Panel.of(two, new int[] {1}))
        .hasMessageContaining("expected the same");
    assertThatThrownBy(() -> Panel.of(new double[][] {{1, 2}, {2}}, new int[] {1, 1}))
        .hasMessageContaining("team 1: 1 waves");
  }
}
