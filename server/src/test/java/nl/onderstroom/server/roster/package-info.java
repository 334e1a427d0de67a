/** What the roster file promises: it is read in full, or every fault is named. */
@NullMarked
package nl.onderstroom.server.roster;

import org.jspecify.annotations.NullMarked;
