/** What blind signatures cost, beside the JDK's own, and answers, beside PostgreSQL's rows. */
@NullMarked
package nl.onderstroom.bench.ballots;

import org.jspecify.annotations.NullMarked;
