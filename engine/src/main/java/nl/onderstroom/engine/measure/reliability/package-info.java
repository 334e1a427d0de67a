/**
 * Whether items may be one score, judged from their covariances.
 *
 * <p>Merged summaries give the covariances ({@code Covariances}), pairwise complete, with n the
 * smallest pair; {@code CompleteAnswers} gives listwise figures from rows. {@code Reliability} has
 * omega total (McDonald 1999) of one factor by maximum likelihood, with alpha and Feldt's F
 * interval beside it. Below 100 people, under omega .60, or with an item that goes against the
 * others, the score is refused and {@code ReliabilityRefusal} says why and what would be enough.
 * Two items rest on Spearman–Brown. Uniquenesses may fall below 0, because a Heywood case held at 0
 * would hide that the model is wrong.
 *
 * <p>Polychoric correlations (Olsson 1979; bivariate normal by Genz 2004), proportional odds
 * (McCullagh 1980) and invariance between groups (Jöreskog 1971; Meredith 1993) are diagnostics:
 * they describe what lies behind the levels, not the score people see.
 */
@NullMarked
package nl.onderstroom.engine.measure.reliability;

import org.jspecify.annotations.NullMarked;
