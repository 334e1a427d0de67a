package nl.onderstroom.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import nl.onderstroom.engine.measure.Scale;
import nl.onderstroom.engine.measure.reliability.CompleteAnswers;
import nl.onderstroom.engine.measure.reliability.Covariances;
import nl.onderstroom.engine.measure.reliability.FactorFit;
import nl.onderstroom.engine.measure.reliability.OneFactor;
import nl.onderstroom.engine.measure.reliability.OrdinalReliability;
import nl.onderstroom.engine.measure.reliability.Reliability;
import nl.onderstroom.engine.measure.reliability.ReliabilityRefusal;
import nl.onderstroom.quality.measure.OracleTable.Tolerance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Ten real scales of four surveys: every reliability figure beside R's. */
class ReliabilityOracleTest {
  private static final double LIKELIHOOD = 1e-4;
  private static final double POLYCHORIC = 2e-3;

  @ParameterizedTest
  @CsvSource({
    "lq2002_LEAD,     lq2002,   1, 5",
    "lq2002_TSIG,     lq2002,   1, 5",
    "lq2002_HOSTIL,   lq2002,   0, 4",
    "bfi_A,           bfi,      1, 6",
    "bfi_C,           bfi,      1, 6",
    "bfi_E,           bfi,      1, 6",
    "bfi_N,           bfi,      1, 6",
    "bfi_O,           bfi,      1, 6",
    "swmdk_teacher_7, SWMDK,    1, 5",
    "attitude_7,      attitude, 0, 100"
  })
  void everyFigureEqualsThatOfR(String name, String survey, int min, int max) throws IOException {
    JsonNode oracle = OracleTable.oracle("01_reliability").path(name);
    Scale scale =
        new Scale(
            name,
            texts(oracle.path("items")),
            Set.copyOf(texts(oracle.path("reversed"))),
            min,
            max);
    int[] rows = Surveys.rows(Surveys.records(survey), scale.items());
    CompleteAnswers answers = new CompleteAnswers(scale);
    answers.add(rows);
    Covariances covariances = answers.covariances();
    Reliability reliability = Reliability.of(covariances);
    OracleTable table = new OracleTable(name);
    assertThat(answers.n() + answers.incomplete()).isEqualTo(oracle.path("n_rows").longValue());
    assertThat(reliability.n()).isEqualTo(oracle.path("n_complete").longValue());
    assertThat(covariances.size()).isEqualTo(oracle.path("k").intValue());
    compareAlpha(table, reliability, oracle);
    compareItems(table, reliability, covariances, oracle);
    compareScore(table, reliability, covariances, oracle);
    compareMeans(table, scale, answers.means(), oracle);
    compareFactor(table, reliability, oracle.path("omega"));
    if (!oracle.path("ordinal").isEmpty()) {
      OrdinalReliability ordinal =
          OrdinalReliability.of(scale.items(), Surveys.tables(scale, rows));
      compareOrdinal(table, ordinal, oracle);
    }
    table.printAndAssert();
  }

  /** Uptake, trust and feeling go together; how badly AI does complex tasks goes against them. */
  @Test
  void aMixOfItemsWithOneNotTurnedRoundIsRefusedAndTheItemIsNamed() throws IOException {
    Map<String, Integer> levels =
        Map.of(
            "Very well", 1,
            "Good, but not great", 2,
            "Neither good or bad", 3,
            "Bad", 4,
            "Very poor", 5);
    List<String> items = List.of("AISentScore", "AITrustScore", "AIUseScore", "AIComplex");
    List<NamedCsvRecord> records = Surveys.records("so2025_ai");
    int[] three = Surveys.rows(records, items.subList(0, 3));
    int[] rows = new int[records.size() * 4];
    for (int i = 0; i < records.size(); i++) {
      System.arraycopy(three, 3 * i, rows, 4 * i, 3);
      rows[4 * i + 3] =
          levels.getOrDefault(records.get(i).getField("AIComplex"), CompleteAnswers.MISSING);
    }
    Reliability mixed = reliability(new Scale("mix", items, Set.of(), 0, 6), rows);
    Reliability turned = reliability(new Scale("mix", items, Set.of("AIComplex"), 0, 6), rows);
    assertThat(mixed.usable()).isFalse();
    assertThat(mixed.why())
        .contains(new ReliabilityRefusal.LookReversed(List.of("AIComplex")))
        .hasAtLeastOneElementOfType(ReliabilityRefusal.TooUnreliable.class)
        .anyMatch(why ->
            why instanceof ReliabilityRefusal.AgainstTheRest against
                && against.item().equals("AIComplex"));
    assertThat(turned.usable()).isTrue();
    System.out.printf(
        "%nStack Overflow 2025, n = %d%nas asked | alpha %.3f | %s%nturned | alpha %.3f, omega %.3f%n",
        mixed.n(), mixed.alpha().value(), mixed.why(), turned.alpha().value(), turned.omega());
  }

