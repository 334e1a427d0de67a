/**
 * What counts can be, when sums, means and histograms of sets of people are known: whole numbers,
 * none below zero, with known totals, may leave one possibility only.
 *
 * <p><b>Pieces.</b> What is published of one question cuts the people who answered it into pieces:
 * of each its number and its sum are known, and of some pieces together the histogram. Two people
 * in one piece can trade answers without any published figure changing, so whatever a reader says
 * of somebody in a piece holds for everybody in it. What is left to look at is whole pieces.
 *
 * <p><b>Pinned down.</b> A set is pinned down when all tables of whole numbers that agree with what
 * is published give it the same counts. Intervals found by propagation are the wrong way round for
 * an audit: they contain the truth and may be wider, so a wide one proves nothing. Here a set is
 * called open only when a second table is at hand: two pieces of which the histogram together is
 * known <i>trade</i> answers of the same number and sum. A set that no trade touches is called
 * pinned down, even if three pieces trading in a round might open it.
 */
@NullMarked
package nl.onderstroom.engine.disclosure.bounds;

import org.jspecify.annotations.NullMarked;
