package nl.onderstroom.engine.measure.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two populations, who answer in Dutch and in English. */
class MeasurementInvarianceTest {
  private static final double[] LOADINGS = {0.9, 0.7, 0.8, 0.6};
  private static final double[] INTERCEPTS = {3.1, 3.4, 2.9, 3.6};

  @Test
  void equalItemsGiveTheDifferenceOfTheGroupsBack() {
    MeasurementInvariance found =
        MeasurementInvariance.find(
                List.of(group(LOADINGS, INTERCEPTS, 1, 0), group(LOADINGS, INTERCEPTS, 1.5, 0.4)))
            .orElseThrow();
    assertThat(found.scalar().fit().chiSquared()).isCloseTo(0, offset(1e-6));
    assertThat(found.latentMeans().get(0)).isZero();
    // The likelihood divides by n and not n − 1, which makes the unit smaller.
    double unit = Math.sqrt(0.999);
    assertThat(found.latentMeans().get(1)).isCloseTo(0.4 / unit, offset(1e-6));
    assertThat(found.loadings().get(2)).isCloseTo(0.8 * unit, offset(1e-6));
    assertThat(found.meansComparable()).isTrue();
    assertThat(found.configural().fit().degreesOfFreedom()).isEqualTo(4);
    assertThat(found.metric().fit().degreesOfFreedom()).isEqualTo(7);
    assertThat(found.scalar().fit().degreesOfFreedom()).isEqualTo(10);
  }

  @Test
  void anItemThatIsAgreedWithMoreEasilyInOneLanguageForbidsComparing() {
    double[] english = INTERCEPTS.clone();
    english[1] += 1;
    MeasurementInvariance found =
        MeasurementInvariance.find(
                List.of(group(LOADINGS, INTERCEPTS, 1, 0), group(LOADINGS, english, 1, 0)))
            .orElseThrow();
    assertThat(found.metricLoss().chiSquared()).isCloseTo(0, offset(1e-6));
    assertThat(found.scalarLoss().p()).isLessThan(1e-9);
    assertThat(found.meansComparable()).isFalse();
  }

  @Test
  void anItemThatMeansAnotherThingInOneLanguageForbidsComparing() {
    double[] english = LOADINGS.clone();
    english[3] = 0.05;
    MeasurementInvariance found =
        MeasurementInvariance.find(
                List.of(group(LOADINGS, INTERCEPTS, 1, 0), group(english, INTERCEPTS, 1, 0)))
            .orElseThrow();
    assertThat(found.metricLoss().p()).isLessThan(1e-6);
    assertThat(found.meansComparable()).isFalse();
    assertThat(found.configural().fit().cfi()).isCloseTo(1, offset(1e-9));
    assertThat(found.metric().bic()).isGreaterThan(found.configural().bic());
  }

  @Test
  void groupsWithoutAFactorGiveNothingAndUnlikeGroupsAreRefused() {
    MeasurementInvariance.Group group = group(LOADINGS, INTERCEPTS, 1, 0);
    MeasurementInvariance.Group constant =
        new MeasurementInvariance.Group(
            new Covariances(group.covariances().keys(), 300, new double[4][4]), group.means());
    assertThat(MeasurementInvariance.find(List.of(group, constant))).isEmpty();
    assertThatThrownBy(() -> MeasurementInvariance.find(List.of(group)))
        .hasMessageContaining("expected at least two");
  }

  private static MeasurementInvariance.Group group(
      double[] loadings, double[] intercepts, double deviation, double mean) {
    double[][] v = new double[4][4];
    double[] means = new double[4];
    for (int i = 0; i < 4; i++) {
      means[i] = intercepts[i] + mean * loadings[i];
      for (int j = 0; j < 4; j++) {
        v[i][j] = deviation * deviation * loadings[i] * loadings[j] + (i == j ? 0.5 : 0);
      }
    }
    return new MeasurementInvariance.Group(
        new Covariances(List.of("a", "b", "c", "d"), 1000, v),
        Arrays.stream(means).boxed().toList());
  }
}