  /**
   * Feeling and use are words, numbered here as they first come in the file and not by what they
   * say: alpha is .37.
   */
  @Test
  void aMixOfWordsNumberedAsTheyComeIsRefusedWithWhatWouldBeEnough() throws IOException {
    List<String> quality =
        List.of("Very poor", "Bad", "Neither good or bad", "Good, but not great", "Very well");
    List<String> items = List.of("AISent", "AITrustScore", "AISelect", "AIComplex");
    List<NamedCsvRecord> records = Surveys.records("so2025_ai");
    List<String> feelings = asTheyCome(records, "AISent");
    List<String> uses = asTheyCome(records, "AISelect");
    int[] rows =
        records.stream()
            .flatMapToInt(one ->
                IntStream.of(
                    1 + feelings.indexOf(one.getField("AISent")),
                    Integer.parseInt(one.getField("AITrustScore")),
                    1 + uses.indexOf(one.getField("AISelect")),
                    quality.contains(one.getField("AIComplex"))
                        ? 1 + quality.indexOf(one.getField("AIComplex"))
                        : CompleteAnswers.MISSING))
            .toArray();
    Reliability mixed = reliability(new Scale("mix", items, Set.of(), 1, 6), rows);
    System.out.printf(
        "%nStack Overflow 2025, words as they come, n = %d | alpha %.4f | %s%n",
        mixed.n(), mixed.alpha().value(), mixed.why());
    assertThat(mixed.n()).isEqualTo(25_469);
    assertThat(mixed.alpha().value()).isCloseTo(0.3729, within(5e-5));
    assertThat(mixed.usable()).isFalse();
    assertThat(mixed.why())
        .filteredOn(ReliabilityRefusal.TooUnreliable.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            ReliabilityRefusal.TooUnreliable.class,
            why -> assertThat(why.coefficient()).isLessThan(why.enough()));
  }

  private static List<String> asTheyCome(List<NamedCsvRecord> records, String column) {
    return records.stream().map(one -> one.getField(column)).distinct().toList();
  }

  private static Reliability reliability(Scale scale, int[] rows) {
    CompleteAnswers answers = new CompleteAnswers(scale);
    answers.add(rows);
    return Reliability.of(answers.covariances());
  }

  private static void compareAlpha(OracleTable table, Reliability ours, JsonNode oracle) {
    table.closed("alpha", ours.alpha().value(), oracle.path("alpha"));
    table.closed("alpha, standardized", ours.alpha().standardized(), oracle.path("alpha_std"));
    table.closed(
        "standard error, Duhachek",
        ours.alpha().standardError(),
        oracle.path("alpha_ase_duhachek"));
    table.closed("Feldt", ours.alpha().feldt().orElseThrow(), oracle.path("alpha_ci95_feldt"));
    table.closed(
        "Duhachek", ours.alpha().duhachek().orElseThrow(), oracle.path("alpha_ci95_duhachek"));
    if (oracle.path("multilevel_pkg_alpha").isNumber()) {
      table.closed(
          "alpha, package multilevel", ours.alpha().value(), oracle.path("multilevel_pkg_alpha"));
    }
  }

  private static void compareItems(
      OracleTable table, Reliability ours, Covariances covariances, JsonNode oracle) {
    for (int i = 0; i < ours.items().size(); i++) {
      Reliability.Item item = ours.items().get(i);
      table.closed(item.key() + " item-rest", item.itemRest(), oracle.path("item_rest_r").path(i));
      table.closed(
          item.key() + " alpha if dropped",
          item.alphaIfDropped(),
          oracle.path("alpha_if_dropped").path(i));
      table.closed(
          item.key() + " sd", Math.sqrt(covariances.get(i, i)), oracle.path("item_sd").path(i));
    }
  }

