/**
 * Rounds and what is asked in them: the questionnaire, the tree of units as it was, cohorts, and
 * the public keys that ballots are known by. The only room that both wings share; it knows no
 * person. Its tables belong to the nameless wing; rooms that know people hand it counts through
 * {@link nl.onderstroom.server.rounds.Rounds} and public keys through {@link
 * nl.onderstroom.server.rounds.CohortKeys}.
 */
@NullMarked
@ApplicationModule(
    displayName = "Rounds",
    allowedDependencies = {"database", "shell", "access"})
package nl.onderstroom.server.rounds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
