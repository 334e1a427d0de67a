/**
 * The report of any survey, on the command line: made from the releases of its waves and written
 * for programs ({@code …Json}) and for people ({@code …Telling} says it in words, {@code …Picture}
 * draws it). Whether questions belong together, whether teams differ, what goes together with an
 * outcome, where people stand, what changed and whether acting helped. Needs no server. Part of the
 * nameless wing.
 */
@NullMarked
@ApplicationModule(
    displayName = "Report",
    allowedDependencies = {"survey", "tabular", "rounds", "shell"})
package nl.onderstroom.server.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
