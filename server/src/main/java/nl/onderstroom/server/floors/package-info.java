/**
 * The floors for rounds to come, and who may change them: raising is the programme lead's, lowering
 * takes two of the works council as well. Knows people, because who decides in office is written
 * down with the decision; the shared room {@code rounds} learns the two numbers and no more.
 */
@NullMarked
@ApplicationModule(
    displayName = "Floors",
    allowedDependencies = {"people", "rounds", "database", "shell", "access"})
package nl.onderstroom.server.floors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
