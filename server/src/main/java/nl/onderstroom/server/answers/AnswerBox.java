package nl.onderstroom.server.answers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.onderstroom.engine.ballot.Ballot;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.CohortKeys;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundOpened;
import nl.onderstroom.server.rounds.Rounds;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The one door by which answers come in: one sheet for one ballot. The same ballot again, with the
 * next counter, replaces its sheet, until the round closes. What comes back is on disk.
 */
@Component
public class AnswerBox implements AutoCloseable {
  private static final String DATA = "onderstroom.data";

  /** A round that closes, or fails to, while somebody hands in, is asked for again. */
  private static final int MOST_TRIES = 3;

  private final Rounds rounds;
  private final Boxes boxes;
  private final Turnstile turnstile = new Turnstile();

  AnswerBox(Rounds rounds, CohortKeys keys, Environment environment) {
    this.rounds = rounds;
    this.boxes =
        Boxes.in(Path.of(environment.getProperty(DATA, "data")).resolve("boxes"), rounds, keys);
  }

  /**
   * Takes a sheet, or a worry of {@link Cohort#EVERYBODY}: {@link Outcome.Counted} when it is in.
   *
   * @param counter 1 and up
   * @param content made for this round's questionnaire
   */
  public Outcome drop(RoundId round, int cohort, Ballot ballot, long counter, Content content) {
    if (content instanceof Worry != (cohort == Cohort.EVERYBODY)) {
      throw new IllegalArgumentException("a worry goes with a ballot of everybody, and only that");
    }
    var slip = new Slip(Serial.of(ballot), cohort, counter, content);
    return with(round, cohort, ballot, box -> box.put(slip));
  }

  /**
   * Takes what was handed in back: {@link Outcome.Withdrawn} when there is none any more, whether
   * there was or not.
   *
   * @param counter 1 and up
   */
  public Outcome withdraw(RoundId round, int cohort, Ballot ballot, long counter) {
    var slip = new Slip(Serial.of(ballot), cohort, counter, null);
    return with(round, cohort, ballot, box -> box.put(slip));
  }

  /**
   * {@link Outcome.Stored} when there is something of this ballot, {@code NONE} when there is not.
   */
  public Outcome look(RoundId round, int cohort, Ballot ballot) {
    return with(round, cohort, ballot, box -> box.look(Serial.of(ballot)));
  }

  private Outcome with(
      RoundId id, int cohort, Ballot ballot, Function<BallotBox, Optional<Outcome>> work) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Optional<OpenRound> round = boxes.find(id);
      if (round.isEmpty()) {
        return whyNot(id);
      }
      Optional<Boolean> known = turnstile.pass(() -> round.get().knows(cohort, ballot));
      if (known.isEmpty()) {
        return Outcome.Nothing.BUSY;
      }
      if (!known.get()) {
        return Outcome.Nothing.REFUSED;
      }
      Optional<Outcome> outcome = work.apply(round.get().box(cohort));
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    return Outcome.Nothing.BUSY;
  }

  @EventListener
  void prepare(RoundOpened opened) {
    boxes.prepare(opened.round());
  }

  /** What is asked in the round, if it takes answers. */
  Optional<Questionnaire> findQuestionnaire(RoundId round) {
    return boxes.find(round).map(OpenRound::questionnaire);
  }

  /** Why a round takes no answers. */
  Outcome.Nothing whyNot(RoundId id) {
    return rounds
        .find(id)
        .map(Round::state)
        .<Outcome.Nothing>map(state ->
            switch (state) {
              case DRAFT, ISSUING -> Outcome.Nothing.NOT_OPEN;
              case OPEN -> Outcome.Nothing.BUSY;
              case CLOSED, PUBLISHED -> Outcome.Nothing.CLOSED;
            })
        .orElse(Outcome.Nothing.REFUSED);
  }

  /** See {@link Boxes#end}. */
  boolean end(RoundId round, Consumer<Emptied> work) {
    return boxes.end(round, work);
  }

  @Override
  public void close() throws IOException {
    boxes.close();
  }
}
