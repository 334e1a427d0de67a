/** Attacks on what the gate shows, beside the same attacks on what others show. */
@NullMarked
package nl.onderstroom.quality.disclosure;

import org.jspecify.annotations.NullMarked;
