/**
 * How alike people of a team are, and what a team's own figure is worth.
 *
 * <p>{@code TeamSums} keeps n, Σx and Σx² of each team, exactly; everything else follows. {@code
 * Intraclass} says how alike people of a team are (ANOVA, Searle's interval) and whether a team's
 * own score adds to the organisation's. {@code RandomIntercept} is the model by REML or ML, {@code
 * RandomInterceptRegression} the one with predictors. {@code TeamMeans} gives shrunken means; as a
 * plug-in calls teams equal and itself certain where the best τ² is 0, τ², σ² and μ are integrated
 * out in Morris's manner. Where teams are equal its intervals are wider than needed. Teams' shares
 * are drawn together by {@code BetaBinomial}. {@code TeamAgreement} has rwg, r*wg and AD. Too
 * little is a {@code TeamRefusal} that says what would be enough.
 */
@NullMarked
package nl.onderstroom.engine.measure.teams;

import org.jspecify.annotations.NullMarked;
