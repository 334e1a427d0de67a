/**
 * Who comes in: sign-in by a one-time link, the roles, and what each role may do. Knows no list of
 * people; the room that has one answers through {@link nl.onderstroom.server.access.Directory}.
 *
 * <p>{@link nl.onderstroom.server.access.Viewer} is the nameless half of a visit (roles and units)
 * and {@link nl.onderstroom.server.access.Identity} the named half; rooms of the nameless wing take
 * the first only. Nothing here stores when somebody signed in.
 */
@NullMarked
@ApplicationModule(
    displayName = "Access",
    allowedDependencies = {"shell", "database", "notify"})
package nl.onderstroom.server.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
