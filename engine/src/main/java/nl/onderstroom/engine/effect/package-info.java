/**
 * Whether an action did anything, told from teams that acted and teams that had not.
 *
 * <p><b>Method.</b> The unit is the team, because teams act: a {@link
 * nl.onderstroom.engine.effect.Panel} holds a mean for each team and wave and the wave from which a
 * team acted; nobody's answers are linked. {@link nl.onderstroom.engine.effect.GroupTimeEffects}
 * compares each cohort of teams, from the wave before it acted, with teams that have not acted yet
 * (Callaway and Sant'Anna 2021), so a staggered roll-out cannot compare late teams with early ones,
 * as {@link nl.onderstroom.engine.effect.TwoWayFixedEffects} does. {@link
 * nl.onderstroom.engine.effect.DifferenceInDifferences} is the case of two groups and two waves.
 *
 * <p><b>Verdict.</b> {@link nl.onderstroom.engine.effect.ActionEffect} says helped, did not help,
 * cannot tell, or refused with what would be enough. Teams are mostly chosen because they are low,
 * and then rise by themselves ({@link nl.onderstroom.engine.effect.RegressionToMean}): so an effect
 * is claimed only when difference-in-differences and the same adjusted for the outcome before
 * agree. The first promises too much when low scores were bad luck, the second too little when they
 * were not; the truth is between (Ding and Li 2019). With few teams p comes from all the ways in
 * which as many could have acted ({@link nl.onderstroom.engine.effect.RandomisationInference}).
 *
 * <p><b>Trade-offs.</b> Claiming only what both estimates say costs power when teams were drawn by
 * lot, where either alone would do; it buys that nobody has to know, or be honest about, how teams
 * were chosen. Teams count alike whatever their size, which loses some precision and no validity.
 * Without teams to compare with there is only {@link
 * nl.onderstroom.engine.effect.InterruptedTimeSeries}, which describes and does not judge.
 */
@NullMarked
package nl.onderstroom.engine.effect;

import org.jspecify.annotations.NullMarked;
