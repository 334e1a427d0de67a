/**
 * The opinion landscape of a file of votes: reads votes and statements, lets the engine look, and
 * writes what it saw for programs and for people. Needs no server. Part of the nameless wing: what
 * it gets as a voter is an id in a file, and no page shows it.
 */
@NullMarked
@ApplicationModule(
    displayName = "Landscape",
    allowedDependencies = {"tabular", "shell"})
package nl.onderstroom.server.landscape;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
