package nl.onderstroom.server.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import nl.onderstroom.server.attack.Outcome.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The games that need no server: ours hold, what is broken on purpose is caught. */
class AttackGamesTest {
  private static final long SEED = 7;
  private static final int BITS = 2_048;
  private static final int TRIES = 20;
  private static final int FIRMS = 10;
  private static final int COHORTS = 12;
  private static final int PEOPLE = 10;
  private static final int PADDED = 6_144;
  private static final int SHORT = 200;
  private static final double ROUNDING = 1e-12;
  private static final int LONG = SHORT + PEOPLE / 2;

  @Test
  void bodiesOfOneLengthTellNothingAndOthersTellWhoseAnswersAreWhose() {
    List<Sent> sent = sent(unpadded -> PADDED);
    var bodies = new BodiesGame(SEED);
    Outcome ours = bodies.padded("bodies", sent);
    assertThat(ours.verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(ours.advantage()).isBetween(-.02, .02);
    Outcome broken = bodies.unpadded("bodies: unpadded", sent);
    assertThat(broken.verdict()).isEqualTo(Verdict.CAUGHT);
    assertThat(broken.advantage()).isEqualTo(1 - 1.0 / PEOPLE);
  }

  /** One byte more for the longer half is enough. */
  @Test
  void bodiesThatSeemPaddedAndAreNotFail() {
    Outcome leaking =
        new BodiesGame(SEED).padded("bodies", sent(unpadded -> PADDED + (unpadded < LONG ? 0 : 1)));
    assertThat(leaking.verdict()).isEqualTo(Verdict.FAILS);
  }

  /** Of each group everybody's answers are of another length, in no order. */
  private static List<Sent> sent(IntUnaryOperator bytes) {
    var sent = new ArrayList<Sent>();
    for (int person = 0; person < COHORTS * PEOPLE; person++) {
      int unpadded = SHORT + person * 7 % PEOPLE;
      sent.add(sent(person, bytes.applyAsInt(unpadded), unpadded));
    }
    return sent;
  }

  private static Sent sent(int person, int bytes, int unpadded) {
    byte[] serial = Sent.serial(new byte[] {(byte) person});
    return new Sent(person, person / PEOPLE, serial, bytes, unpadded, List.of(), "");
  }

  @Test
  void aPersonalKeyTagsNobodyWhoseWalletChecksAndWhoeverDoesNot() {
    var keys = new KeyGame(BITS, TRIES);
    assertThat(keys.checked().verdict()).isEqualTo(Verdict.HOLDS);
    Outcome unchecked = keys.unchecked();
    assertThat(unchecked.verdict()).isEqualTo(Verdict.CAUGHT);
    assertThat(unchecked.advantage()).isEqualTo(1);
  }

  @Test
  void reportsTellOfNobodyAloneAndThoseOfEveryGroupOfFiveDo() {
    for (int colluders : IntStream.rangeClosed(0, 3).toArray()) {
      Outcome ours = new ReportsGame(SEED, FIRMS).ours(colluders);
      assertThat(ours.verdict()).as("%d who tell", colluders).isEqualTo(Verdict.HOLDS);
    }
    assertThat(new ReportsGame(SEED, FIRMS).usual().verdict()).isEqualTo(Verdict.CAUGHT);
  }

  @Test
  void whatWasPlayedIsWrittenDownAsTheGuideSaysAndAllIsWell(@TempDir Path folder)
      throws IOException {
    var told = new ArrayList<String>();
    Path made = folder.resolve("attack");
    assertThat(new Attack(BITS, 1).play(Set.of("personal-key", "times"), made, told::add)).isTrue();
    JsonNode games =
        JsonMapper.shared().readTree(made.resolve("attack.json").toFile()).get("games");
    assertThat(games)
        .hasSize(told.size())
        .allSatisfy(game ->
            assertThat(game.propertyNames())
                .containsExactly(
                    "name", "people", "trials", "advantage", "low", "high", "verdict"));
    assertThat(games)
        .extracting(game -> game.get("name").asString(), game -> game.get("verdict").asString())
        .containsExactly(
            tuple("times", "holds"),
            tuple("times: phase-check-off", "caught"),
            tuple("personal-key", "holds"),
            tuple("personal-key: unchecked", "caught"));
    assertThat(games)
        .allSatisfy(game -> {
          assertThat(game.get("advantage").asDouble())
              .isBetween(game.get("low").asDouble(), game.get("high").asDouble() + ROUNDING);
          assertThat(game.get("trials").asInt()).isPositive();
          assertThat(game.get("people").asInt()).isPositive();
        });
  }
}
