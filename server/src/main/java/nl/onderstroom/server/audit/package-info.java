/**
 * The audit of anybody's own groups: reads who is in which group from a file, lets the engine work
 * out what can be worked out, and writes it down. Needs no server, and keeps nothing.
 */
@NullMarked
@ApplicationModule(
    displayName = "Audit",
    allowedDependencies = {"tabular", "shell"})
package nl.onderstroom.server.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