  private static void compareMeans(
      OracleTable table, Scale scale, double[] means, JsonNode oracle) {
    for (int i = 0; i < means.length; i++) {
      table.closed(scale.items().get(i) + " mean", means[i], oracle.path("item_mean").path(i));
    }
    double mean = Arrays.stream(means).average().orElseThrow();
    table.closed("scale mean", mean, oracle.path("scale_mean"));
  }

  private static void compareScore(
      OracleTable table, Reliability ours, Covariances covariances, JsonNode oracle) {
    int k = covariances.size();
    double variance = 0;
    double correlation = 0;
    double[][] correlations = covariances.correlations();
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        variance += covariances.get(i, j);
        correlation += i == j ? 0 : correlations[i][j];
      }
    }
    double sd = Math.sqrt(variance) / k;
    table.closed("scale sd", sd, oracle.path("scale_sd"));
    table.closed("sem", sd * Math.sqrt(1 - ours.alpha().value()), oracle.path("sem"));
    table.closed("mean r", correlation / (k * (k - 1)), oracle.path("mean_inter_item_r"));
  }

  private static void compareFactor(OracleTable table, Reliability ours, JsonNode oracle) {
    OneFactor factor = ours.factor().orElseThrow();
    likely(table, "omega, ML", ours.omega(), oracle.path("omega_ml_cov"));
    likely(table, "omega, minres", ours.omegaMinres(), oracle.path("omega_minres_cor"));
    for (int i = 0; i < ours.items().size(); i++) {
      String key = ours.items().get(i).key();
      scaled(table, key + " loading", factor.loadings()[i], oracle.path("loadings_ml").path(i));
      scaled(
          table,
          key + " uniqueness",
          factor.uniquenesses()[i],
          oracle.path("residuals_ml").path(i));
      likely(
          table,
          key + " loading, minres",
          ours.items().get(i).loadingMinres(),
          oracle.path("loadings_minres").path(i));
    }
    FactorFit fit = factor.fit();
    JsonNode theirs = oracle.path("cfa_fit");
    assertThat(fit.degreesOfFreedom()).isEqualTo(theirs.path("df").intValue());
    likely(table, "chi-squared", fit.chiSquared(), theirs.path("chisq"));
    likely(table, "CFI", fit.cfi(), theirs.path("cfi"));
    likely(table, "TLI", fit.tli(), theirs.path("tli"));
    likely(table, "RMSEA", fit.rmsea(), theirs.path("rmsea"));
    likely(table, "RMSEA low", fit.rmseaLow(), theirs.path("rmsea.ci.lower"));
    likely(table, "RMSEA high", fit.rmseaHigh(), theirs.path("rmsea.ci.upper"));
    likely(table, "SRMR", fit.srmr(), theirs.path("srmr"));
  }

  private static void compareOrdinal(OracleTable table, OrdinalReliability ours, JsonNode oracle) {
    JsonNode theirs = oracle.path("ordinal");
    polychoric(table, "ordinal alpha", ours.alpha(), theirs.path("ordinal_alpha"));
    polychoric(table, "ordinal omega", ours.omega(), theirs.path("ordinal_omega_minres"));
    polychoric(table, "mean polychoric", ours.meanPolychoric(), theirs.path("mean_polychoric"));
    table.closed("mean Pearson", ours.meanPearson(), oracle.path("mean_inter_item_r"));
  }

  private static void likely(OracleTable table, String quantity, double ours, JsonNode oracle) {
    table.compare(quantity, ours, oracle, LIKELIHOOD, Tolerance.ABSOLUTE);
  }

  /** For figures in the unit of an item. */
  private static void scaled(OracleTable table, String quantity, double ours, JsonNode oracle) {
    table.compare(quantity, ours, oracle, LIKELIHOOD, Tolerance.RELATIVE);
  }

  private static void polychoric(OracleTable table, String quantity, double ours, JsonNode oracle) {
    table.compare(quantity, ours, oracle, POLYCHORIC, Tolerance.ABSOLUTE);
  }

  /** R writes a list of one as its only element. */
  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isString()) {
      texts.add(node.asString());
    } else {
      node.forEach(one -> texts.add(one.asString()));
    }
    assertThat(new HashSet<>(texts)).hasSameSizeAs(texts);
    return texts;
  }
}
