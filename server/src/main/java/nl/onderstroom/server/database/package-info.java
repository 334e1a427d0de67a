/**
 * PostgreSQL: found or started, migrated, and opened twice, once for each wing of the house.
 *
 * <p>The owner's login builds the tables and is closed again. What runs afterwards knows two logins
 * only: one that reaches the tables about people and one that reaches the nameless tables. So a
 * mistake in a query cannot join what must stay apart.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package nl.onderstroom.server.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
