package nl.onderstroom.server.ballots;

import java.util.Collection;
import nl.onderstroom.server.rounds.CohortKeys;
import nl.onderstroom.server.rounds.HandingOut;
import nl.onderstroom.server.rounds.KeyList;
import nl.onderstroom.server.rounds.Round;
import org.springframework.stereotype.Component;

/** How many ballots were fetched, for who steers the round: no names, no groups. */
@Component
class Fetched implements HandingOut {
  private final CohortKeys published;
  private final KeyMaking making;
  private final Participations participations;

  Fetched(CohortKeys published, KeyMaking making, Participations participations) {
    this.published = published;
    this.making = making;
    this.participations = participations;
  }

  @Override
  public Stand stand(Round round) {
    int keys =
        published
            .find(round.id())
            .map(KeyList::groups)
            .map(Collection::size)
            .orElseGet(() -> making.made(round.id()));
    Collection<Integer> issued = participations.countIssued(round.id()).values();
    return new Stand(
        keys,
        issued.stream().mapToInt(Integer::intValue).sum(),
        (int) issued.stream().filter(ballots -> ballots >= round.floor()).count());
  }
}
