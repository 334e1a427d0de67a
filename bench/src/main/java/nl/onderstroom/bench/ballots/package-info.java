/** What blind signatures cost, beside the JDK's own. */
@NullMarked
package nl.onderstroom.bench.ballots;

import org.jspecify.annotations.NullMarked;
