/** What the roster promises: a plan of changes is shown, and applied whole or not at all. */
@NullMarked
package nl.onderstroom.server.people;

import org.jspecify.annotations.NullMarked;
