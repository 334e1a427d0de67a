/**
 * From people to entries: freezes cohorts when a round begins to issue, and gives each person one
 * entry to answer with. Remembers <em>that</em> somebody has an entry, never which or when.
 *
 * <p>For now the entry is a secret that this server makes; it keeps its hash only, yet while it
 * hands one out it knows both. Blind-signed ballots will take that last knowledge away, behind the
 * same two doors: {@code Issuing} here and {@code AnswerBox} on the other side.
 */
@NullMarked
@ApplicationModule(
    displayName = "Ballots",
    allowedDependencies = {"people", "rounds", "database", "shell", "access", "notify"})
package nl.onderstroom.server.ballots;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
