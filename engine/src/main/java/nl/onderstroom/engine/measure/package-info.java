/**
 * Scores of people, how sure a figure is, and many questions at once: the common ground of the
 * packages below it, which know of this one and not the other way round: {@code reliability} (may
 * these items be one score), {@code teams} (how alike people of a team are, and what a team's mean
 * is worth), {@code waves} (what changed) and {@code stance} (expectancy and threat).
 *
 * <p><b>Scores.</b> A {@link nl.onderstroom.engine.measure.Scale} gives a person the mean of the
 * items answered (reversed ones turned round), provided at least half were answered. That is the
 * usual rule for short scales with few skips; it assumes that items of a scale have about the same
 * mean, and is chosen over imputation because it can be explained in one sentence. {@link
 * nl.onderstroom.engine.measure.Scoring} turns a record of answers into one with scores, and
 * declares each score to disclosure control as a {@code Composite}. Scores are fixed point with ten
 * decimals: exact for 1, 2, 4, 5, 8 or 10 answered items, else within 5·10<sup>-11</sup>.
 *
 * <p><b>Intervals.</b> 95%, two-sided. For a mean: Student's t (W. S. Gosset 1908), which assumes
 * independent people and nearly normal means; for a share: Wilson's score interval (E. B. Wilson
 * 1927), which holds its coverage at small n and near 0 and 1 where the textbook ±1.96·√(pq/n) does
 * not. Both treat the people as a sample of a large population; where most of a team answered they
 * are wider than needed, which errs on the safe side; {@code FinitePopulation} is not. Several
 * shares at once have Goodman's intervals ({@code ShareIntervals}).
 *
 * <p><b>Many questions.</b> {@code Holm} where no false finding is wanted, {@code FalseDiscovery}
 * where few are.
 */
@NullMarked
package nl.onderstroom.engine.measure;

import org.jspecify.annotations.NullMarked;
