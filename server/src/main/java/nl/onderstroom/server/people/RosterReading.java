package nl.onderstroom.server.people;

/** What became of reading a roster file: all of it, or what is wrong with it. */
sealed interface RosterReading permits Roster, RosterProblems {}
