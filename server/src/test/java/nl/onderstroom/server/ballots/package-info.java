/** Handing out entries, on a real database: what is promised, and who learns what from it. */
@NullMarked
package nl.onderstroom.server.ballots;

import org.jspecify.annotations.NullMarked;
