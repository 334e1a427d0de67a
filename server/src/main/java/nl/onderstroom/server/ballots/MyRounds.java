package nl.onderstroom.server.ballots;

import java.util.List;
import nl.onderstroom.server.people.Person;
import nl.onderstroom.server.rounds.RoundId;
import org.springframework.stereotype.Component;

/** What is remembered of a person's part in rounds, for that person to read. */
@Component
public class MyRounds {
  private final Participations participations;

  MyRounds(Participations participations) {
    this.participations = participations;
  }

  /**
   * @param cohort the number of the person's cohort in the round
   * @param hasBallot whether a ballot was fetched: not which, not when
   */
  public record Part(RoundId round, int cohort, boolean hasBallot) {}

  /** Newest first; rounds that are forgotten are not among them. */
  public List<Part> list(Person person) {
    return participations.list(person);
  }
}
