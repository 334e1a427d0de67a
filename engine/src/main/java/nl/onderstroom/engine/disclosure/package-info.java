/** Disclosure control. */
@NullMarked
package nl.onderstroom.engine.disclosure;

import org.jspecify.annotations.NullMarked;
