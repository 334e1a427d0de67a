package nl.onderstroom.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import nl.onderstroom.engine.measure.stance.Kappa;
import nl.onderstroom.engine.measure.stance.NamedStance;
import nl.onderstroom.engine.measure.stance.Stance;
import nl.onderstroom.engine.measure.stance.StanceTable;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Where people stand, added up, from the command line; or why that is not told. */
class AnalyseStanceTest {
  private static final String MAP =
      """
      team: T
      scales:
        hope: {items: [H1, H2], min: 1, max: 5, label: {nl: Hoop, en: Hope}}
        worry: {items: [W1, W2], min: 1, max: 5, label: {nl: Zorg, en: Worry}}
        far: {items: [F], min: 0, max: 10}
      stance: {expectancy: hope, threat: worry, named: FEEL}
      """;
  private static final String HEADER = "T,H1,H2,W1,W2,F,FEEL\n";

  @TempDir Path folder;

  @Test
  void sharesAndAgreementAreTheEngines() throws Exception {
    var analysis = new Analysis(folder);
    assertThat(analysis.run(file(everyStance()), MAP)).isZero();
    JsonNode stance = analysis.json().get("stance");
    StanceTable table = everyStanceCounted();
    assertThat(stance.get("n").asLong()).isEqualTo(table.people());
    assertThat(stance.get("cutOffs").get("low").asDouble()).isEqualTo(2.5);
    assertThat(stance.get("cutOffs").get("high").asDouble()).isEqualTo(3.5);
    assertThat(stance.get("rounded").asBoolean()).isFalse();
    for (StanceTable.Share<Stance> share : table.shares()) {
      JsonNode told = stance.get("shares").get(code(share.stance()));
      assertThat(told.get("n").asLong()).isEqualTo(share.count());
      assertThat(told.get("share").asDouble()).isEqualTo(share.share());
      assertThat(told.get("low").asDouble()).isCloseTo(share.interval().low(), within(1e-12));
      assertThat(told.get("high").asDouble()).isCloseTo(share.interval().high(), within(1e-12));
    }
    Kappa kappa = table.agreement().orElseThrow().kappa();
    JsonNode agreement = stance.get("agreement");
    assertThat(agreement.get("n").asLong()).isEqualTo(kappa.people());
    assertThat(agreement.get("kappa").asDouble()).isCloseTo(kappa.kappa(), within(.005));
    assertThat(agreement.get("low").asDouble()).isCloseTo(kappa.interval().low(), within(.005));
    assertThat(agreement.get("high").asDouble()).isCloseTo(kappa.interval().high(), within(.005));
    assertThat(analysis.html())
        .contains("Het raadt niet wat iemand voelt", "De grenzen staan vast", "hoog vanaf 3,5");
  }

  @Test
  void theOrderOfRowsDoesNotMatter() throws Exception {
    var analysis = new Analysis(folder);
    List<String> rows = everyStance();
    analysis.run(file(rows), MAP);
    JsonNode before = analysis.json().get("stance");
    Collections.shuffle(rows, new Random(7));
    analysis.run(file(rows), MAP);
    assertThat(analysis.json().get("stance")).isEqualTo(before);
  }

  @Test
  void aStanceOfAFewPeopleCountsAsUnclearAndHowManyTheyAreIsNotTold() throws Exception {
    var analysis = new Analysis(folder);
    JsonNode before = null;
    for (int few = 0; few < 7; few++) {
      List<String> rows = rows(Stance.EMBRACES, 60, "embrace");
      rows.addAll(rows(Stance.HOLDS_BACK, 40, "hold-back"));
      rows.addAll(rows(Stance.SCARED, 30, "scary"));
      rows.addAll(rows(Stance.AMBIVALENT, few, "curious"));
      rows.addAll(rows(Stance.UNCLEAR, 20 - few, "curious"));
      assertThat(analysis.run(file(rows), MAP)).isZero();
      JsonNode stance = analysis.json().get("stance");
      assertThat(stance.get("shares").has("ambivalent")).isFalse();
      JsonNode unclear = stance.get("shares").get("unclear");
      assertThat(unclear.get("n").asInt()).isEqualTo(20);
      assertThat(unclear.get("together").get(0).asString()).isEqualTo("ambivalent");
      assertThat(before == null || before.equals(stance)).as("%d people", few).isTrue();
      before = stance;
    }
    assertThat(analysis.html()).contains("Wat minder dan 7 mensen betreft");
  }

  @Test
  void fewUnclearPeopleGoTogetherWithThoseWhoHoldBack() throws Exception {
    var analysis = new Analysis(folder);
    List<String> rows = rows(Stance.EMBRACES, 60, "NA");
    rows.addAll(rows(Stance.SCARED, 40, "NA"));
    rows.addAll(rows(Stance.AMBIVALENT, 30, "NA"));
    rows.addAll(rows(Stance.HOLDS_BACK, 20, "NA"));
    rows.addAll(rows(Stance.UNCLEAR, 2, "NA"));
    assertThat(analysis.run(file(rows), MAP)).isZero();
    JsonNode shares = analysis.json().get("stance").get("shares");
    assertThat(shares.has("holds-back")).isFalse();
    assertThat(shares.get("unclear").get("n").asInt()).isEqualTo(22);
    assertThat(analysis.json().get("stance").get("agreement").has("kappa")).isFalse();
  }

