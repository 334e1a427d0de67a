/**
 * Disclosure control: who answers together, and what may be shown of it.
 *
 * <p><b>The reader.</b> We assume somebody who holds every figure of a release and adds and
 * subtracts: a department minus its teams is the manager. The smallest sets that can be computed
 * from a tree of groups are the <i>remainders</i>: a shown group without its nearest shown
 * descendants. If each remainder is empty or has at least k people, so has every sum, difference or
 * other linear combination that is a set of people at all.
 *
 * <p><b>Before asking.</b> {@link nl.onderstroom.engine.disclosure.CohortPlan} merges small units
 * upward until all who answer together are at least the floor. Nothing finer than the cohort ever
 * reaches an answer.
 *
 * <p><b>After closing.</b> {@link nl.onderstroom.engine.disclosure.Gate} decides once, on the whole
 * {@link nl.onderstroom.engine.disclosure.Family}:
 *
 * <ol>
 *   <li>units, by the number of respondents; people on the roster of whom nobody took part are not
 *       nobody, for subtraction would say so of each;
 *   <li>how many took part, among those units: it is an answer that everybody on the roster gave;
 *   <li>per question, among those units, by the people who answered it, since people skip
 *       questions;
 *   <li>counts per level, among the units that show the question, by the higher floor; where only a
 *       mean is shown, the standard deviation beside it is that of a larger unit;
 *   <li>in each of these, a set of people who all, or all but one, gave the same answer counts as
 *       too small, remainders included;
 *   <li>items of a score, all or none of them, since the score minus the others would be the one
 *       left out; only where the score is shown, and only where those who answered a part of the
 *       items are none or enough: for the score's sum minus the items' sums is about them alone;
 *   <li>what whole numbers with known sums pin down ({@code PinnedRule}, {@link
 *       nl.onderstroom.engine.disclosure.bounds}): of no set of fewer people than the floor for
 *       distributions is one distribution left.
 * </ol>
 *
 * <p>One rule serves all but the last ({@code WithholdingRule}, where it is stated in full). Of all
 * decisions that leave every remainder safe it takes the one by which fewest people lose the result
 * of their own unit, then the one that withholds fewest units; the top is shown whenever its total
 * is safe. On 2,000 random trees of up to 8 units 87.7% of the people in units that are large
 * enough keep that result, exactly as many as in an exhaustive search ({@code RemainderCostTest}).
 * The price: a unit that holds few people itself, as a department does beside its teams, is
 * withheld before a team is.
 *
 * <p><b>Cuts</b> (a site, a role family) cross the tree and come second: no cut takes a unit's
 * result away. A cut holds whole cohorts, so that no answer says more than its cohort, and it is
 * shown where two things are proven of everything shown together ({@code CutRule}): the audit finds
 * nothing about fewer people than the floor, colluders included, and no sum of figures can be about
 * people of one mind ({@code OneMind}). Where they are not proven of all cuts, the largest come
 * first.
 *
 * <p><b>Texts</b> stand apart ({@link nl.onderstroom.engine.disclosure.TextRelease}): from twenty
 * people on, in an order that chance makes, beside no score and no other text.
 *
 * <p><b>Before anything is shown</b> the release is audited by code that knows nothing of these
 * rules ({@code ReleaseAudit}, {@link nl.onderstroom.engine.disclosure.audit}): of the units and of
 * each question, what could a reader work out, also with three people who tell their own answers?
 * Then by {@code CountsAudit}: are remainders of one mind, and could counts be others? A release
 * that is not proven safe is not made; one that is carries its {@link
 * nl.onderstroom.engine.disclosure.Certificate}.
 *
 * <p><b>What a reader still learns.</b> How many people answered what is shown; that a withheld
 * unit is small, or near something small, or of one mind. Means are exact: the counts of a few
 * people may be one of few, though never one only. A score's standard deviation is its own, so that
 * of a score of two items the scores of seven people can now and then be told. Who knows how many
 * people a team has may tell from its shares that all of them took part. Decision 0015 has the
 * figures. Whether a score is varied is judged by its items and its spread, so that all but one may
 * share a middle score by different answers; a decimal without items (of an earlier survey) is
 * judged by its spread alone. Two releases about overlapping people (other cuts) can be compared:
 * this package decides one tree at a time, and whoever publishes a second must see to the rest.
 *
 * <p><b>Waves.</b> {@link nl.onderstroom.engine.disclosure.Gate#compare} makes a {@link
 * nl.onderstroom.engine.disclosure.Trend} of two releases and nothing else, for the units that
 * {@link nl.onderstroom.engine.disclosure.Movements} chose: whatever a reader adds and subtracts of
 * the changes told, it is about nobody who came or went, or about at least k. It guards what is
 * told between two waves, not the two releases side by side, and not a chain of three (decision
 * 0016).
 */
@NullMarked
package nl.onderstroom.engine.disclosure;

import org.jspecify.annotations.NullMarked;
