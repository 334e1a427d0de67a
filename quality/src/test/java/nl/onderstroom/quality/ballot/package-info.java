/** The engine's ballots beside another implementation of the same. */
@NullMarked
package nl.onderstroom.quality.ballot;

import org.jspecify.annotations.NullMarked;
