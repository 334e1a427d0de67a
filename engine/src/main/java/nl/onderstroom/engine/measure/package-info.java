/**
 * Scores of people, and how sure a figure is.
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
 * are wider than needed, which errs on the safe side.
 *
 * <p><b>Reliability.</b> Whether items may be one score is judged from their covariances, which
 * merged summaries give ({@code Covariances}, {@code Reliability}): omega total (McDonald 1999) of
 * one factor by maximum likelihood, with alpha and Feldt's F interval beside it. Below 100 people,
 * under omega .60, or with an item that goes against the others, the score is refused and {@code
 * ReliabilityRefusal} says why and what would be enough. Two items rest on Spearman–Brown.
 * Uniquenesses may fall below 0, because a Heywood case held at 0 would hide that the model is
 * wrong. Sums are pairwise complete, with n the smallest pair; {@code CompleteAnswers} gives
 * listwise figures from rows. Polychoric correlations (Olsson 1979; bivariate normal by Genz 2004),
 * proportional odds (McCullagh 1980) and invariance between groups (Jöreskog 1971; Meredith 1993)
 * are diagnostics: they describe what lies behind the levels, not the score people see.
 *
 * <p><b>Teams.</b> {@code TeamSums} keeps n, Σx and Σx² of each team, exactly; everything else
 * follows. {@code Intraclass} says how alike people of a team are (ANOVA, Searle's interval) and
 * whether a team's own score adds to the organisation's. {@code RandomIntercept} is the model by
 * REML or ML. {@code TeamMeans} gives shrunken means; as a plug-in calls teams equal and itself
 * certain where the best τ² is 0, τ², σ² and μ are integrated out in Morris's manner. Where teams
 * are equal its intervals are wider than needed. {@code TeamAgreement} has rwg, r*wg and AD. Too
 * little is a {@code TeamRefusal} that says what would be enough.
 *
 * <p><b>Waves.</b> People are never linked, so a change is told from team×wave sums. {@code
 * MeanChange} is Welch's test with Hedges' g; {@code TeamChanges} asks how teams changed
 * (Paule–Mandel, Hartung–Knapp), which stays right when teams drift and when mostly the same people
 * answered; {@code WaveModel} takes several waves (REML). {@code WaveChange} says changed, not
 * changed or cannot tell, after Holm over all that is judged, and never with over 30% turnover.
 *
 * <p><b>Shares and stances.</b> Several shares at once have Goodman's intervals; teams' shares are
 * drawn together by {@code BetaBinomial}. Expectancy and threat are two axes with fixed cut-offs
 * 2.5 and 3.5; between them it is unclear ({@code Stance}).
 */
@NullMarked
package nl.onderstroom.engine.measure;

import org.jspecify.annotations.NullMarked;
