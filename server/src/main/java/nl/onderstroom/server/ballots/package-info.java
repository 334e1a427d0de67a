/**
 * From people to ballots: freezes cohorts when a round begins to issue, makes a key for each of
 * them, and signs one ballot for each person without seeing it. Remembers <em>that</em> somebody
 * has a ballot, never which or when. When the round opens, the keys are destroyed.
 *
 * <p>What is signed is made in the person's own browser ({@code answers/wallet}); whose it is
 * cannot be worked out by anybody, however much is kept here. See {@code engine.ballot} for why.
 */
@NullMarked
@ApplicationModule(
    displayName = "Ballots",
    allowedDependencies = {"people", "rounds", "database", "shell", "access", "notify"})
package nl.onderstroom.server.ballots;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
