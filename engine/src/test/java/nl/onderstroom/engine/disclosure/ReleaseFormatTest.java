package nl.onderstroom.engine.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import nl.onderstroom.engine.packed.UnreadableException;
import nl.onderstroom.engine.summary.Summary;
import nl.onderstroom.engine.summary.SummaryFormat;
import nl.onderstroom.engine.summary.Tally;
import org.junit.jupiter.api.Test;

class ReleaseFormatTest {
  @Test
  void whatIsWrittenComesBackEqualAndInOrder() {
    for (long seed = 1; seed <= 300; seed++) {
      Release release = Gate.decide(new Company(seed).family(), Floors.DEFAULT);
      byte[] bytes = ReleaseFormat.write(release);
      Release back = ReleaseFormat.read(bytes);
      assertThat(back).as("seed %d", seed).isEqualTo(release);
      assertThat(List.copyOf(back.units().keySet()))
          .isEqualTo(List.copyOf(release.units().keySet()));
      assertThat(ReleaseFormat.write(back)).as("seed %d", seed).isEqualTo(bytes);
    }
  }

  @Test
  void everyChangedOrMissingByteIsNoticed() {
    byte[] bytes = ReleaseFormat.write(Gate.decide(new Company(5).family(), Floors.DEFAULT));
    Random random = new Random(1);
    for (int i = 0; i < bytes.length; i++) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= (byte) (1 + random.nextInt(255));
      assertThatThrownBy(() -> ReleaseFormat.read(damaged)).isInstanceOf(UnreadableException.class);
      byte[] cut = Arrays.copyOf(bytes, i);
      assertThatThrownBy(() -> ReleaseFormat.read(cut)).isInstanceOf(UnreadableException.class);
    }
  }

  @Test
  void aSummaryIsNotARelease() {
    byte[] summary = SummaryFormat.write(Summary.empty(Company.SCORING.shape()));
    assertThatThrownBy(() -> ReleaseFormat.read(summary))
        .hasMessage(
            "This release cannot be read: it does not begin with the letters OREL, so it is"
                + " something else.");
  }

  /** Written before releases were audited: no certificate, and all else. */
  @Test
  void aReleaseOfTheFirstVersionIsReadWithoutACertificate() {
    byte[] bytes = ReleaseFormat.write(Gate.decide(withSmallTeam(3), Floors.DEFAULT));
    Release now = ReleaseFormat.read(bytes);
    assertThat(now.certificate()).isPresent();
    // Magic, version and the two floors; then 1 and the four numbers of the certificate.
    Release then = ReleaseFormat.read(older(bytes, 1, 7, 12));
    assertThat(then.certificate()).isEmpty();
    assertThat(then.units()).isEqualTo(now.units());
  }

  @Test
  void cutsComeBackAsTheyWere() {
    int cuts = 0;
    for (long seed = 1; seed <= 100; seed++) {
      Release release = Gate.decide(CutCompany.of(seed).family(), Floors.DEFAULT);
      assertThat(ReleaseFormat.read(ReleaseFormat.write(release))).isEqualTo(release);
      cuts += release.cuts().size();
    }
    assertThat(cuts).isPositive();
  }

  /** Written before counts were looked at as whole numbers: a certificate that does not say so. */
  @Test
  void aReleaseOfTheSecondVersionIsReadWithItsCertificate() {
    byte[] bytes = ReleaseFormat.write(Gate.decide(withSmallTeam(3), Floors.DEFAULT));
    Release now = ReleaseFormat.read(bytes);
    Release then = ReleaseFormat.read(older(bytes, 2, 11, 12));
    Certificate certificate = now.certificate().orElseThrow();
    assertThat(then.certificate())
        .hasValue(new Certificate(certificate.families(), certificate.groups(), 3, 0));
    assertThat(then.units()).isEqualTo(now.units());
  }

  /** What an older version wrote: without the bytes from one place to another, and no cuts. */
  private static byte[] older(byte[] bytes, int version, int from, int to) {
    byte[] older = new byte[bytes.length - (to - from) - 1];
    System.arraycopy(bytes, 0, older, 0, from);
    System.arraycopy(bytes, to, older, from, older.length - from);
    older[4] = (byte) version;
    var checksum = new java.util.zip.CRC32C();
    checksum.update(older, 0, older.length - 4);
    java.nio.ByteBuffer.wrap(older).putInt(older.length - 4, (int) checksum.getValue());
    return older;
  }

  /** Two companies that differ only in how many answered in a withheld unit have equal releases. */
  @Test
  void aWithheldUnitsNumberOfRespondentsIsNotInTheBytes() {
    Release three = Gate.decide(withSmallTeam(3), Floors.DEFAULT);
    Release four = Gate.decide(withSmallTeam(4), Floors.DEFAULT);
    assertThat(ReleaseFormat.write(three)).isEqualTo(ReleaseFormat.write(four));
  }

  private static Family withSmallTeam(int people) {
    var shape = Company.SCORING.shape();
    return new Family(
        shape,
        List.of(
            new Family.Group("firm", null, List.of(empty(20 - people))),
            new Family.Group("team", "firm", List.of(empty(people)))));
  }

  private static Summary empty(int people) {
    var tally = new Tally(Company.SCORING.shape());
    long missing = Tally.MISSING;
    for (int i = 0; i < people; i++) {
      tally.add(Company.SCORING.record(new long[] {missing, missing, missing, missing}));
    }
    return tally.summary();
  }
}
