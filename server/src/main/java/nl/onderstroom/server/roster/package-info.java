/**
 * The roster file: who works here, in which unit, who leads it and who has a role, as a person
 * writes it in a spreadsheet (CSV or Excel) and as we write it ourselves. Either everything in it
 * is right, or every fault is named with line, column and what was expected.
 */
@NullMarked
@ApplicationModule(
    displayName = "Roster",
    allowedDependencies = {"tabular", "shell", "access"})
package nl.onderstroom.server.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
