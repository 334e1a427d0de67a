package nl.onderstroom.server.ballots;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How large the keys of ballots are.
 *
 * @param bits 2,048 to 4,096, in whole bytes
 */
@Component
record KeySize(int bits) {
  private static final int LEAST = 2_048;
  private static final int MOST = 4_096;

  /** Smaller in the example company: nobody needs years from it, and it starts sooner. */
  KeySize(
      @Value("${onderstroom.ballots.bits:#{'${onderstroom.demo:false}' == 'true' ? 2048 : 3072}}")
          int bits) {
    if (bits < LEAST || bits > MOST || bits % Byte.SIZE != 0) {
      throw new UnusableKeySize(
          "The keys of ballots can have %d to %d bits, a multiple of %d; ONDERSTROOM_BALLOTS_BITS (onderstroom.ballots.bits) says %d. Leave it out for 3072."
              .formatted(LEAST, MOST, Byte.SIZE, bits));
    }
    this.bits = bits;
  }
}