  @Test
  void whenAFewHaveOneScoreOnlySharesAreRoundedAndNoNumbersGiven() throws Exception {
    var analysis = new Analysis(folder);
    List<String> rows = everyStance();
    rows.add("t1,5,5,NA,NA,3,NA");
    assertThat(analysis.run(file(rows), MAP)).isZero();
    JsonNode stance = analysis.json().get("stance");
    assertThat(stance.get("rounded").asBoolean()).isTrue();
    for (JsonNode share : stance.get("shares")) {
      assertThat(share.has("n")).isFalse();
      double twentieths = share.get("share").asDouble() * 20;
      assertThat(twentieths).isCloseTo(Math.rint(twentieths), within(1e-9));
    }
    assertThat(stance.get("agreement").has("n")).isFalse();
    assertThat(analysis.html()).contains("afgerond op 5%");
  }

  @Test
  void besideTheAnswersToASingleQuestionSharesAreRounded() throws Exception {
    var analysis = new Analysis(folder);
    String map = MAP.replace("items: [W1, W2]", "items: [W1]");
    assertThat(analysis.run(file(everyStance()), map)).isZero();
    assertThat(analysis.json().get("stance").get("rounded").asBoolean()).isTrue();
  }

  @Test
  void agreementOfAllButAFewIsNotTold() throws Exception {
    var analysis = new Analysis(folder);
    List<String> rows = rows(Stance.EMBRACES, 60, "embrace");
    rows.addAll(rows(Stance.SCARED, 40, "scary"));
    rows.addAll(rows(Stance.HOLDS_BACK, 30, "hold-back"));
    rows.addAll(rows(Stance.HOLDS_BACK, 2, "scary"));
    rows.addAll(rows(Stance.UNCLEAR, 30, "curious"));
    assertThat(analysis.run(file(rows), MAP)).isZero();
    JsonNode agreement = analysis.json().get("stance").get("agreement");
    assertThat(agreement.has("kappa")).isFalse();
    assertThat(agreement.get("why").asString()).contains("minder dan 7 mensen");
  }

  @Test
  void theTopIsTheLastWaveAndEachWaveHasItsOwn() throws Exception {
    var analysis = new Analysis(folder);
    var rows = new ArrayList<String>();
    everyStance().forEach(row -> rows.add(row + ",2023"));
    rows(Stance.EMBRACES, 90, "NA").forEach(row -> rows.add(row + ",2024"));
    rows(Stance.UNCLEAR, 60, "NA").forEach(row -> rows.add(row + ",2024"));
    String file = HEADER.replace("FEEL", "FEEL,W") + String.join("\n", rows) + "\n";
    assertThat(analysis.run(file, "wave: W\n" + MAP)).isZero();
    JsonNode json = analysis.json();
    assertThat(json.get("stance").get("n").asInt()).isEqualTo(150);
    assertThat(json.get("waves").get(0).get("stance").get("n").asInt()).isEqualTo(175);
    assertThat(json.get("waves").get(1).get("stance")).isEqualTo(json.get("stance"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nl|5|4|Minder dan 10 mensen hebben beide scores. Vanaf 10",
        "en|5|4|Fewer than 10 people have both scores. From 10 people",
        "nl|40|3|Geen enkele houding is apart te tellen: daarvoor zijn er minstens 7 mensen",
        "en|40|3|No stance can be counted apart: that takes at least 7 people",
      })
  void whatIsNotToldIsSaidWithWhatWouldBeEnough(
      String language, int unclear, int embracing, String why) throws Exception {
    var analysis = new Analysis(folder);
    List<String> rows = rows(Stance.UNCLEAR, unclear, "NA");
    rows.addAll(rows(Stance.EMBRACES, embracing, "NA"));
    assertThat(analysis.run(file(rows), MAP, "--language", language)).isZero();
    JsonNode stance = analysis.json().get("stance");
    assertThat(stance.get("why").asString()).contains(why);
    assertThat(stance.has("n") || stance.has("shares")).isFalse();
    assertThat(analysis.html()).contains(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nl|De vragen over Zorg zijn samen geen score|bij “reversed”",
        "en|The questions about Worry do not make one score|under “reversed”",
      })
  void ofAScaleThatIsNoScoreThereIsNoStance(String language, String why, String enough)
      throws Exception {
    var analysis = new Analysis(folder);
    var rows = new ArrayList<String>();
    for (int i = 0; i < 200; i++) {
      rows.add("t%d,%d,%d,%d,%d,3,NA".formatted(i % 4, 1 + i % 5, 1 + i % 5, 1 + i % 5, 5 - i % 5));
    }
    rows.addAll(everyStance().subList(0, 20));
    assertThat(analysis.run(file(rows), MAP, "--language", language)).isZero();
    JsonNode stance = analysis.json().get("stance");
    assertThat(stance.get("why").asString()).contains(why, enough);
    assertThat(stance.has("shares")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nl|threat: worry|threat: wory|map.yaml, regel 6|“worry”? Bekend zijn: far, hope, worry",
        "en|threat: worry|threat: wory|map.yaml, line 6|“worry”? Known are: far, hope, worry",
        "nl|threat: worry|threat: hope|map.yaml, regel 6|een andere schaal dan bij “expectancy”",
        "en|threat: worry|threat: hope|map.yaml, line 6|another scale than that of “expectancy”",
        "nl|threat: worry|threat: far|map.yaml, regel 6|een schaal van 1 tot 5; deze loopt van 0 tot 10",
        "en|threat: worry|threat: far|map.yaml, line 6|from 1 to 5; this one runs from 0 to 10",
        "nl|threat: worry, |''|map.yaml, regel 6|ook “threat:”",
        "nl|named: FEEL|named: H1|map.yaml, regel 6|“H1” is er wel een",
        "nl|named: FEEL|named: FEELS|answers.csv, regel 1|een kolom “FEELS”",
        "nl|{expectancy: hope, threat: worry, named: FEEL}|hope|map.yaml, regel 6|namen met een waarde",
      })
  void aMistakeInTheMapIsThreeWithItsPlace(
      String language, String from, String to, String place, String expected) {
    var analysis = new Analysis(folder);
    String map = MAP.replace(from, to);
    assertThat(analysis.run(file(everyStance()), map, "--language", language)).isEqualTo(3);
    assertThat(analysis.said()).contains(place, expected);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nl|answers.csv, regel 2, kolom 7 (FEEL): er staat “3”|een van: embrace, curious, scary, hold-back",
        "en|answers.csv, line 2, column 7 (FEEL): “3” given|one of: embrace, curious, scary, hold-back",
      })
  void aStanceThatNobodyCanNameIsThreeWithItsPlace(String language, String place, String expected) {
    var analysis = new Analysis(folder);
    String file = HEADER + "t1,5,5,1,1,3,3\n" + String.join("\n", everyStance()) + "\n";
    assertThat(analysis.run(file, MAP, "--language", language)).isEqualTo(3);
    assertThat(analysis.said()).contains(place, expected);
  }

