/**
 * Earlier surveys: what was asked elsewhere, read from a file of answers and a map that says what
 * its columns are, as a closed round beside our own. A row goes straight into its team's counts and
 * is never kept; the same gate decides what may be shown, on the server and on the command line.
 * Part of the nameless wing.
 */
@NullMarked
@ApplicationModule(
    displayName = "History",
    allowedDependencies = {
      "tabular",
      "rounds",
      "answers",
      "insight",
      "database",
      "shell",
      "access"
    })
package nl.onderstroom.server.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
