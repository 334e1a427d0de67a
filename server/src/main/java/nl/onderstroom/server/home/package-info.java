/** The first page: for each role, what there is to do now. */
@NullMarked
@ApplicationModule(
    displayName = "Home",
    allowedDependencies = {"rounds", "access", "shell"})
package nl.onderstroom.server.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
