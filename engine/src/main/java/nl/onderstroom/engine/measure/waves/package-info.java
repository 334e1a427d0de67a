/**
 * What changed between waves. People are never linked, so a change is told from team×wave sums
 * ({@code Sample}).
 *
 * <p>{@code MeanChange} is Welch's test with Hedges' g; {@code TeamChanges} asks how teams changed
 * (Paule–Mandel, Hartung–Knapp), which stays right when teams drift and when mostly the same people
 * answered; {@code WaveModel} takes several waves (REML). {@code WaveChange} says changed, not
 * changed or cannot tell, after Holm over all that is judged, and never with over 30% {@code
 * Turnover}. {@code PairedChange} is for units seen both times, {@code RankChange} for answers of
 * which only the order counts, and {@code DetectableChange} says what could have been found at all.
 */
@NullMarked
package nl.onderstroom.engine.measure.waves;

import org.jspecify.annotations.NullMarked;
