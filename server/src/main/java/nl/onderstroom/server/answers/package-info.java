/**
 * Where answers come in, and where they end: {@code AnswerBox} takes one sheet for one ballot,
 * {@code Closing} makes summaries of all of them and destroys the sheets. While a round is open
 * they are in a sealed file ({@code Boxes}), and not in the database. Part of the nameless wing:
 * nothing here can reach people.
 */
@NullMarked
@ApplicationModule(
    displayName = "Answers",
    allowedDependencies = {"rounds", "database", "shell", "access"})
package nl.onderstroom.server.answers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
