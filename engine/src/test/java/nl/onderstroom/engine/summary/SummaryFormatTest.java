package nl.onderstroom.engine.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import nl.onderstroom.engine.packed.PackedWriter;
import nl.onderstroom.engine.packed.UnreadableException;
import org.junit.jupiter.api.Test;

class SummaryFormatTest {
  @Test
  void whatIsWrittenComesBackEqualAndAlwaysAsTheSameBytes() {
    for (long seed = 1; seed <= 100; seed++) {
      Random random = new Random(seed);
      Summary summary = ExampleShape.summary(ExampleShape.people(random.nextInt(50), random));
      byte[] bytes = SummaryFormat.write(summary);
      Summary back = SummaryFormat.read(bytes);
      assertThat(back).as("seed %d", seed).isEqualTo(summary);
      assertThat(SummaryFormat.write(back)).as("seed %d", seed).isEqualTo(bytes);
    }
  }

  @Test
  void compositesComeBackToo() {
    SummaryShape shape =
        new SummaryShape(
            List.of(
                new Quantity.Levels("a", 1, 5),
                new Quantity.Levels("b", 1, 5),
                new Quantity.Decimal("score", 10),
                new Quantity.Levels("score.partial", 0, 1)),
            List.of("b", "a"),
            List.of(new Composite("score", List.of("b", "a"), "score.partial")));
    assertThat(SummaryFormat.read(SummaryFormat.write(Summary.empty(shape))).shape())
        .isEqualTo(shape);
  }

  @Test
  void everyChangedOrMissingByteIsNoticed() {
    byte[] bytes = SummaryFormat.write(ExampleShape.summary(ExampleShape.people(9, new Random(1))));
    for (int i = 0; i < bytes.length; i++) {
      for (int flip : new int[] {1, 0x80, 0xFF}) {
        byte[] damaged = bytes.clone();
        damaged[i] ^= (byte) flip;
        assertThatThrownBy(() -> SummaryFormat.read(damaged))
            .isInstanceOf(UnreadableException.class);
      }
      byte[] cut = Arrays.copyOf(bytes, i);
      assertThatThrownBy(() -> SummaryFormat.read(cut)).isInstanceOf(UnreadableException.class);
    }
  }

  @Test
  void damageUnderAValidChecksumIsRefusedOrASummary() {
    byte[] bytes = SummaryFormat.write(ExampleShape.summary(ExampleShape.people(9, new Random(1))));
    Random random = new Random(2);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] forged = bytes.clone();
      for (int change = random.nextInt(3); change >= 0; change--) {
        forged[5 + random.nextInt(bytes.length - 9)] = (byte) random.nextInt();
      }
      seal(forged);
      try {
        SummaryFormat.read(forged);
      } catch (UnreadableException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(5_000);
  }

  @Test
  void aNewerVersionIsNamedAsSuch() {
    byte[] bytes = SummaryFormat.write(Summary.empty(ExampleShape.PULSE));
    bytes[4] = 2;
    seal(bytes);
    assertThatThrownBy(() -> SummaryFormat.read(bytes))
        .hasMessage(
            "This summary cannot be read: it has version 2 and this program reads version 1; use"
                + " the program that wrote it.");
  }

  @Test
  void aHostileLengthCostsNoMemory() {
    PackedWriter out = new PackedWriter("OSUM", 1);
    out.unsigned(1L << 40);
    assertThatThrownBy(() -> SummaryFormat.read(out.finish()))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("number of quantities is 1099511627776");
  }

  private static void seal(byte[] bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, bytes.length - 4);
    ByteBuffer.wrap(bytes).putInt(bytes.length - 4, (int) checksum.getValue());
  }
}
