/**
 * The opinion landscape: from votes on statements to groups of opinion, what unites and what
 * divides, and how sure that is.
 *
 * <p><b>Model.</b> Only votes that were cast count; nothing is imputed. Whether a person who does
 * not pass agrees is a logistic function of how readily the statement is agreed with, how readily
 * the person agrees with anything (the participant effect, so that yea-saying is not taken for an
 * opinion) and of their place among opinions ({@link
 * nl.onderstroom.engine.landscape.OpinionSpace}). It is fitted by variational Bayes ({@code
 * SpaceFit}): place the people ({@code Placing}), sum ({@code StatementSums}), estimate the
 * statements ({@code StatementFit}), turn ({@code Turn}), and again. Of somebody with few votes the
 * place is uncertain, not in the middle: groups are mixtures of normals fitted to what each
 * person's votes say ({@code Messages}, {@code MixtureFit}).
 *
 * <p><b>How many groups.</b> {@code GroupChoice}: on evidence (BIC), on valleys between the groups
 * and on what is found again from scratch when a tenth of the votes is left out ({@code
 * Replicates}); one group when nothing shows more. What marks a group is tested on votes that had
 * no say in who is in it ({@code CrossFit}), at a false discovery rate of 5% ({@code Marking}).
 *
 * <p><b>Exactness.</b> People and statements stand in an order that follows from the votes alone
 * ({@code CanonicalOrder}); all sums over people are sums of whole numbers. So the result is the
 * same to the last bit for every order, naming and number of threads, and sums made in different
 * places merge.
 *
 * <p><b>New votes.</b> As sums are exact, what somebody added can be taken away again: {@code
 * WarmSpace} takes changed votes without looking at the others, {@code Grouping} and {@code
 * Findings} look again only where something changed. {@code Drift} says when that is not enough.
 * Bit for bit a function of the votes are only looks at all of them.
 *
 * <p><b>Cost.</b> Memory: four bytes a vote and about 300 bytes a person. Time: a few sweeps over
 * the votes, each of a few dozen multiplications a vote; the groups are looked for among at most
 * some thousands of people. Decision 0009 has what was measured, and against what.
 */
@NullMarked
package nl.onderstroom.engine.landscape;

import org.jspecify.annotations.NullMarked;
