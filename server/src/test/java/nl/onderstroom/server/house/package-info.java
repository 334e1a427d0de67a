/**
 * The whole house, opened: a real server on a real PostgreSQL, visited by browser and over HTTP.
 */
@NullMarked
package nl.onderstroom.server.house;

import org.jspecify.annotations.NullMarked;
