/**
 * The roster: who works here, in which unit, who leads it and who has a role. Read from a file that
 * a person can make in a spreadsheet, shown as a plan of changes, and applied as a whole or not at
 * all.
 *
 * <p>What is kept is what is needed to ask and to sign in: number, name, e-mail address, unit, lead
 * and roles. No days and no times: not of joining, moving or importing. A person who is no longer
 * in the roster is deleted when it is applied, also while a round is open: who has an entry may
 * still answer, because nothing says whose it is, and who has none can't fetch one any more. An
 * identifier is never given out twice, so that what another room remembers of the old person can't
 * become somebody else's.
 *
 * <p>A file waits as a pending import until it is applied or cancelled, for a day at most.
 */
@NullMarked
@ApplicationModule(
    displayName = "People",
    allowedDependencies = {"roster", "database", "shell", "access"})
package nl.onderstroom.server.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
