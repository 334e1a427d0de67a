/**
 * Rounds: what is asked, when, and of which cohorts. Both wings share this room; it knows no
 * person.
 */
@NullMarked
@ApplicationModule(
    displayName = "Rounds",
    allowedDependencies = {"database", "shell", "access"})
package nl.onderstroom.server.rounds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
