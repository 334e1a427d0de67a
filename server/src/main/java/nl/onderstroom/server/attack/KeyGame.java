package nl.onderstroom.server.attack;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import nl.onderstroom.engine.ballot.BlindedMessage;
import nl.onderstroom.engine.ballot.KeyCommitment;
import nl.onderstroom.engine.ballot.KeyCommitment.Committed;
import nl.onderstroom.engine.ballot.SigningKey;
import nl.onderstroom.engine.ballot.Wallet;

/**
 * The issuer gives one person a key of her own, so that her answer shows by which key it verifies.
 * A wallet checks the key against the list that everybody is shown and the works council
 * countersigned; one that does not check is tagged.
 */
final class KeyGame {
  private static final int COHORTS = 12;
  private static final int PEOPLE = 10;
  private static final String UNIT = "Kade";
  private static final KeyCommitment.Head HEAD = new KeyCommitment.Head(7, 7);

  private final int bits;
  private final int trials;
  private final SecureRandom random = new SecureRandom();

  KeyGame(int bits, int trials) {
    this.bits = bits;
    this.trials = trials;
  }

  Outcome checked() {
    return play("personal-key", false);
  }

  Outcome unchecked() {
    return play("personal-key: unchecked", true);
  }

  private Outcome play(String name, boolean isUnchecked) {
    List<Committed> keys = new ArrayList<>();
    for (int cohort = 1; cohort <= COHORTS; cohort++) {
      keys.add(new Committed(cohort, PEOPLE, UNIT, SigningKey.generate(bits).verifying()));
    }
    var commitment = new KeyCommitment(HEAD, keys);
    SigningKey personal = SigningKey.generate(bits);
    int tagged = 0;
    for (int trial = 0; trial < trials; trial++) {
      int cohort = 1 + random.nextInt(COHORTS);
      var hers = new Committed(cohort, PEOPLE, UNIT, personal.verifying());
      boolean goesOn =
          isUnchecked
              || KeyCommitment.isCommitted(
                  commitment.hash(), HEAD, commitment.size(), hers, commitment.proof(cohort));
      tagged += goesOn && isTagged(personal) ? 1 : 0;
    }
    return Outcome.ofTries(name, isUnchecked, trials, tagged);
  }

  private boolean isTagged(SigningKey personal) {
    BlindedMessage asked = Wallet.random(random).blind(HEAD.round(), personal.verifying());
    return personal.verifying().verify(asked.finish(personal.blindSign(asked.blinded())));
  }
}
