package nl.onderstroom.server.rounds;

/**
 * How far handing out ballots is, in numbers only. Who fetched one is the business of the room that
 * answers, and of nobody else.
 */
public interface HandingOut {
  /**
   * @param keys how many groups have a key; they are published when all have
   * @param fetched how many people fetched a ballot
   * @param groupsReady how many groups would answer if the round opened now
   */
  record Stand(int keys, int fetched, int groupsReady) {}

  Stand stand(Round round);
}
