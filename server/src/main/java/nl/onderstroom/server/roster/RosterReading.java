package nl.onderstroom.server.roster;

/** What became of reading a roster file: all of it, or what is wrong with it. */
public sealed interface RosterReading permits Roster, RosterProblems {}
