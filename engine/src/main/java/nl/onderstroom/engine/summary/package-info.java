/**
 * Exact summaries of what one cohort answered, and how they merge.
 *
 * <p><b>Method.</b> At the close of a round each person's record goes once through a {@link
 * nl.onderstroom.engine.summary.Tally} and is then destroyed. What stays is a {@link
 * nl.onderstroom.engine.summary.Summary}: per question a count per level ({@code Histogram}), a
 * count per word ({@code TickCounts}) or exact sums ({@code Moments}), and for chosen items the
 * sums of products ({@code CrossProducts}) from which correlations follow. All are integers:
 * merging adds them, so the result does not depend on who adds what first. {@code merge} is pure,
 * associative and commutative, has {@code Summary.empty(shape)} as identity and refuses unlike
 * shapes.
 *
 * <p><b>Exactness.</b> A level is at most 1,000 in size, a decimal at most 10<sup>13</sup> units of
 * its last digit and a summary at most 10<sup>12</sup> people; hence a sum of squared levels fits a
 * {@code long} and a sum of squared decimals fits 128 bits. Nothing is rounded before the last
 * step: means and variances are computed from the exact sums as n·Σx² − (Σx)², which loses nothing
 * in integers where it would lose everything in doubles.
 *
 * <p><b>Trade-offs.</b> Counts per level are dearer than a mean and a variance, but they give
 * shares, agreement indices and proportional-odds models afterwards. Cross-products tell more about
 * few people than histograms do: they are kept for cohorts of at least 20 ({@code
 * Summary.forKeeping()}); what is dropped counts as nobody, and {@code CrossProducts.respondents()}
 * says how many people are left in it. Cost of a tally: O(questions + crossed²) a person; of a
 * merge: O(cells).
 */
@NullMarked
package nl.onderstroom.engine.summary;

import org.jspecify.annotations.NullMarked;
