/**
 * Earlier surveys beside our own rounds: the programme lead sends a file and its map, sees what was
 * understood, and makes it a closed round. The same gate decides what may be shown. Part of the
 * nameless wing.
 */
@NullMarked
@ApplicationModule(
    displayName = "History",
    allowedDependencies = {
      "survey",
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
