package nl.onderstroom.server.rounds;

/** A round takes answers from now on. Told within this process, and written down nowhere. */
public record RoundOpened(RoundId round) {}
