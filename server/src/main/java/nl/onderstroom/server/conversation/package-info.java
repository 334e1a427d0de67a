/**
 * Conversations: statements on which everybody votes, each with a ballot of the whole organisation.
 * A conversation is a round with another questionnaire, so handing out, voting and closing are as
 * in any round; here it is begun, and here is shown what came of it, from its release. Part of the
 * nameless wing.
 */
@NullMarked
@ApplicationModule(
    displayName = "Conversation",
    allowedDependencies = {"insight", "rounds", "shell", "access"})
package nl.onderstroom.server.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
