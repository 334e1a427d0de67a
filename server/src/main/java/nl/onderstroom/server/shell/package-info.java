/**
 * The shell every page stands in: layout and parts, the look, words in the reader's language, error
 * pages and security headers. Knows no other room.
 */
@NullMarked
@ApplicationModule(
    displayName = "Shell",
    allowedDependencies = {})
package nl.onderstroom.server.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
