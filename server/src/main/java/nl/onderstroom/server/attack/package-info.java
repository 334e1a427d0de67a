/**
 * The attack games: somebody who holds all that is kept, or watches all that passes, tries to learn
 * who answered what. Played against a server of its own, over HTTP, with its database and its
 * files; and against servers that are broken on purpose, which the same games must catch.
 *
 * <p>Like {@code demo}, it may use every room, and nothing uses it.
 */
@NullMarked
package nl.onderstroom.server.attack;

import org.jspecify.annotations.NullMarked;
