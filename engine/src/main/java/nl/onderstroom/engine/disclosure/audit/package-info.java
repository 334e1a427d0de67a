/**
 * The audit of any family of groups: what can somebody who holds every figure of every group work
 * out about fewer than k people?
 *
 * <p><b>Atoms.</b> People who are in exactly the same groups cannot be told apart by any
 * calculation: together they are an {@linkplain nl.onderstroom.engine.disclosure.audit.Atoms atom}.
 * A figure of a group is the sum over its atoms, and a reader adds, subtracts and scales figures:
 * what can be worked out is the row space of the matrix of groups × atoms. A set of people is laid
 * bare when its indicator is in that space.
 *
 * <p><b>Why the search ends.</b> Reduce the matrix with the largest atoms first as pivots. A set of
 * fewer than k people has no atom of k or more in it, so it is a sum of reduced rows whose pivots
 * are small; and since no other reduced row has an entry at a pivot, each such row goes in once or
 * not at all. It is thus a sum of fewer than k rows ({@link
 * nl.onderstroom.engine.disclosure.audit.SmallSets}).
 *
 * <p>Arithmetic is modulo the prime 2⁶¹ − 1; every exposure comes with a certificate in whole
 * fractions that was recomputed exactly before it was reported. An exposure that is reported is
 * real. One could be missed only where the prime divides a minor of the matrix that is not 0, which
 * a minor below 2⁶¹ cannot be and a larger one is by a chance of about one in 10¹⁸.
 */
@NullMarked
package nl.onderstroom.engine.disclosure.audit;

import org.jspecify.annotations.NullMarked;
