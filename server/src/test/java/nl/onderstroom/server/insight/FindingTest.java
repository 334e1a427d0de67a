package nl.onderstroom.server.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.onderstroom.engine.disclosure.Figure;
import nl.onderstroom.engine.measure.Interval;
import nl.onderstroom.server.shell.Spoken;
import org.junit.jupiter.api.Test;

/** What may be said of figures, and what may not. */
class FindingTest {
  @Test
  void aShareIsMostOrFewOnlyWhenItsWholeIntervalIs() {
    assertThat(HowMany.of(new Interval(0.501, 0.7))).isEqualTo(HowMany.MOST);
    assertThat(HowMany.of(new Interval(0.5, 0.7))).isEqualTo(HowMany.HALF);
    assertThat(HowMany.of(new Interval(0.3, 0.499))).isEqualTo(HowMany.FEW);
    assertThat(HowMany.of(new Interval(0.4, 0.5))).isEqualTo(HowMany.HALF);
    assertThat(HowMany.of(new Interval(0.3, 0.6))).isEqualTo(HowMany.UNKNOWN);
  }

  @Test
  void hopeAndWorryAreEvenOnlyWhenNeitherCanBeToldFromTheOther() {
    assertThat(Headline.beside(new Share(240, 400), new Share(236, 400))).isEqualTo("even");
    assertThat(Headline.beside(new Share(320, 400), new Share(236, 400))).isEqualTo("most.most");
    assertThat(Headline.beside(new Share(320, 400), new Share(80, 400))).isEqualTo("most.few");
    assertThat(Headline.beside(new Share(200, 400), new Share(200, 400))).isEqualTo("half.half");
    assertThat(Headline.beside(new Share(6, 12), new Share(6, 12))).isEqualTo("unknown");
  }

  @Test
  void theTitleSaysHopeBesideTheGreatestWorry() {
    Iceberg iceberg =
        Examples.iceberg(
            Map.of(
                "hope", Examples.steps(60, 60, 40, 120, 120),
                "job-threat", Examples.steps(120, 120, 60, 50, 50),
                "keeping-up", Examples.steps(60, 60, 44, 116, 120)));
    assertThat(new Finding(Spoken.in("nl"), iceberg).title())
        .isEqualTo("Veel hoop, en evenveel zorg over bijblijven");
    assertThat(new Finding(Spoken.in("en"), iceberg).title())
        .isEqualTo("Much hope, and as much worry about keeping up");
  }

  @Test
  void whenWeDoNotKnowWeSaySo() {
    Iceberg small = Examples.iceberg(Map.of("hope", Examples.steps(3, 2, 2, 3, 2)));
    assertThat(new Finding(Spoken.in("nl"), small).sentences(Zone.BELIEVED).getFirst())
        .contains("weten we niet");
    assertThat(new Finding(Spoken.in("en"), small).sentences(Zone.BELIEVED).getFirst())
        .contains("do not know");
  }

  @Test
  void aTitleNeverSaysThatThereIsHopeOrWorryWhenWeDoNotKnow() {
    Iceberg nobody =
        Examples.iceberg(
            Map.of(
                "hope",
                Examples.steps(5, 0, 2, 3, 2),
                "keeping-up",
                Examples.steps(0, 0, 0, 6, 6)));
    assertThat(new Finding(Spoken.in("nl"), nobody).title())
        .doesNotContain("Er is")
        .endsWith("weten we niet");
  }

  @Test
  void ofAWorryTheSentenceCountsTheWorriedAndOfHopeTheHopeful() {
    Iceberg iceberg =
        Examples.iceberg(
            Map.of(
                "job-threat", Examples.steps(80, 10, 0, 5, 5),
                "hope", Examples.steps(80, 10, 0, 5, 5)));
    assertThat(new Finding(Spoken.in("nl"), iceberg).sentences(Zone.BELIEVED))
        .satisfiesExactlyInAnyOrder(
            worried -> assertThat(worried).startsWith("Minder dan de helft vraagt zich af"),
            hopeful -> assertThat(hopeful).startsWith("Minder dan de helft verwacht beter"));
  }

  @Test
  void meansAloneAreComparedWithTheMiddleOfTheirScale() {
    Map<String, Figure> means =
        Map.of("hope", new Figure.Mean(9, 4.5, 0.5), "vision", new Figure.Mean(9, 1.5, 0.5));
    assertThat(new Finding(Spoken.in("nl"), Examples.iceberg(means)).title())
        .isEqualTo("“Hoop” ligt boven het midden, “Heldere richting” eronder");
    Map<String, Figure> middling = Map.of("hope", new Figure.Mean(9, 3.1, 1));
    assertThat(new Finding(Spoken.in("nl"), Examples.iceberg(middling)).title())
        .startsWith("Een gemengd beeld");
  }

  @Test
  void everySentenceThereCanBeHasWordsInBothLanguages() {
    for (String language : List.of("nl", "en")) {
      var words = Spoken.in(language);
      for (HowMany hope : HowMany.values()) {
        for (HowMany worry : HowMany.values()) {
          if (hope != HowMany.UNKNOWN && worry != HowMany.UNKNOWN) {
            assertThat(words.say("insight.finding." + hope.code() + "." + worry.code(), "x"))
                .contains("x");
          }
        }
        assertThat(words.say("insight.says." + hope.code(), "x", "1%", "2%")).contains("x");
      }
    }
  }
}
