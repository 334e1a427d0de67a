/**
 * The page on which everybody reads what is kept of them and what their manager sees: made from the
 * roster, the rounds and the newest release as they are, and read only. Knows people; of what was
 * answered it reads a release and nothing else.
 */
@NullMarked
@ApplicationModule(
    displayName = "Kept",
    allowedDependencies = {"people", "roster", "ballots", "rounds", "insight", "shell", "access"})
package nl.onderstroom.server.kept;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
