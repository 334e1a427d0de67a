package nl.onderstroom.server.answers;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import nl.onderstroom.engine.ballot.Ballot;
import nl.onderstroom.engine.ballot.KeyCommitment;
import nl.onderstroom.engine.ballot.SigningKey;
import nl.onderstroom.engine.ballot.VerifyingKey;
import nl.onderstroom.server.rounds.Cohort;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What {@code /keys/7} says: the truth, or one of the ways to lie with it. */
final class ListOfKeys {
  /** What an issuer may try, or what is not ready. */
  enum Lie {
    NONE,
    /** Somebody gets a key that is not in what was committed to. */
    OWN_KEY,
    /** Somebody's cohort is not in the list at all. */
    LEFT_OUT,
    /** It is in the list, for her alone. */
    FOR_ONE,
    /** Two cohorts have one key. */
    TWICE,
    /** A whole list of its own, with a root that fits. */
    OTHER_LIST,
    NOT_COUNTERSIGNED
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<SigningKey> ISSUERS =
      List.of(SigningKey.generate(2_048), SigningKey.generate(2_048), SigningKey.generate(2_048));
  private static final SigningKey EVERYBODY = SigningKey.generate(2_048);
  private static final List<String> UNITS = List.of("Inkoop", "Kade en rivier", "Werkplaats");
  private static final int FIRST = 11;
  private static final int PEOPLE = 9;
  private static final int FLOOR = 7;

  Lie lie = Lie.NONE;
  String state = "ISSUING";

  /** With the key of the cohort that the tests are about. */
  String sign(String blinded) {
    return sign(ISSUERS.get(WalletSites.COHORT - FIRST), blinded);
  }

  String signWorry(String blinded) {
    return blinded.isEmpty() ? "" : sign(EVERYBODY, blinded);
  }

  private static String sign(SigningKey issuer, String blinded) {
    return WalletInBrowser.text(issuer.blindSign(WalletInBrowser.bytes(blinded)));
  }

  boolean knows(int cohort, Ballot ballot) {
    if (cohort == Cohort.EVERYBODY) {
      return EVERYBODY.verifying().verify(ballot);
    }
    return cohort >= FIRST
        && cohort < FIRST + ISSUERS.size()
        && ISSUERS.get(cohort - FIRST).verifying().verify(ballot);
  }

  String json() {
    var told = new ArrayList<>(committed(lie));
    boolean hidden = lie == Lie.OWN_KEY;
    String fingerprint =
        lie == Lie.TWICE ? "" : commitment(hidden ? committed(Lie.NONE) : told).fingerprint();
    ObjectNode json = JSON.createObjectNode();
    json.put("round", WalletSites.ROUND).put("name", "Polsslag 7").put("floor", FLOOR);
    json.put("state", state).put("countersigned", lie != Lie.NOT_COUNTERSIGNED);
    json.put("fingerprint", fingerprint);
    var keys = json.putArray("keys");
    told.forEach(each ->
        keys.addObject()
            .put("cohort", each.cohort())
            .put("unit", each.unit())
            .put("people", each.people())
            .put("key", Base64.getEncoder().encodeToString(each.key().encoded()))
            .put("opened", !state.equals("ISSUING")));
    return json.toString();
  }

  private static KeyCommitment commitment(List<KeyCommitment.Committed> keys) {
    return new KeyCommitment(new KeyCommitment.Head(WalletSites.ROUND, FLOOR), keys);
  }

  private static List<KeyCommitment.Committed> committed(Lie lie) {
    var list = new ArrayList<KeyCommitment.Committed>();
    list.add(
        new KeyCommitment.Committed(Cohort.EVERYBODY, 3 * PEOPLE, "Oever", EVERYBODY.verifying()));
    for (int i = 0; i < ISSUERS.size(); i++) {
      int cohort = FIRST + i;
      boolean hers = cohort == WalletSites.COHORT;
      if (hers && lie == Lie.LEFT_OUT) {
        continue;
      }
      int people = hers && lie == Lie.FOR_ONE ? 1 : lie == Lie.OTHER_LIST ? PEOPLE + 1 : PEOPLE;
      list.add(new KeyCommitment.Committed(cohort, people, UNITS.get(i), key(i, hers, lie)));
    }
    return list;
  }

  private static VerifyingKey key(int index, boolean hers, Lie lie) {
    if (hers && lie == Lie.OWN_KEY) {
      return SigningKey.generate(2_048).verifying();
    }
    return ISSUERS.get(hers && lie == Lie.TWICE ? 0 : index).verifying();
  }
}
