package nl.onderstroom.server.rounds;

/** The answers of a round are added up and destroyed. Told within this process only. */
public record RoundClosed(RoundId round) {}
