/**
 * Where people stand towards AI. Expectancy and threat are two axes with fixed cut-offs 2.5 and
 * 3.5; between them it is unclear ({@code Stance}). {@code StanceTable} counts it beside what
 * people call it themselves ({@code NamedStance}), and {@code Kappa} says how far the two agree.
 */
@NullMarked
package nl.onderstroom.engine.measure.stance;

import org.jspecify.annotations.NullMarked;
