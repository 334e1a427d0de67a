package nl.onderstroom.server.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.onderstroom.engine.disclosure.Change;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.engine.disclosure.Membership;
import nl.onderstroom.engine.measure.waves.Turnover;
import nl.onderstroom.server.database.NamelessDatabase;
import nl.onderstroom.server.database.TestDatabase;
import nl.onderstroom.server.rounds.Continuities;
import nl.onderstroom.server.rounds.Continuity;
import nl.onderstroom.server.rounds.Organisation;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.rounds.StandingFloors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A trend needs two shared outcomes and what was frozen between them. */
@Tag("database")
class TrendsTest {
  private final TestDatabase database = TestDatabase.create(List.of("rounds", "insight"));
  private final AnnotationConfigApplicationContext rooms = new AnnotationConfigApplicationContext();
  private final String top = Examples.units().getFirst().code();

  @BeforeEach
  void open() {
    rooms.registerBean(NamelessDatabase.class, database::nameless);
    rooms.registerBean(StandingFloors.class, () -> () -> Floors.DEFAULT);
    rooms.register(Rounds.class, Continuities.class, Releases.class, Trends.class);
    rooms.refresh();
  }

  @AfterEach
  void close() {
    rooms.getDefaultListableBeanFactory().destroySingletons();
    database.close();
  }

  @Test
  void whatChangedIsTheSameEachTimeItIsAskedFor() {
    RoundId first = shared(begun(null), 5);
    RoundId second = shared(begun(first), 6);
    Since since = since(second);
    assertThat(since.earlier().id()).isEqualTo(first);
    assertThat(since.trend().unit(top).get("use")).isInstanceOf(Change.Told.class);
    assertThat(since.trend().unit("GOR").values())
        .allSatisfy(change -> assertThat(change).isInstanceOf(Change.Untold.class));
    assertThat(since(second).trend().unit(top)).isEqualTo(since.trend().unit(top));
  }

  @Test
  void untilTheRoundBeforeIsSharedNothingIsTold() {
    RoundId first = closed(begun(null));
    RoundId second = shared(begun(first), 6);
    assertThat(rooms.getBean(Trends.class).find(round(second), Examples.release(6))).isEmpty();
    shared(first, 5);
    assertThat(rooms.getBean(Trends.class).find(round(second), Examples.release(6))).isPresent();
  }

  @Test
  void withoutARoundBeforeThereIsNone() {
    RoundId only = shared(begun(null), 6);
    assertThat(rooms.getBean(Trends.class).find(round(only), Examples.release(6))).isEmpty();
  }

  private Since since(RoundId id) {
    return rooms.getBean(Trends.class).find(round(id), Examples.release(6)).orElseThrow();
  }

  private nl.onderstroom.server.rounds.Round round(RoundId id) {
    return rooms.getBean(Rounds.class).get(id);
  }

  /** Compared in the whole only. */
  private RoundId begun(@org.jspecify.annotations.Nullable RoundId earlier) {
    Rounds rounds = rooms.getBean(Rounds.class);
    RoundId id = rounds.draft("Polsslag", 7, Questionnaire.FIRST);
    rounds.beginIssuing(
        id,
        round -> {
          if (earlier != null) {
            rooms
                .getBean(Continuities.class)
                .keep(
                    id,
                    new Continuity(
                        earlier, List.of(new Membership(top, null, Turnover.none(420)))));
          }
          return new Organisation(Examples.units(), List.of());
        });
    return id;
  }

  private RoundId closed(RoundId id) {
    Rounds rounds = rooms.getBean(Rounds.class);
    rounds.advance(id, RoundState.ISSUING);
    rounds.advance(id, RoundState.OPEN);
    return id;
  }

  private RoundId shared(RoundId id, int example) {
    if (!round(id).isAt(RoundState.CLOSED)) {
      closed(id);
    }
    rooms.getBean(Rounds.class).advance(id, RoundState.CLOSED);
    rooms.getBean(Releases.class).keep(id, Examples.release(example));
    return id;
  }
}
