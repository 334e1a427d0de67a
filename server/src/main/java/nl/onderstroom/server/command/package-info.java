/** The command line: each command a class. Reads files and starts the server; decides nothing. */
@NullMarked
@ApplicationModule(displayName = "Command", type = ApplicationModule.Type.OPEN)
package nl.onderstroom.server.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
