/**
 * Reads a survey that was asked elsewhere: a file of answers, and a map that says what its columns
 * are. A row goes straight into its team's counts and is not kept, but for an analyst who asks for
 * drivers; what cannot be used is told with line and column. Gives the questionnaire, the sums of
 * each wave and the tree of its teams. Part of the nameless wing.
 */
@NullMarked
@ApplicationModule(
    displayName = "Survey",
    allowedDependencies = {"tabular", "rounds", "answers", "shell"})
package nl.onderstroom.server.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
