package nl.onderstroom.server.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.engine.disclosure.Release;
import nl.onderstroom.engine.disclosure.UnitRelease;
import nl.onderstroom.engine.disclosure.UnprovenRelease;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;
import nl.onderstroom.server.answers.Summaries;
import nl.onderstroom.server.answers.Worries;
import nl.onderstroom.server.database.NamelessDatabase;
import nl.onderstroom.server.database.TestDatabase;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.rounds.StandingFloors;
import nl.onderstroom.server.rounds.Unit;
import nl.onderstroom.server.shell.Languages;
import nl.onderstroom.server.shell.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

@Tag("database")
class PublishingTest {
  private static final Floors FLOORS = new Floors(9, 14);

  private final TestDatabase database = TestDatabase.create();
  private final AnnotationConfigApplicationContext house = house();
  private final Rounds rounds = house.getBean(Rounds.class);
  private final Summaries summaries = house.getBean(Summaries.class);
  private final Releases releases = house.getBean(Releases.class);
  private final RoundId round = closed();

  @AfterEach
  void close() {
    house.getDefaultListableBeanFactory().destroySingletons();
    database.close();
  }

  private AnnotationConfigApplicationContext house() {
    var context = new AnnotationConfigApplicationContext();
    context.registerBean(NamelessDatabase.class, database::nameless);
    context.registerBean(StandingFloors.class, () -> () -> FLOORS);
    context.register(
        Rounds.class, Summaries.class, Worries.class, Releases.class, Publishing.class);
    context.refresh();
    return context;
  }

  /** A closed round of teams of eight and nine. */
  private RoundId closed() {
    RoundId id =
        rounds.earlier(
            "Voorjaar",
            7,
            Questionnaire.FIRST,
            List.of(
                new Unit("top", "Oever", null, 0),
                new Unit("eight", "Kantoor", "top", 8),
                new Unit("nine", "Werkplaats", "top", 9),
                new Unit("ten", "Buiten", "top", 10)));
    keep(id, 1, "eight", 8);
    keep(id, 2, "nine", 9);
    keep(id, 3, "ten", 10);
    return id;
  }

  private void keep(RoundId id, int number, String unit, int people) {
    SummaryShape shape = Questionnaire.FIRST.shape();
    var tally = new Tally(shape);
    for (int i = 0; i < people; i++) {
      long[] person = new long[shape.quantities().size()];
      java.util.Arrays.fill(person, Tally.MISSING);
      tally.add(person);
    }
    summaries.keep(id, new Summaries.OfCohort(number, unit, tally.summary()));
  }

  @Test
  void aRoundIsSharedByTheFloorsItHas() {
    house.getBean(Publishing.class).publish(round);
    Release release = releases.find(round).orElseThrow();
    assertThat(release.floors()).isEqualTo(FLOORS);
    assertThat(release.unit("eight")).isInstanceOf(UnitRelease.Withheld.class);
  }

  @Test
  void whatIsNotProvenIsNotSharedAndNothingIsLost() {
    var faulty =
        new Publishing(
            database.nameless(),
            rounds,
            summaries,
            releases,
            house.getBean(Worries.class),
            (family, floors) -> {
              throw new UnprovenRelease("The release is not shown");
            });
    assertThatThrownBy(() -> faulty.publish(round))
        .isInstanceOf(Refusal.class)
        .hasMessage("409 insight.unproven");
    assertThat(rounds.get(round).state()).isEqualTo(RoundState.CLOSED);
    assertThat(releases.find(round)).isEmpty();
    assertThat(summaries.list(round)).hasSize(3);

    house.getBean(Publishing.class).publish(round);
    assertThat(rounds.get(round).state()).isEqualTo(RoundState.PUBLISHED);
  }

  @Test
  void theRefusalSaysWhatHappenedAndWhatToDo() {
    for (var language : List.of(Languages.DUTCH, Languages.ENGLISH)) {
      var words = Languages.withoutServer().words(language);
      assertThat(words.say("insight.unproven.title")).isNotBlank();
      assertThat(words.say("insight.unproven.action"))
          .contains(language.equals(Languages.DUTCH) ? "niets verloren" : "Nothing is lost");
    }
  }
}
