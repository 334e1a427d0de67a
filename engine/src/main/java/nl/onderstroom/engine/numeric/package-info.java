/**
 * Arithmetic of several packages of the engine that is nobody's subject. Not exported: outside the
 * engine it cannot be used, so it may change at will.
 */
@NullMarked
package nl.onderstroom.engine.numeric;

import org.jspecify.annotations.NullMarked;