  private static List<String> everyStance() {
    List<String> rows = rows(Stance.EMBRACES, 40, "embrace");
    rows.addAll(rows(Stance.EMBRACES, 20, "Scary"));
    rows.addAll(rows(Stance.SCARED, 30, "scary"));
    rows.addAll(rows(Stance.AMBIVALENT, 20, "curious"));
    rows.addAll(rows(Stance.HOLDS_BACK, 15, "hold-back"));
    rows.addAll(rows(Stance.HOLDS_BACK, 10, "curious"));
    rows.addAll(rows(Stance.UNCLEAR, 40, "NA"));
    return rows;
  }

  private static StanceTable everyStanceCounted() {
    var tally = new Tally(SummaryShape.of(StanceTable.quantity("q")));
    add(tally, 40, Stance.EMBRACES, NamedStance.EMBRACE);
    add(tally, 20, Stance.EMBRACES, NamedStance.SCARY);
    add(tally, 30, Stance.SCARED, NamedStance.SCARY);
    add(tally, 20, Stance.AMBIVALENT, NamedStance.CURIOUS);
    add(tally, 15, Stance.HOLDS_BACK, NamedStance.HOLD_BACK);
    add(tally, 10, Stance.HOLDS_BACK, NamedStance.CURIOUS);
    add(tally, 40, Stance.UNCLEAR, NamedStance.NOT_NAMED);
    return StanceTable.of(tally.summary().histogram("q"));
  }

  private static void add(Tally tally, int people, Stance stance, NamedStance named) {
    for (int i = 0; i < people; i++) {
      tally.add(new long[] {StanceTable.level(stance, named)});
    }
  }

  private static String file(List<String> rows) {
    return HEADER + String.join("\n", rows) + "\n";
  }

  /** People in four teams, whose two answers about one thing lie at most a step apart. */
  private static List<String> rows(Stance stance, int people, String named) {
    int hope = lower(stance, Stance.EMBRACES, Stance.AMBIVALENT);
    int worry = lower(stance, Stance.SCARED, Stance.AMBIVALENT);
    var rows = new ArrayList<String>();
    for (int i = 0; i < people; i++) {
      int one = stance == Stance.UNCLEAR ? 0 : i % 2;
      int other = stance == Stance.UNCLEAR ? 0 : i / 2 % 2;
      rows.add(
          "t%d,%d,%d,%d,%d,3,%s"
              .formatted(i % 4, hope + one, hope + other, worry + other, worry + one, named));
    }
    return rows;
  }

  private static int lower(Stance stance, Stance one, Stance other) {
    return stance == Stance.UNCLEAR ? 3 : stance == one || stance == other ? 4 : 1;
  }

  private static String code(Stance stance) {
    return stance.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
